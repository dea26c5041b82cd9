package huice.casework.run;

import static org.assertj.core.api.Assertions.assertThat;

import huice.engine.CompiledRelease;
import huice.model.Actor;
import java.time.Clock;

/** Runs to their end. */
final class Running {
  private static final int PATIENCE = 60_000;
  private static final int LOOK = 2;

  private Running() {}

  static RunView done(Runs runs, Actor actor, Runs.Order order, Clock clock) {
    return ended(runs, runs.begin(actor, order, clock));
  }

  static RunView done(
      Runs runs, Actor actor, Runs.Order order, CompiledRelease release, Clock clock) {
    return ended(runs, runs.begin(actor, order, release, clock));
  }

  private static RunView ended(Runs runs, RunView begun) {
    RunView run = begun;
    for (int i = 0; run.running() && i < PATIENCE / LOOK; i++) {
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      run = runs.find(begun.id());
    }
    assertThat(run.state()).isEqualTo("done");
    return run;
  }
}
