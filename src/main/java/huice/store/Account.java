package huice.store;

import huice.model.Actor;
import huice.model.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code account}. */
@Entity
@Table(name = "account")
class Account {
  @Id UUID id;

  @Column(nullable = false)
  String name;

  @Column(nullable = false)
  String shown;

  /** As in {@link Role#id()}. */
  @Column(nullable = false)
  String role;

  @Column(nullable = false)
  String office;

  @Column @Nullable String secret;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Column(name = "disabled_at")
  @Nullable Instant disabledAt;

  Actor actor() {
    return new Actor(id, name, Role.of(role).orElseThrow(), office);
  }
}
