package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calendar of fairs. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class FairTable {
  private final Sql sql;

  FairTable(Sql sql) {
    this.sql = sql;
  }

  public record Fair(
      UUID id,
      String office,
      String kind,
      LocalDate onDay,
      String title,
      String place,
      boolean onsite,
      Instant at,
      UUID by,
      @Nullable Instant cancelledAt) {}

  public void add(Fair row) {
    sql.insert("fair", row);
  }

  public Optional<Fair> find(UUID id) {
    return sql.one(Fair.class, "select * from fair where id = ?", id);
  }

  /** From one day to another, both included. */
  public List<Fair> between(LocalDate from, LocalDate to) {
    return sql.all(
        Fair.class,
        "select * from fair where on_day between ? and ? order by on_day, at",
        from,
        to);
  }

  public boolean cancel(UUID id, UUID by, Instant at) {
    return sql.run(
            "update fair set cancelled_at = ?, cancelled_by = ?"
                + " where id = ? and cancelled_at is null",
            at,
            by,
            id)
        == 1;
  }
}
