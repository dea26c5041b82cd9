package huice.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of accounts; every method runs in the caller's transaction. */
@ApplicationScoped
public class AccountTable {
  private final Rows rows = new Rows();

  /** Keeps the entity inside the package: a public repository would show it. */
  private static final class Rows implements PanacheRepositoryBase<AccountRow, UUID> {}

  public boolean isEmpty() {
    return rows.count() == 0;
  }

  public Optional<Account> named(String name) {
    return rows.find("name", name).firstResultOptional().map(AccountRow::account);
  }

  public Optional<Account> byId(UUID id) {
    return rows.findByIdOptional(id).map(AccountRow::account);
  }

  /** All of them, by name. */
  public List<Account> all() {
    return rows.list("order by name").stream().map(AccountRow::account).toList();
  }

  public void add(Account account) {
    rows.persist(AccountRow.of(account));
  }

  /** Returns whether there was such an account that was still in use. */
  public boolean disable(UUID id, Instant at) {
    return rows.update("disabledAt = ?1 where id = ?2 and disabledAt is null", at, id) == 1;
  }

  /** Returns whether there is such an account. */
  public boolean secret(UUID id, @Nullable String secret) {
    return rows.update("secret = ?1 where id = ?2", secret, id) == 1;
  }
}
