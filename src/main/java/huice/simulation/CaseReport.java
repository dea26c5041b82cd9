package huice.simulation;

import huice.model.Problem;
import java.util.List;

/**
 * What came of running cases: {@code failures} in the order of the files, {@code problems} for
 * expectations that mean nothing, and which conditions were seen how.
 */
public record CaseReport(
    int cases, List<CaseFailure> failures, List<Problem> problems, Coverage coverage) {
  public CaseReport {
    failures = List.copyOf(failures);
    problems = problems.stream().sorted().distinct().toList();
  }

  public int failed() {
    return failures.size();
  }

  public int passed() {
    return cases - failures.size();
  }
}
