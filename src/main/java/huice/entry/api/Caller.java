package huice.entry.api;

import huice.casework.Accounts;
import huice.entry.access.SignedIn;
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
  private final Accounts accounts;
  private @Nullable Actor actor;

  Caller(SecurityIdentity identity, Accounts accounts) {
    this.identity = identity;
    this.accounts = accounts;
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
          identity.getPrincipal() instanceof SignedIn account
              ? account.actor()
              : named(identity.getPrincipal().getName());
      actor = known;
    }
    return known;
  }

  /** For whoever was signed in by other means than an account's own, by the account's name. */
  private Actor named(String name) {
    return accounts.named(name).orElseThrow(UnauthorizedException::new).actor();
  }
}
