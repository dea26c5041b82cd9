package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which record is a claim of which organisation. Works in the caller's transaction; thread-safe.
 */
@ApplicationScoped
public class ClaimTable {
  private final EntityManager entities;

  ClaimTable(EntityManager entities) {
    this.entities = entities;
  }

  @Entity(name = "Claim")
  @Table(name = "claim")
  static class Stored {
    @Id UUID record;

    @Column(nullable = false, updatable = false)
    UUID organisation;

    @Column(name = "opened_at", nullable = false, updatable = false)
    Instant openedAt;

    @Column(name = "opened_by", nullable = false, updatable = false)
    UUID openedBy;
  }

  public void add(UUID record, UUID organisation, Instant at, UUID by) {
    Stored stored = new Stored();
    stored.record = record;
    stored.organisation = organisation;
    stored.openedAt = at;
    stored.openedBy = by;
    entities.persist(stored);
    entities.flush();
  }

  /** The organisation whose claim a record is; empty when it is none. */
  public Optional<UUID> organisation(UUID record) {
    return Optional.ofNullable(entities.find(Stored.class, record))
        .map(stored -> stored.organisation);
  }

  public List<UUID> of(UUID organisation) {
    return entities
        .createQuery(
            "select c.record from Claim c where c.organisation = ?1"
                + " order by c.openedAt, c.record",
            UUID.class)
        .setParameter(1, organisation)
        .getResultList();
  }
}
