package huice.store;

import huice.model.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code account}; disabled, never deleted, because decisions and the log name it. */
@Entity
@Table(name = "account")
class AccountRow {
  @Id UUID id;

  @Column(nullable = false, updatable = false)
  String name;

  @Column(nullable = false)
  String shown;

  @Column(nullable = false)
  String role;

  @Column(nullable = false)
  String office;

  @Column @Nullable String secret;

  @Column(name = "created_at", nullable = false, updatable = false)
  Instant createdAt;

  @Column(name = "disabled_at")
  @Nullable Instant disabledAt;

  static AccountRow of(Account account) {
    AccountRow row = new AccountRow();
    row.id = account.id();
    row.name = account.name();
    row.shown = account.shown();
    row.role = account.role().id();
    row.office = account.office();
    row.secret = account.secret();
    row.createdAt = account.createdAt();
    row.disabledAt = account.disabledAt();
    return row;
  }

  Account account() {
    Role known = Role.of(role).orElseThrow();
    return new Account(id, name, shown, known, office, secret, createdAt, disabledAt);
  }
}
