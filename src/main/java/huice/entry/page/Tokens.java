package huice.entry.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The token that forms carry is given to pages with forms only: not to programs, and not to whoever
 * reads what is public. Thread-safe.
 */
@ApplicationScoped
class Tokens {
  private static final int ANY = 100;

  private final String cookie;
  private final String signIn;

  Tokens(
      @ConfigProperty(name = "quarkus.rest-csrf.cookie-name", defaultValue = "csrf-token")
          String cookie,
      @ConfigProperty(name = "quarkus.http.auth.form.login-page") String signIn) {
    this.cookie = cookie;
    this.signIn = signIn;
  }

  void register(@Observes Filters filters) {
    filters.register(this::keepBack, ANY);
  }

  private void keepBack(RoutingContext request) {
    String path = request.normalizedPath();
    if (!Frame.desk(path) && !path.equals(signIn) && !PublicPlace.forms(path)) {
      request.addHeadersEndHandler(done -> request.response().removeCookie(cookie, false));
    }
    request.next();
  }
}
