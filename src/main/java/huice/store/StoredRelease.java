package huice.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A state of the packs as it was on that day; a row is written once and never changed. */
@Entity
@Table(name = "release")
class StoredRelease extends PanacheEntityBase {
  @Id public String digest;

  @Column(name = "stored_at", nullable = false, updatable = false)
  public Instant storedAt;

  /** The files of the release, packed. */
  @Column(nullable = false, updatable = false)
  public byte[] content;
}
