package huice.casework;

import huice.engine.CompiledRelease;
import huice.model.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a project folder would make. {@code compiled} may lack what has problems, so it
 * goes live only when there are none.
 */
public record Candidate(@Nullable CompiledRelease compiled, List<Problem> problems) {
  public Candidate {
    problems = List.copyOf(problems);
  }

  /** What keeps it from going live; notices do not. */
  List<Problem> faults() {
    return problems.stream().filter(problem -> !problem.notice()).toList();
  }

  /** The release, if nothing is wrong with it. */
  @Nullable CompiledRelease release() {
    return faults().isEmpty() ? compiled : null;
  }
}
