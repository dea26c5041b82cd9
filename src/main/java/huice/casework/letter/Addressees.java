package huice.casework.letter;

import huice.model.IdentityNumber;
import huice.store.Account;
import huice.store.AccountTable;
import huice.store.ApplicationRow;
import huice.store.Keys;
import huice.store.PersonRow;
import huice.store.PersonTable;
import huice.store.RecordRow;
import huice.store.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom letters are to, and who signs them. In the caller's transaction; thread-safe. */
@ApplicationScoped
class Addressees {
  private final PersonTable persons;
  private final RecordTable records;
  private final AccountTable accounts;
  private final Keys keys;

  Addressees(PersonTable persons, RecordTable records, AccountTable accounts, Keys keys) {
    this.persons = persons;
    this.records = records;
    this.accounts = accounts;
    this.keys = keys;
  }

  /** {@code about}: under whose key the letter lies, null where the applicant is no person. */
  record Addressee(Material.To to, String language, @Nullable UUID about) {}

  Addressee of(ApplicationRow row) {
    Optional<PersonRow> person = persons.find(row.record()).filter(p -> p.erasedAt() == null);
    if (person.isEmpty()) {
      String title = records.find(row.record()).map(RecordRow::title).orElse(null);
      return new Addressee(new Material.To(title, null), LetterTexts.FIRST, null);
    }
    // Of merged persons the standing one has the name and the language setting.
    PersonRow standing = persons.find(persons.standing(row.record())).orElse(person.get());
    String number = opened(standing.id(), standing.number());
    return new Addressee(
        new Material.To(
            opened(standing.id(), standing.name()),
            number == null ? null : IdentityNumber.masked(number)),
        standing.language(),
        row.record());
  }

  private @Nullable String opened(UUID person, byte @Nullable [] sealed) {
    return sealed == null ? null : new String(keys.open(person, sealed), StandardCharsets.UTF_8);
  }

  /** The name of an account as people read it. */
  String name(UUID account) {
    return accounts.byId(account).map(Account::shown).orElse("");
  }
}
