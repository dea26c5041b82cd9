package huice.entry;

import huice.casework.run.Runs;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Marks the run that was under way when the service ended, so that the next goes on with it. */
@Singleton
class CutOffRuns {
  private final Runs runs;

  CutOffRuns(Runs runs) {
    this.runs = runs;
  }

  void start(@Observes StartupEvent event) {
    runs.cutOff();
  }
}
