package huice.simulation;

import huice.model.Problem;
import huice.model.TestCase;
import huice.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case that did not come out as expected: each difference, the expectations that mean nothing
 * (such as of a condition that is gone), and the conditions that explain what came, worded for an
 * officer.
 */
public record CaseFailure(
    TestCase testCase, List<Difference> differences, List<Problem> problems, List<String> reasons) {

  /** One expectation that was not met; {@code of} is its key, such as {@code months 2025-01}. */
  public record Difference(String of, String expected, String came) {}

  /** The differences as a problem of the case's file; null when there are none. */
  @Nullable Problem problem() {
    if (differences.isEmpty()) {
      return null;
    }
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    for (Difference d : differences) {
      zh.append(zh.isEmpty() ? "" : "，");
      zh.append(d.of()).append(" 应为 ").append(d.expected()).append(" 得到 ").append(d.came());
      en.append(en.isEmpty() ? "" : ", ");
      en.append(d.of()).append(" expected ").append(d.expected()).append(" came ").append(d.came());
    }
    String name = testCase.name();
    return Problem.at(
        testCase.file(),
        testCase.line(),
        Text.of("个案「" + name + "」没有通过：" + zh, "the case \"" + name + "\" fails: " + en),
        Text.of(
            "请改正规则、参数或个案，缘由见 ./huice test",
            "correct rule, parameter or case; ./huice test tells why"));
  }

  public CaseFailure {
    differences = List.copyOf(differences);
    problems = List.copyOf(problems);
    reasons = List.copyOf(reasons);
  }
}
