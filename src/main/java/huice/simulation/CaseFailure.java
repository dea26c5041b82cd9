package huice.simulation;

import huice.model.TestCase;
import java.util.List;

/**
 * A case that did not come out as expected: each difference, and the conditions that explain what
 * came, worded for an officer.
 */
public record CaseFailure(TestCase testCase, List<Difference> differences, List<String> reasons) {

  /** One expectation that was not met; {@code of} is its key, such as {@code months 2025-01}. */
  public record Difference(String of, String expected, String came) {}

  public CaseFailure {
    differences = List.copyOf(differences);
    reasons = List.copyOf(reasons);
  }
}
