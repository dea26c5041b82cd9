package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Duties found not kept, with what people did about them; only ever added to. Works in the caller's
 * transaction; thread-safe.
 */
@ApplicationScoped
public class FindingTable {
  private final Sql sql;

  FindingTable(Sql sql) {
    this.sql = sql;
  }

  /** A finding as it was made; {@code outcome} and {@code measures} are JSON. */
  public record Finding(
      UUID id,
      UUID organisation,
      UUID record,
      String scheme,
      String subject,
      String result,
      String outcome,
      LocalDate onDay,
      LocalDate fromMonth,
      long factsVersion,
      String release,
      String program,
      String drools,
      String measures,
      String office,
      Instant madeAt,
      UUID madeBy) {}

  /** What somebody did; {@code name} is the account's as people know it. */
  public record Done(
      UUID finding,
      String kind,
      @Nullable String code,
      @Nullable String why,
      Instant at,
      UUID by,
      String name) {}

  private record Act(
      UUID finding,
      String kind,
      @Nullable String code,
      @Nullable String why,
      Instant at,
      UUID by) {}

  public void add(Finding finding) {
    sql.insert("finding", finding);
  }

  public Optional<Finding> find(UUID id) {
    return sql.one(Finding.class, "select * from finding where id = ?", id);
  }

  /** As {@link #find}; until the transaction ends nobody else acts on it. */
  public Optional<Finding> locked(UUID id) {
    sql.lock(id.getMostSignificantBits());
    return find(id);
  }

  /** Those that were handed on to an inspector, the latest first. */
  public List<Finding> proposed(int most) {
    return sql.all(
        Finding.class,
        "select f.* from finding f join finding_act a on a.finding = f.id and a.kind = 'proposed'"
            + " order by a.seq desc limit "
            + most);
  }

  public void add(
      UUID finding, String kind, @Nullable String code, @Nullable String why, Instant at, UUID by) {
    sql.insert("finding_act", new Act(finding, kind, code, why, at, by));
  }

  /** In order. */
  public List<Done> of(UUID finding) {
    return sql.all(
        Done.class,
        "select a.finding, a.kind, a.code, a.why, a.at, a.by, c.shown as name from finding_act a"
            + " join account c on c.id = a.by where a.finding = ? order by a.seq",
        finding);
  }
}
