package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be spent, entry by entry. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class BudgetTable {
  private final Sql sql;

  BudgetTable(Sql sql) {
    this.sql = sql;
  }

  /** {@code scheme} null: the whole fund. */
  public record Budget(
      String fund,
      @Nullable String scheme,
      int year,
      BigDecimal amount,
      String reference,
      Instant at,
      UUID by) {}

  /** What a fund's batches of a year hold of a scheme, paid or on the way. */
  public record Used(String fund, String scheme, BigDecimal amount) {}

  public void add(Budget row) {
    sql.insert("budget", row);
  }

  /** Every entry of a year, the latest last. */
  public List<Budget> of(int year) {
    return sql.all(Budget.class, "select * from budget where year = ? order by seq", year);
  }

  /** By fund and scheme. */
  public List<Used> used(int year) {
    return sql.all(
        Used.class,
        "select b.fund, c.scheme, sum(d.amount) as amount from due d join batch b on b.id = d.batch"
            + " join payment_claim c on c.id = d.claim where b.year = ?"
            + " group by b.fund, c.scheme order by b.fund, c.scheme",
        year);
  }
}
