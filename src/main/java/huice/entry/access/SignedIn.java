package huice.entry.access;

import huice.casework.Accounts;
import huice.model.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Principal;
import java.util.UUID;

/**
 * Who has signed in. The principal's name is what stands, encrypted, in the cookie: the account and
 * the mark of its password, so that a cookie ends with the password it was issued for.
 */
public record SignedIn(Actor actor, String shown, String mark) implements Principal {
  private static final char BETWEEN = '.';

  static SignedIn as(Accounts.Open account) {
    return new SignedIn(account.actor(), account.shown(), account.mark());
  }

  @Override
  public String getName() {
    return actor.id().toString() + BETWEEN + mark;
  }

  /** Whether a cookie that says {@code name} was issued to this account as it is now. */
  boolean isNamed(String name) {
    return getName().equals(name);
  }

  /** The account that a cookie was issued to. */
  static UUID account(String name) {
    return UUID.fromString(name.substring(0, name.indexOf(BETWEEN)));
  }

  SecurityIdentity identity() {
    return QuarkusSecurityIdentity.builder().setPrincipal(this).addRole(actor.role().id()).build();
  }
}
