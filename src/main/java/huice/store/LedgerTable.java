package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the bank confirmed as paid, what it took back, what came back and what was written off; rows
 * are never changed, what is undone has a row against it. Works in the caller's transaction;
 * thread-safe.
 */
@ApplicationScoped
public class LedgerTable {
  private static final int MOST = 1_000;

  private final Sql sql;

  LedgerTable(Sql sql) {
    this.sql = sql;
  }

  /** The bank confirmed it. */
  public static final String PAID = "paid";

  /** The bank had confirmed it, and later said that the money came back. */
  public static final String TAKEN_BACK = "taken-back";

  /** {@code share}: whose part it is, empty for the whole. */
  public record Line(
      @Nullable Long seq,
      String kind,
      UUID application,
      UUID decision,
      String period,
      String share,
      UUID payee,
      @Nullable UUID due,
      @Nullable UUID batch,
      @Nullable Integer line,
      @Nullable UUID recovery,
      BigDecimal amount,
      LocalDate onDay,
      Instant at,
      UUID by) {}

  public void add(Line row) {
    sql.insert("ledger", row);
  }

  public List<Line> of(UUID application) {
    return sql.all(
        Line.class, "select * from ledger where application = ? order by seq", application);
  }

  public List<Line> inBatch(UUID batch) {
    return sql.all(Line.class, "select * from ledger where batch = ? order by seq", batch);
  }

  /** Of some payees, for their own access. */
  public List<Line> to(Collection<UUID> payees) {
    return sql.all(Line.class, "select * from ledger where payee = any (?) order by seq", payees);
  }

  /** Of some days, at most a thousand after a number. */
  public List<Line> between(LocalDate from, LocalDate to, long after) {
    return sql.all(
        Line.class,
        "select * from ledger where on_day between ? and ? and seq > ? order by seq limit ?",
        from,
        to,
        after,
        MOST);
  }
}
