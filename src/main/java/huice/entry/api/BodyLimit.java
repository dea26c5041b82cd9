package huice.entry.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.model.Text;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The largest body that is read. One whose length is told beforehand is refused without being kept,
 * at any address; the reader of a body without a length counts.
 */
@ApplicationScoped
class BodyLimit {
  /** Before Quarkus' own limit, which would answer without a body. */
  private static final int EARLY = 10;

  private static final int MOST_DISCARDED = 4 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Where a release is sent as a whole. */
  private static final Set<String> RELEASES = Set.of("/api/releases", "/api/impacts");

  /** Where whole tables are sent. */
  private static final String TABLES = "/api/imports/";

  private final long usual;
  private final long release;
  private final long table;
  private final CurrentVertxRequest current;
  private final ObjectMapper json;

  BodyLimit(
      @ConfigProperty(name = "huice.body-limit", defaultValue = "1M") MemorySize usual,
      @ConfigProperty(name = "huice.release-limit", defaultValue = "8M") MemorySize release,
      @ConfigProperty(name = "huice.import-limit", defaultValue = "20M") MemorySize table,
      CurrentVertxRequest current,
      ObjectMapper json) {
    this.usual = usual.asLongValue();
    this.release = release.asLongValue();
    this.table = table.asLongValue();
    this.current = current;
    this.json = json;
  }

  private long limit(@Nullable RoutingContext request) {
    if (request == null) {
      return usual;
    }
    String path = request.normalizedPath();
    return RELEASES.contains(path) ? release : path.startsWith(TABLES) ? table : usual;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, EARLY);
  }

  /**
   * The whole body.
   *
   * @throws Refused when it is larger than the limit
   */
  byte[] read(InputStream body) {
    long limit = limit(current.getCurrent());
    try {
      byte[] bytes = body.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
      if (bytes.length > limit) {
        discard(body);
        throw new Refused(problem(limit));
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sender that is cut off in the middle would not read why. */
  private static void discard(InputStream body) throws IOException {
    byte[] bin = new byte[1 << 16];
    for (int left = MOST_DISCARDED; left > 0; left -= bin.length) {
      if (body.read(bin) < 0) {
        return;
      }
    }
  }

  private void check(RoutingContext request) {
    long limit = limit(request);
    if (length(request) <= limit) {
      request.next();
      return;
    }
    HttpServerResponse answer = request.response();
    answer.setStatusCode(ProblemKind.TOO_LARGE.status());
    answer.putHeader(HttpHeaders.CONTENT_TYPE, ProblemDetails.TYPE);
    answer.end(text(limit));
    discard(request);
  }

  private static void discard(RoutingContext request) {
    HttpServerRequest rest = request.request();
    if (rest.isEnded()) {
      return;
    }
    long patience =
        request.vertx().setTimer(PATIENCE.toMillis(), late -> rest.connection().close());
    rest.endHandler(end -> request.vertx().cancelTimer(patience));
    rest.handler(piece -> {});
    rest.resume();
  }

  private static long length(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }

  private String text(long limit) {
    try {
      return json.writeValueAsString(problem(limit));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProblemDetails problem(long limit) {
    return ProblemDetails.of(
        ProblemKind.TOO_LARGE,
        Text.of("请求体超过上限 " + limit + " 字节。", "The body is over the limit of " + limit + " bytes."));
  }
}
