package huice.store;

import huice.model.Actor;
import huice.model.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the service, as it is kept.
 *
 * @param name what is typed to sign in; unique
 * @param shown the person's or program's name as people read it
 * @param secret the password in BCrypt's modular crypt form; null where somebody else's identity
 *     provider signs in
 * @param disabledAt null while the account may be used
 */
public record Account(
    UUID id,
    String name,
    String shown,
    Role role,
    String office,
    @Nullable String secret,
    Instant createdAt,
    @Nullable Instant disabledAt) {

  public Actor actor() {
    return new Actor(id, name, role, office);
  }

  public boolean disabled() {
    return disabledAt != null;
  }

  /** The same account, disabled from that moment. */
  public Account disabledAt(Instant at) {
    return new Account(id, name, shown, role, office, secret, createdAt, at);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "account " + id;
  }
}
