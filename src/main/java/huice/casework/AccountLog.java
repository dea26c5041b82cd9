package huice.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.model.Actor;
import huice.model.Role;
import huice.store.Account;
import huice.store.Journal;
import huice.store.LogKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The log's entries about accounts and signing in; never with a password or its secret. */
@Singleton
class AccountLog {
  /** Whoever does not get in is nobody. */
  private static final Actor NOBODY = new Actor(new UUID(0, 0), "", Role.SERVICE, "");

  /** More of a name that is nobody's may be a password, typed into the wrong field. */
  private static final int OF_A_NAME = 3;

  private final Journal journal;
  private final ObjectMapper json;

  AccountLog(Journal journal, ObjectMapper json) {
    this.journal = journal;
    this.json = json;
  }

  void created(Actor by, Account account, Instant at) {
    Map<String, Object> content = content("created", account.id());
    content.put("role", account.role().id());
    content.put("office", account.office());
    write(at, LogKind.ACCOUNT, by, content);
  }

  void disabled(Actor by, Account account, Instant at) {
    write(at, LogKind.ACCOUNT, by, content("disabled", account.id()));
  }

  void newPassword(Actor by, Account account, Instant at) {
    write(at, LogKind.ACCOUNT, by, content("new-password", account.id()));
  }

  void signedIn(Actor actor, Instant at) {
    Map<String, Object> content = content("entered", actor.id());
    QuarkusTransaction.joiningExisting().run(() -> write(at, LogKind.SIGN_IN, actor, content));
  }

  void notSignedIn(String name, Optional<Account> account, Instant at) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("act", account.filter(Account::disabled).isPresent() ? "disabled" : "failed");
    account.ifPresentOrElse(
        known -> content.put("account", known.id()), () -> content.put("name", begin(name)));
    QuarkusTransaction.joiningExisting().run(() -> write(at, LogKind.SIGN_IN, NOBODY, content));
  }

  private static String begin(String name) {
    int points = name.codePointCount(0, name.length());
    return points <= OF_A_NAME ? name : name.substring(0, name.offsetByCodePoints(0, 3)) + "…";
  }

  private static Map<String, Object> content(String act, UUID account) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("act", act);
    content.put("account", account);
    return content;
  }

  private void write(Instant at, LogKind kind, Actor actor, Map<String, Object> content) {
    try {
      String text = json.writeValueAsString(content);
      journal.write(new Journal.Entry(at, kind.id(), actor, null, text));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
