package huice.entry.access;

import huice.casework.Accounts;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Sign-in with name and password: the form of the browser, and HTTP Basic of programs. */
@ApplicationScoped
public class PasswordSignIn implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
  private final Accounts accounts;

  PasswordSignIn(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(
        () ->
            accounts
                .withPassword(
                    request.getUsername(), new String(request.getPassword().getPassword()))
                .map(account -> SignedIn.as(account).identity())
                .orElseThrow(AuthenticationFailedException::new));
  }
}
