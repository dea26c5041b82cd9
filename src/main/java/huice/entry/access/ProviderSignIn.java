package huice.entry.access;

import huice.casework.Accounts;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Whoever an identity provider has signed in may do what the account of the same name may do here,
 * whatever roles the provider names; without one, or with a disabled one, nothing.
 */
@ApplicationScoped
public class ProviderSignIn implements SecurityIdentityAugmentor {
  private final Accounts accounts;

  ProviderSignIn(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(identity);
    }
    return context.runBlocking(
        () ->
            accounts
                .named(token.getName())
                .map(account -> as(SignedIn.as(account), identity))
                .orElseGet(() -> withoutRoles(identity)));
  }

  private static SecurityIdentity as(SignedIn account, SecurityIdentity identity) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(account)
        .addRole(account.actor().role().id())
        .addCredentials(identity.getCredentials())
        .addAttributes(identity.getAttributes())
        .build();
  }

  private static SecurityIdentity withoutRoles(SecurityIdentity identity) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addRoles(Set.of())
        .addCredentials(identity.getCredentials())
        .addAttributes(identity.getAttributes())
        .build();
  }
}
