package huice.engine;

import huice.model.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of compiling a release: the compiled schemes (those without problems; null only when
 * nothing could be compiled at all) and all problems found, sorted.
 */
public record Compilation(@Nullable CompiledRelease release, List<Problem> problems) {
  public Compilation {
    problems = problems.stream().sorted().distinct().toList();
  }
}
