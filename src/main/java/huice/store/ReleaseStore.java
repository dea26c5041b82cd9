package huice.store;

import huice.model.ReleaseStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * Releases as they were and the steps that made them live, for whoever runs a transaction. Safe to
 * use from all threads.
 */
@ApplicationScoped
public class ReleaseStore {
  /** The number of the lock that puts steps in order: "huiceRel" in ASCII. */
  private static final long ORDER = 0x6875_6963_6552_656CL;

  private final EntityManager entities;

  ReleaseStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Keeps a release; one that is there already stays as it is. */
  public void put(String digest, byte[] content) {
    entities
        .createNativeQuery(
            "insert into release (digest, stored_at, content) values (?1, now(), ?2)"
                + " on conflict (digest) do nothing")
        .setParameter(1, digest)
        .setParameter(2, content)
        .executeUpdate();
  }

  /** The packed files; empty when no such release was ever kept. */
  public Optional<byte[]> content(String digest) {
    return entities
        .createQuery("select r.content from StoredRelease r where r.digest = ?1", byte[].class)
        .setParameter(1, digest)
        .getResultStream()
        .findFirst();
  }

  /** Until this transaction ends no other one that asks for it may add a step. */
  public void lock() {
    entities
        .createNativeQuery("select 1 from pg_advisory_xact_lock(?1)")
        .setParameter(1, ORDER)
        .getSingleResult();
  }

  /** All steps in order. */
  public List<ReleaseStep> steps() {
    return entities
        .createQuery(
            "select s, a.shown from ReleaseStepRow s left join Account a on a.id = s.account"
                + " order by s.seq",
            Object[].class)
        .getResultStream()
        .map(row -> ((ReleaseStepRow) row[0]).step((String) row[1]))
        .toList();
  }

  /** Adds a step; its own {@code seq} and {@code name} do not count. */
  public ReleaseStep add(ReleaseStep step) {
    ReleaseStepRow row = new ReleaseStepRow();
    row.release = step.release();
    row.kind = step.kind().id();
    row.impact = step.impact();
    row.startOn = step.startOn();
    row.terms = step.terms() == null ? null : step.terms().id();
    row.reason = step.reason();
    row.at = Moments.kept(step.at());
    row.account = step.by();
    entities.persist(row);
    entities.flush();
    return row.step(step.name());
  }
}
