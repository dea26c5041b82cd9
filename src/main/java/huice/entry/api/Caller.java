package huice.entry.api;

import huice.casework.Actors;
import huice.model.Actor;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/**
 * Whoever makes this request. For requests on worker threads: asking may look into the database.
 */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;
  private final Actors actors;
  private @Nullable Actor actor;

  Caller(SecurityIdentity identity, Actors actors) {
    this.identity = identity;
    this.actors = actors;
  }

  /**
   * The account that is signed in.
   *
   * @throws UnauthorizedException when nobody is, or the account is gone or disabled
   */
  public Actor actor() {
    Actor known = actor;
    if (known == null) {
      if (identity.isAnonymous()) {
        throw new UnauthorizedException();
      }
      known =
          actors.named(identity.getPrincipal().getName()).orElseThrow(UnauthorizedException::new);
      actor = known;
    }
    return known;
  }
}
