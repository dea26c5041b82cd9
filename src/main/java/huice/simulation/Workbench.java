package huice.simulation;

import huice.engine.Compilation;
import huice.engine.CompiledRelease;
import huice.engine.Engine;
import huice.engine.SchemeInfo;
import huice.model.Loaded;
import huice.model.Problem;
import huice.model.Release;
import huice.policy.Packs;
import huice.policy.ReleaseFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A folder of packs on an engineer's or officer's desk: loaded, compiled and checked, with all that
 * is wrong in it as data. Immutable; safe to share between threads.
 */
public final class Workbench {
  private final @Nullable Release release;
  private final @Nullable CompiledRelease compiled;
  private final List<Problem> problems;

  private Workbench(
      @Nullable Release release, @Nullable CompiledRelease compiled, List<Problem> problems) {
    this.release = release;
    this.compiled = compiled;
    this.problems = problems.stream().sorted().distinct().toList();
  }

  /** Loads and compiles the packs under a folder; never throws for what is in the files. */
  public static Workbench open(Path root) {
    return open(ReleaseFiles.under(root));
  }

  /** The same from files that were read already. */
  public static Workbench open(ReleaseFiles files) {
    Loaded loaded = Packs.load(files);
    List<Problem> problems = new ArrayList<>(loaded.problems());
    Release release = loaded.release();
    if (release == null) {
      return new Workbench(null, null, problems);
    }
    Compilation compilation = Engine.compile(release);
    problems.addAll(compilation.problems());
    CompiledRelease compiled = compilation.release();
    if (compiled != null) {
      new PackChecks(release, compiled.schemes())
          .problems().stream().filter(p -> !told(problems, p)).forEach(problems::add);
    }
    return new Workbench(release, compiled, problems);
  }

  /** Whether something graver is known of the same line, such as of a fact that is refused. */
  private static boolean told(List<Problem> known, Problem problem) {
    return known.stream()
        .anyMatch(
            p -> !p.notice() && p.file().equals(problem.file()) && p.line() == problem.line());
  }

  /** Null when the dictionary or the vocabulary is beyond reading. */
  public @Nullable Release release() {
    return release;
  }

  /** The schemes that compiled; null when nothing could be compiled at all. */
  public @Nullable CompiledRelease compiled() {
    return compiled;
  }

  /** Everything found without running a case, sorted. */
  public List<Problem> problems() {
    return problems;
  }

  /** True when nothing but notices was found. */
  public boolean clean() {
    return problems.stream().allMatch(Problem::notice);
  }

  public Optional<SchemeInfo> scheme(String id) {
    return schemes().stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** The schemes that compiled, packs and files in order. */
  public List<SchemeInfo> schemes() {
    return compiled == null ? List.of() : compiled.schemes();
  }

  /** Runs the cases of the wanted schemes. {@code progress} hears how many are done. */
  public CaseReport run(Predicate<SchemeInfo> wanted, IntConsumer progress) {
    if (compiled == null) {
      return new CaseReport(0, List.of(), List.of(), new Coverage(List.of()));
    }
    return CaseRun.of(compiled, wanted, progress);
  }

  /** Everything that is wrong, with what running all cases brings to light; sorted. */
  public List<Problem> check(IntConsumer progress) {
    return checked(run(scheme -> true, progress));
  }

  /**
   * What {@link #check} finds and the cases that do not come out as expected, by one run of all.
   */
  public List<Problem> checkAndTest() {
    CaseReport report = run(scheme -> true, done -> {});
    List<Problem> all = new ArrayList<>(checked(report));
    report.failures().stream().map(CaseFailure::problem).filter(Objects::nonNull).forEach(all::add);
    return all.stream().sorted().distinct().toList();
  }

  private List<Problem> checked(CaseReport report) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(report.problems());
    if (release != null) {
      all.addAll(new PackChecks(release, schemes()).unseen(report.coverage(), all));
    }
    return all.stream().sorted().distinct().toList();
  }
}
