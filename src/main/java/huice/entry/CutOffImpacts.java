package huice.entry;

import huice.casework.impact.Impacts;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Tells of comparisons that ran when the service ended, before anybody asks about them. */
@Singleton
class CutOffImpacts {
  private final Impacts impacts;
  private final Clock clock;

  CutOffImpacts(Impacts impacts, Clock clock) {
    this.impacts = impacts;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    impacts.stopCutOff(clock.instant());
  }
}
