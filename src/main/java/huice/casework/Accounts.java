package huice.casework;

import huice.model.Actor;
import huice.model.Role;
import huice.store.Account;
import huice.store.AccountTable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may use the service, and whether somebody is who they say. Safe to use from all threads. */
@ApplicationScoped
public class Accounts {
  private final AccountTable table;
  private final Passwords passwords;
  private final AccountLog log;

  Accounts(AccountTable table, Passwords passwords, AccountLog log) {
    this.table = table;
    this.passwords = passwords;
    this.log = log;
  }

  /**
   * An account that may be used.
   *
   * @param shown the name as people read it
   * @param mark another one after every change of the password, so that what was issued under the
   *     old one ends; tells nothing about it
   */
  public record Open(Actor actor, String shown, String mark) {}

  /** The account of that name, unless it is disabled. */
  public Optional<Open> named(String name) {
    return find(name).filter(account -> !account.disabled()).map(Accounts::open);
  }

  /** The account, unless it is disabled. */
  public Optional<Open> of(UUID id) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> table.byId(id))
        .filter(account -> !account.disabled())
        .map(Accounts::open);
  }

  /** One usable account of a role for each office that has one, by office. */
  public List<Actor> ofEachOffice(Role role) {
    Map<String, Actor> offices = new TreeMap<>();
    for (Account account : QuarkusTransaction.joiningExisting().call(table::all)) {
      Actor actor = account.actor();
      if (!account.disabled() && actor.role() == role) {
        offices.putIfAbsent(actor.office(), actor);
      }
    }
    return List.copyOf(offices.values());
  }

  /**
   * The account of that name, if it may be used and its password was given rightly within the last
   * minute. Costs next to nothing; empty proves nothing.
   */
  public Optional<Open> remembered(String name, String password) {
    return find(name)
        .filter(account -> !account.disabled())
        .filter(account -> passwords.remembered(password, account.secret()))
        .map(Accounts::open);
  }

  /**
   * The account of that name, if it may be used and this is its password. Takes as long for a name
   * that is nobody's; holds no transaction while it works. The log gets an entry, without the
   * password.
   */
  public Optional<Open> signIn(String name, String password, Instant at) {
    Optional<Account> found = find(name);
    boolean right = passwords.matches(password, secret(found));
    Optional<Account> usable = found.filter(account -> right && !account.disabled());
    usable.ifPresentOrElse(
        account -> log.signedIn(account.actor(), at), () -> log.notSignedIn(name, found, at));
    return usable.map(Accounts::open);
  }

  private static @Nullable String secret(Optional<Account> account) {
    return account.isEmpty() ? null : account.get().secret();
  }

  private Optional<Account> find(String name) {
    return QuarkusTransaction.joiningExisting().call(() -> table.named(name));
  }

  private static Open open(Account account) {
    return new Open(account.actor(), account.shown(), Passwords.mark(account.secret()));
  }
}
