package huice.bench;

import huice.engine.Ask;
import huice.engine.Brief;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.model.Case;
import huice.twin.Agreement;
import huice.twin.PlainTwin;
import huice.twin.Shipped;
import huice.twin.Workers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Microseconds a worker in bulk: the first nine schemes against plain Java on the same generated
 * workers in the same run, all schemes, batches of several sizes, and growth with the number of
 * conditions. With {@code -prof gc} also the bytes allocated. One case in a thousand is decided a
 * second time in a session of Drools, as always.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class BriefBench {
  private static final int WORKERS = 2000;
  private static final Set<String> NINE = Agreement.SCHEMES;

  /** Workers about whom everything is on file. */
  @State(Scope.Benchmark)
  public static class Given {
    final CompiledRelease release = Shipped.compiled();
    final PlainTwin twin =
        new PlainTwin(Shipped.release().dictionary(), Agreement.holidays(Shipped.release()));
    final List<Case> cases = new ArrayList<>();

    public Given() {
      // Without the service nobody says what to log, and Drools logs each step.
      Logger.getLogger("").setLevel(Level.WARNING);
      Workers workers = new Workers(Shipped.release().dictionary(), 1);
      for (int i = 0; i < WORKERS; i++) {
        cases.add(workers.next());
      }
    }

    int brief(Set<String> schemes, int batch) {
      int told = 0;
      for (int from = 0; from < WORKERS; from += batch) {
        List<Case> some = cases.subList(from, Math.min(WORKERS, from + batch));
        for (List<Brief> one : release.brief(some, schemes)) {
          told += one.size();
        }
      }
      return told;
    }
  }

  /** How many cases are asked about at once. */
  @State(Scope.Benchmark)
  public static class Batch {
    @Param({"1", "100", "1000"})
    int batch;
  }

  /** As many schemes about workers and their employments as have so many conditions together. */
  @State(Scope.Benchmark)
  public static class Growth {
    @Param({"50", "100", "200"})
    int conditions;

    Set<String> schemes(CompiledRelease release) {
      Set<String> some = new LinkedHashSet<>();
      int found = 0;
      for (SchemeInfo scheme : release.schemes()) {
        boolean often = Set.of("worker", "employment").contains(scheme.subject());
        if (often && scheme.schemes().isEmpty() && found < conditions) {
          some.add(scheme.id());
          found +=
              (int)
                  scheme.versions().get(0).lines().stream().filter(l -> !l.id().isEmpty()).count();
        }
      }
      return some;
    }
  }

  @Benchmark
  @OperationsPerInvocation(WORKERS)
  public int plainTwinNine(Given given) {
    int outcomes = 0;
    for (Case asked : given.cases) {
      outcomes += given.twin.outcomes(asked);
    }
    return outcomes;
  }

  @Benchmark
  @OperationsPerInvocation(WORKERS)
  public int briefNine(Given given, Batch batch) {
    return given.brief(NINE, batch.batch);
  }

  @Benchmark
  @OperationsPerInvocation(WORKERS)
  public int briefAll(Given given, Batch batch) {
    return given.brief(Set.of(), batch.batch);
  }

  @Benchmark
  @OperationsPerInvocation(WORKERS)
  public int briefGrowing(Given given, Growth growth) {
    return given.brief(growth.schemes(given.release), WORKERS);
  }

  @Benchmark
  @OperationsPerInvocation(WORKERS / 20)
  public int allWithReasonsAndOutlook(Given given) {
    int outcomes = 0;
    for (Case asked : given.cases.subList(0, WORKERS / 20)) {
      outcomes += given.release.assess(asked, Ask.all()).outcomes().size();
    }
    return outcomes;
  }
}
