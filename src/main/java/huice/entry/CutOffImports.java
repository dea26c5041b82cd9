package huice.entry;

import huice.casework.Imports;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Tells of imports that ran when the service ended, before anybody asks about them. */
@Singleton
class CutOffImports {
  private final Imports imports;
  private final Clock clock;

  CutOffImports(Imports imports, Clock clock) {
    this.imports = imports;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    imports.stopCutOff(clock.instant());
  }
}
