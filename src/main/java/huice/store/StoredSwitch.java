package huice.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code kill_switch}. */
@Entity
@Table(name = "kill_switch")
class StoredSwitch {
  @Id UUID id;

  String kind;

  String target;

  String reason;

  @Column(name = "set_at")
  Instant setAt;

  @Column(name = "set_by")
  UUID setBy;

  @Column(name = "lifted_at")
  @Nullable Instant liftedAt;

  @Column(name = "lifted_by")
  @Nullable UUID liftedBy;

  @Column(name = "lifted_why")
  @Nullable String liftedWhy;

  static StoredSwitch of(SwitchRow row) {
    StoredSwitch stored = new StoredSwitch();
    stored.id = row.id();
    stored.kind = row.kind();
    stored.target = row.target();
    stored.reason = row.reason();
    stored.setAt = row.setAt();
    stored.setBy = row.setBy();
    return stored;
  }

  SwitchRow row() {
    return new SwitchRow(id, kind, target, reason, setAt, setBy, liftedAt, liftedBy, liftedWhy);
  }
}
