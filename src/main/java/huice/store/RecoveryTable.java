package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recoveries and what was done on them. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class RecoveryTable {
  private static final int MOST = 200;

  private final Sql sql;

  RecoveryTable(Sql sql) {
    this.sql = sql;
  }

  /** {@code share}: whose part it is, empty for the whole. */
  public record Recovery(
      UUID id,
      UUID application,
      UUID decision,
      String share,
      BigDecimal amount,
      @Nullable String cause,
      String state,
      @Nullable BigDecimal monthly,
      int version,
      Instant at,
      UUID by) {}

  public record Act(
      UUID recovery, String kind, LocalDate onDay, String content, Instant at, UUID by) {}

  public void add(Recovery row) {
    sql.insert("recovery", row);
  }

  public void add(Act row) {
    sql.insert("recovery_act", row);
  }

  public Optional<Recovery> find(UUID id) {
    return sql.one(Recovery.class, "select * from recovery where id = ?", id);
  }

  public List<Recovery> of(UUID application) {
    return sql.all(
        Recovery.class,
        "select * from recovery where application = ? order by at, id",
        application);
  }

  /** The latest first. */
  public List<Recovery> all() {
    return sql.all(Recovery.class, "select * from recovery order by at desc, id limit ?", MOST);
  }

  public List<Act> acts(UUID recovery) {
    return sql.all(
        Act.class, "select * from recovery_act where recovery = ? order by seq", recovery);
  }

  /** Writes what may change, if nobody did since {@code version}. */
  public boolean change(Recovery row, int version) {
    return sql.run(
            "update recovery set cause = ?, state = ?, monthly = ?, version = ? where id = ?"
                + " and version = ?",
            row.cause(),
            row.state(),
            row.monthly(),
            row.version(),
            row.id(),
            version)
        == 1;
  }
}
