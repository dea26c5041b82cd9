package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Kill switches. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class SwitchTable {
  private final EntityManager entities;

  SwitchTable(EntityManager entities) {
    this.entities = entities;
  }

  public void add(SwitchRow row) {
    entities.persist(StoredSwitch.of(row));
    entities.flush();
  }

  /** Kept from changing until the transaction ends. */
  public Optional<SwitchRow> locked(UUID id) {
    return Optional.ofNullable(
            entities.find(StoredSwitch.class, id, LockModeType.PESSIMISTIC_WRITE))
        .map(StoredSwitch::row);
  }

  public SwitchRow lift(UUID id, Instant at, UUID by, String why) {
    StoredSwitch stored = entities.find(StoredSwitch.class, id);
    stored.liftedAt = at;
    stored.liftedBy = by;
    stored.liftedWhy = why;
    entities.flush();
    return stored.row();
  }

  /** All of them, the latest first. */
  public List<SwitchRow> all() {
    return entities
        .createQuery("from StoredSwitch s order by s.setAt desc, s.id", StoredSwitch.class)
        .getResultStream()
        .map(StoredSwitch::row)
        .toList();
  }

  /** Those on a scheme, a release or any rule of a decision that stand now. */
  public List<SwitchRow> standing(UUID decision) {
    return entities
        .createNativeQuery(
            "select s.* from kill_switch s, decision d where d.id = ?1 and s.lifted_at is null and"
                + " (s.kind = 'release' and s.target = d.release or exists (select 1 from"
                + " decision_rule r where r.decision = d.id and (s.kind = 'rule' and r.condition ="
                + " s.target or s.kind = 'scheme' and r.scheme = s.target)))",
            StoredSwitch.class)
        .setParameter(1, decision)
        .getResultStream()
        .map(row -> ((StoredSwitch) row).row())
        .toList();
  }
}
