package huice.entry;

import huice.casework.Counties;
import huice.casework.run.Runs;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Marks the runs and invented counties that the end of the service cut off. */
@Singleton
class CutOffRuns {
  private final Runs runs;
  private final Counties counties;

  CutOffRuns(Runs runs, Counties counties) {
    this.runs = runs;
    this.counties = counties;
  }

  void start(@Observes StartupEvent event) {
    runs.cutOff();
    counties.cutOff();
  }
}
