package huice.bench;

import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.model.Case;
import huice.twin.Agreement;
import huice.twin.PlainTwin;
import huice.twin.Shipped;
import huice.twin.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Microseconds a worker for the first nine schemes: the engine, with and without reasons and
 * outlook, against plain Java on the same generated workers and in the same run. One worker is one
 * call; all lines of a worker are decided as one batch by a pooled session.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class WorkersBench {
  private static final int WORKERS = 2000;
  private static final Set<String> NINE = Agreement.SCHEMES;

  private final CompiledRelease release = Shipped.compiled();
  private final PlainTwin twin =
      new PlainTwin(Shipped.release().dictionary(), Agreement.holidays(Shipped.release()));
  private final List<Case> cases = new ArrayList<>();

  public WorkersBench() {
    // Without the service nobody says what to log, and Drools logs each step.
    Logger.getLogger("").setLevel(Level.WARNING);
    Workers workers = new Workers(Shipped.release().dictionary(), 1);
    for (int i = 0; i < WORKERS; i++) {
      cases.add(workers.next());
    }
  }

  private int all(Ask ask) {
    int outcomes = 0;
    for (Case asked : cases) {
      outcomes += release.assess(asked, ask).outcomes().size();
    }
    return outcomes;
  }

  @Benchmark
  @OperationsPerInvocation(WORKERS)
  public int plainTwin() {
    int outcomes = 0;
    for (Case asked : cases) {
      outcomes += twin.outcomes(asked);
    }
    return outcomes;
  }

  @Benchmark
  @OperationsPerInvocation(WORKERS)
  public int engineBrief() {
    return all(new Ask(NINE, false, false));
  }

  @Benchmark
  @OperationsPerInvocation(WORKERS)
  public int engineReasons() {
    return all(new Ask(NINE, true, false));
  }

  @Benchmark
  @OperationsPerInvocation(WORKERS)
  public int engineReasonsAndOutlook() {
    return all(new Ask(NINE, true, true));
  }

  /** Every scheme of every pack, for which there is no twin. */
  @Benchmark
  @OperationsPerInvocation(WORKERS)
  public int allSchemesReasons() {
    return all(new Ask(Set.of(), true, false));
  }
}
