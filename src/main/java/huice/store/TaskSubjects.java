package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For whom there may be something to do. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class TaskSubjects {
  private final Sql sql;

  TaskSubjects(Sql sql) {
    this.sql = sql;
  }

  private record Id(UUID id) {}

  /** Persons who consent and said one of some words at a path such as {@code list[%].fact}. */
  public List<UUID> asking(String path, Collection<String> words, @Nullable String office) {
    return sql
        .all(
            Id.class,
            "select distinct f.record as id from fact f join person p on p.record = f.record"
                + " join record r on r.id = f.record"
                + " where f.kind = 'value' and f.path like ? and f.value = any (?)"
                + " and p.consent_on is not null and p.consent_ended_on is null"
                + " and p.erased_at is null and (?::text is null or r.office = ?) order by 1",
            path,
            words,
            office,
            office)
        .stream()
        .map(Id::id)
        .toList();
  }

  /** Records of some kinds about which something is known. */
  public List<UUID> ofKinds(Collection<String> entities, @Nullable String office) {
    return sql
        .all(
            Id.class,
            "select r.id from record r where r.entity = any (?) and (?::text is null or r.office = ?)"
                + " and exists (select 1 from fact f where f.record = r.id) order by r.id",
            entities,
            office,
            office)
        .stream()
        .map(Id::id)
        .toList();
  }

  /** Records with open tasks, so that what is no longer owed goes too. */
  public List<UUID> owed(@Nullable String office) {
    return sql
        .all(
            Id.class,
            "select distinct record as id from task where ended_at is null"
                + " and (?::text is null or office = ?) order by 1",
            office,
            office)
        .stream()
        .map(Id::id)
        .toList();
  }

  /** What a document says that soon no longer counts, under an application that rests on it. */
  public record Expiring(
      UUID application,
      UUID record,
      String office,
      String scheme,
      String path,
      LocalDate until,
      @Nullable UUID holder) {}

  public List<Expiring> expiring(
      Collection<String> states, LocalDate from, LocalDate to, @Nullable String office) {
    return sql.all(
        Expiring.class,
        "select a.id as application, a.record, a.office, a.scheme, f.path, f.until,"
            + " a.created_by as holder from fact f join application a on a.record = f.record"
            + " where a.state = any (?) and f.until between ? and ? and f.kind in ('value', 'none')"
            + " and not f.withdrawn and (?::text is null or a.office = ?)"
            + " and not exists (select 1 from fact c where c.corrects = f.seq)"
            + " and not exists (select 1 from fact n where n.record = f.record and n.path = f.path"
            + " and n.seq > f.seq) order by f.seq, a.id",
        states,
        from,
        to,
        office,
        office);
  }
}
