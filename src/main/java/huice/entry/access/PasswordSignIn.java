package huice.entry.access;

import huice.casework.Accounts;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sign-in with name and password: the form of the browser, and HTTP Basic of programs. */
@ApplicationScoped
public class PasswordSignIn implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
  private final Accounts accounts;
  private final Attempts attempts;
  private final Clock clock;

  PasswordSignIn(Accounts accounts, Attempts attempts, Clock clock) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.clock = clock;
  }

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
    String name = request.getUsername();
    String password = new String(request.getPassword().getPassword());
    RoutingContext routing = HttpSecurityUtils.getRoutingContextAttribute(request);
    return context.runBlocking(() -> signIn(name, password, routing));
  }

  /** A program's password that was right a moment ago is not kept out by others' wrong ones. */
  private SecurityIdentity signIn(String name, String password, @Nullable RoutingContext routing) {
    Optional<Accounts.Open> account = accounts.remembered(name, password);
    if (account.isEmpty()) {
      account = attempt(name, password, routing);
    }
    return account
        .map(open -> SignedIn.as(open).identity())
        .orElseThrow(AuthenticationFailedException::new);
  }

  private Optional<Accounts.Open> attempt(
      String name, String password, @Nullable RoutingContext routing) {
    String address = address(routing);
    try {
      attempts.begin(name, address);
    } catch (TooManyAttempts wait) {
      if (routing != null) {
        SignInForm.wait(routing, wait.seconds());
      }
      throw new AuthenticationFailedException(wait);
    }
    Optional<Accounts.Open> account = accounts.signIn(name, password, clock.instant());
    if (account.isPresent()) {
      attempts.right(name, address);
    }
    return account;
  }

  private static String address(@Nullable RoutingContext routing) {
    return routing == null ? "" : routing.request().remoteAddress().hostAddress();
  }
}
