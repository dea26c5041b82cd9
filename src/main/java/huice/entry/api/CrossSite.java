package huice.entry.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Nobody else's page acts under a session that lives in the same browser. What writes is refused
 * when the browser says that another site sent it; and with the session's cookie, the interface
 * takes only what no form of another site can send. Safe to use from all threads.
 */
@ApplicationScoped
class CrossSite {
  /** Before anybody is signed in, and before the sign-in form is looked at. */
  private static final int FIRST = 1000;

  private static final String API = "/api/";

  /** Keeps nothing, and asks for no account. */
  private static final String CHECKS = "/api/checks";

  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** What a form may send anywhere without asking. */
  private static final Set<String> FORMS =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

  private final String cookie;
  private final ObjectMapper json;

  CrossSite(
      @ConfigProperty(name = "quarkus.http.auth.form.cookie-name") String cookie,
      ObjectMapper json) {
    this.cookie = cookie;
    this.json = json;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST);
  }

  private void check(RoutingContext request) {
    Optional<ProblemKind> refusal =
        READING.contains(request.request().method()) ? Optional.empty() : refusal(request);
    if (refusal.isEmpty()) {
      request.next();
      return;
    }
    HttpServerResponse answer = request.response();
    answer.setStatusCode(refusal.get().status());
    answer.putHeader(HttpHeaders.CONTENT_TYPE, ProblemDetails.TYPE);
    // What is left of the body is not read.
    answer.putHeader(HttpHeaders.CONNECTION, "close");
    answer.end(text(refusal.get()));
  }

  private Optional<ProblemKind> refusal(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (fromElsewhere(request)) {
      return Optional.of(ProblemKind.CROSS_SITE);
    }
    String path = context.normalizedPath();
    boolean session =
        request.getCookie(cookie) != null && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    if (!session || !path.startsWith(API) || path.equals(CHECKS)) {
      return Optional.empty();
    }
    if (FORMS.contains(form(request.getHeader(HttpHeaders.CONTENT_TYPE)))) {
      return Optional.of(ProblemKind.BODY_FORM);
    }
    return request.getHeader(Writes.KEY) == null ? Optional.of(ProblemKind.KEY) : Optional.empty();
  }

  private static String form(@Nullable String contentType) {
    return contentType == null
        ? ""
        : contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private static boolean fromElsewhere(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return true;
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null && !isHere(origin, request);
  }

  /** A scheme that a proxy has changed is no matter; the host it was asked for is. */
  private static boolean isHere(String origin, HttpServerRequest request) {
    try {
      String there = new URI(origin).getRawAuthority();
      return there != null && there.equals(String.valueOf(request.authority()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private String text(ProblemKind kind) {
    try {
      return json.writeValueAsString(ProblemDetails.of(kind, kind.remedy()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
