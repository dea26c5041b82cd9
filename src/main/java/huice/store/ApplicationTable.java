package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applications and what was done on them. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class ApplicationTable {
  private static final int MOST = 500;

  private final EntityManager entities;

  ApplicationTable(EntityManager entities) {
    this.entities = entities;
  }

  /** What is looked for; null for any. {@code lateOn}: due before that day. */
  public record Wanted(
      @Nullable String office,
      @Nullable UUID record,
      @Nullable String scheme,
      Collection<String> states,
      @Nullable LocalDate lateOn) {}

  public void add(ApplicationRow row) {
    entities.persist(StoredApplication.of(row));
    entities.flush();
  }

  public Optional<ApplicationRow> find(UUID id) {
    return Optional.ofNullable(entities.find(StoredApplication.class, id))
        .map(StoredApplication::row);
  }

  /** The same, kept from changing until the transaction ends. */
  public Optional<ApplicationRow> locked(UUID id) {
    return Optional.ofNullable(
            entities.find(StoredApplication.class, id, LockModeType.PESSIMISTIC_WRITE))
        .map(StoredApplication::row);
  }

  /** Writes state and version. */
  public void change(ApplicationRow row) {
    StoredApplication stored = entities.find(StoredApplication.class, row.id());
    stored.state = row.state();
    stored.version = row.version();
    entities.flush();
  }

  /** At most 500, the earliest due first. */
  public List<ApplicationRow> wanted(Wanted wanted) {
    Map<String, Object> values = new LinkedHashMap<>();
    StringBuilder query = new StringBuilder("from StoredApplication a where a.state in :states");
    values.put("states", wanted.states());
    and(query, values, " and a.office = :office", "office", wanted.office());
    and(query, values, " and a.record = :record", "record", wanted.record());
    and(query, values, " and a.scheme = :scheme", "scheme", wanted.scheme());
    and(query, values, " and a.dueOn < :late", "late", wanted.lateOn());
    var select =
        entities.createQuery(
            query.append(" order by a.dueOn, a.id").toString(), StoredApplication.class);
    values.forEach(select::setParameter);
    return select.setMaxResults(MOST).getResultStream().map(StoredApplication::row).toList();
  }

  private static void and(
      StringBuilder query,
      Map<String, Object> values,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      query.append(condition);
      values.put(name, value);
    }
  }

  /** Every application of some records. */
  public List<ApplicationRow> ofRecords(Collection<UUID> records) {
    return entities
        .createQuery(
            "from StoredApplication a where a.record in ?1 order by a.createdAt, a.id",
            StoredApplication.class)
        .setParameter(1, records)
        .getResultStream()
        .map(StoredApplication::row)
        .toList();
  }

  /** An office's applications in some states about months, not all of them before {@code month}. */
  public List<UUID> running(String office, Collection<String> states, YearMonth month) {
    return entities
        .createQuery(
            "select a.id from StoredApplication a where a.office = ?1 and a.state in ?2"
                + " and a.fromMonth is not null and (a.toMonth is null or a.toMonth >= ?3) order by a.createdAt, a.id",
            UUID.class)
        .setParameter(1, office)
        .setParameter(2, states)
        .setParameter(3, month.atDay(1))
        .getResultList();
  }

  /** The records that are or were linked with one, or hold it merged. */
  public List<UUID> linkedWith(UUID record) {
    @SuppressWarnings("unchecked")
    List<UUID> linked =
        entities
            .createNativeQuery(
                "select distinct record from fact where kind = 'link' and value = ?1", UUID.class)
            .setParameter(1, record.toString())
            .getResultList();
    return linked;
  }

  public void add(ActRow row) {
    entities.persist(StoredAct.of(row));
    entities.flush();
  }

  /** What was done on an application, in order. */
  public List<ActRow> acts(UUID application) {
    return entities
        .createQuery("from StoredAct a where a.application = ?1 order by a.seq", StoredAct.class)
        .setParameter(1, application)
        .getResultStream()
        .map(StoredAct::row)
        .toList();
  }
}
