package huice.entry.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many forms of complaints an address may send; nobody has to sign in for one. Thread-safe. */
@Singleton
public class PublicForms {
  private final CheckLimit limit;

  PublicForms(@ConfigProperty(name = "huice.complaints-per-minute") int perMinute) {
    this.limit = new CheckLimit(perMinute, System::nanoTime);
  }

  /**
   * Counts one form.
   *
   * @throws TooMany when this address has used its share
   */
  public void count(HttpServerRequest request) {
    long wait = limit.wait(request.remoteAddress().hostAddress());
    if (wait > 0) {
      throw new TooMany(wait);
    }
  }
}
