package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where people want to be paid, sealed. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class BankAccountTable {
  private final Sql sql;

  BankAccountTable(Sql sql) {
    this.sql = sql;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Account(
      UUID id,
      UUID record,
      byte[] sealed,
      LocalDate saidOn,
      String channel,
      boolean needsSecond,
      Instant at,
      UUID by,
      @Nullable Instant confirmedAt,
      @Nullable UUID confirmedBy) {
    /** Whether it may be paid to. */
    public boolean counts() {
      return !needsSecond || confirmedAt != null;
    }
  }

  public void add(Account row) {
    sql.insert("bank_account", row);
  }

  public Optional<Account> find(UUID id) {
    return sql.one(Account.class, "select * from bank_account where id = ?", id);
  }

  /**
   * All of a payee, by the payee's own record and those that were made one with it: those of the
   * own record first, the latest first.
   */
  public List<Account> of(UUID record, Collection<UUID> records) {
    return sql.all(
        Account.class,
        "select * from bank_account where record = any (?) order by record <> ?, seq desc",
        records,
        record);
  }

  public boolean confirm(UUID id, Instant at, UUID by) {
    return sql.run(
            "update bank_account set confirmed_at = ?, confirmed_by = ? where id = ?"
                + " and needs_second and confirmed_at is null",
            at,
            by,
            id)
        == 1;
  }
}
