package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How people confirm. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class ConfirmationTable {
  private static final String QUERY =
      "select a.office, a.scheme,"
          + " count(*) filter (where c.kind = 'CONFIRM'),"
          + " count(*) filter (where c.kind = 'OVERRIDE'),"
          + " percentile_cont(0.5) within group (order by extract(epoch from c.at - o.at))"
          + " filter (where c.kind = 'CONFIRM')"
          + " from act c join application a on a.id = c.application"
          + " left join lateral (select min(r.at) as at from act r where r.decision = c.decision"
          + " and r.kind = 'OPEN_REASONS' and r.by = c.by) o on true"
          + " where c.kind in ('CONFIRM', 'OVERRIDE') and c.at >= ?1 and c.at < ?2"
          + " group by a.office, a.scheme order by a.office, a.scheme";

  private final EntityManager entities;

  ConfirmationTable(EntityManager entities) {
    this.entities = entities;
  }

  /** One office and scheme; {@code median}: seconds from opening the reasons to confirming. */
  public record Line(
      String office, String scheme, long confirmed, long overridden, @Nullable Double median) {}

  public List<Line> between(Instant from, Instant to) {
    return entities
        .createNativeQuery(QUERY, Object[].class)
        .setParameter(1, from)
        .setParameter(2, to)
        .getResultStream()
        .map(ConfirmationTable::line)
        .toList();
  }

  private static Line line(Object row) {
    Object[] columns = (Object[]) row;
    Number median = (Number) columns[4];
    return new Line(
        (String) columns[0],
        (String) columns[1],
        ((Number) columns[2]).longValue(),
        ((Number) columns[3]).longValue(),
        median == null ? null : median.doubleValue());
  }
}
