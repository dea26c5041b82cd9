package huice.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long what is kept, by class (R47). Thread-safe. */
@ApplicationScoped
public class Retention {
  private final Period decisions;

  Retention(@ConfigProperty(name = "huice.records.keep-decisions") String decisions) {
    this.decisions = Period.parse(decisions);
  }

  /** The moment since which applications and decisions are still to be kept. */
  Instant since(Instant at) {
    return at.atOffset(ZoneOffset.UTC).minus(decisions).toInstant();
  }
}
