package huice.entry.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The sign-in form is answered by Quarkus, which knows right and wrong only; whoever has to wait is
 * led to a page that says how long.
 */
@ApplicationScoped
class SignInForm {
  /** Where the form is and where it is sent. */
  static final String PATH = "/sign-in";

  private static final String WAIT = SignInForm.class.getName();

  /** Before the form is looked at. */
  private static final int EARLY = 900;

  void register(@Observes Filters filters) {
    filters.register(SignInForm::watch, EARLY);
  }

  /** Remembers with the request how long the sender has to wait. */
  static void wait(RoutingContext request, long seconds) {
    request.put(WAIT, seconds);
  }

  private static void watch(RoutingContext request) {
    if (request.request().method() == HttpMethod.POST && request.normalizedPath().equals(PATH)) {
      request.addHeadersEndHandler(
          end -> {
            Long seconds = request.get(WAIT);
            if (seconds != null) {
              request.response().putHeader(HttpHeaders.LOCATION, PATH + "?wait=" + seconds);
            }
          });
    }
    request.next();
  }
}
