package huice.entry.api;

import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.model.Assessment;
import huice.model.Case;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Checks that people ask for on a page, under the same limits as {@code POST /api/checks} and on
 * the same threads; nothing is kept. For worker threads.
 */
@Singleton
public class PublicChecks {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CheckLimit limit;
  private final CheckWorkers workers;

  PublicChecks(CheckLimit limit, CheckWorkers workers) {
    this.limit = limit;
    this.workers = workers;
  }

  /**
   * What the rules make of a case.
   *
   * @throws TooMany when this address has used its share
   */
  public Assessment assess(
      HttpServerRequest request, CompiledRelease release, Case given, Ask ask) {
    long wait = limit.wait(request.remoteAddress().hostAddress());
    if (wait > 0) {
      throw new TooMany(wait);
    }
    return workers.run(() -> release.assess(given, ask)).await().atMost(PATIENCE);
  }
}
