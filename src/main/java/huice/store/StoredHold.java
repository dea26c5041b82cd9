package huice.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of legal holds. */
@Entity
@Table(name = "legal_hold")
class StoredHold extends PanacheEntityBase {
  @Id UUID id;

  @Column(nullable = false, updatable = false)
  UUID person;

  @Column(nullable = false, updatable = false)
  String reason;

  @Column(name = "set_at", nullable = false, updatable = false)
  Instant setAt;

  @Column(name = "set_by", nullable = false, updatable = false)
  UUID setBy;

  @Column(name = "lifted_at")
  @Nullable Instant liftedAt;

  @Column(name = "lifted_by")
  @Nullable UUID liftedBy;

  HoldRow row() {
    return new HoldRow(id, person, reason, setAt, setBy, liftedAt, liftedBy);
  }
}
