package huice.entry.access;

import huice.casework.Accounts;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Goes on with a session whose cookie was issued here. The account is read every time: one that was
 * disabled or given another password is refused at once.
 */
@ApplicationScoped
public class CookieSignIn implements IdentityProvider<TrustedAuthenticationRequest> {
  private final Accounts accounts;

  CookieSignIn(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Class<TrustedAuthenticationRequest> getRequestType() {
    return TrustedAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
    String name = request.getPrincipal();
    return context.runBlocking(
        () ->
            accounts
                .of(SignedIn.account(name))
                .map(SignedIn::as)
                .filter(account -> account.isNamed(name))
                .map(SignedIn::identity)
                .orElseThrow(AuthenticationFailedException::new));
  }
}
