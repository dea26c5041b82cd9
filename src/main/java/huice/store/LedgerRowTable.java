package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Which rows of records the ledger wrote for which payment; rows are never changed. Works in the
 * caller's transaction; thread-safe.
 */
@ApplicationScoped
public class LedgerRowTable {
  private final Sql sql;

  LedgerRowTable(Sql sql) {
    this.sql = sql;
  }

  /** {@code path}: of the row in its own record. */
  public record Row(UUID batch, int line, UUID application, UUID record, String path, Instant at) {}

  public void add(Row row) {
    sql.insert("ledger_row", row);
  }

  public List<Row> of(UUID batch, int line) {
    return sql.all(
        Row.class,
        "select * from ledger_row where batch = ? and line = ? order by record, path",
        batch,
        line);
  }

  /**
   * The rows of some records that do not count against an application: what was paid on it, and on
   * those that were made after it.
   */
  public List<Row> notAgainst(UUID application, Collection<UUID> records) {
    return sql.all(
        Row.class,
        "select r.* from ledger_row r join application a on a.id = r.application, application own"
            + " where own.id = ? and r.record = any (?)"
            + " and (a.id = own.id or a.created_at > own.created_at)",
        application,
        records);
  }
}
