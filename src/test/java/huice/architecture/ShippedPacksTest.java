package huice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import huice.engine.Ask;
import huice.explain.Remedies;
import huice.model.Problem;
import huice.model.TestCase;
import huice.model.Truth;
import huice.simulation.CaseFailure;
import huice.simulation.CaseReport;
import huice.simulation.Workbench;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The packs that the project ships are sound, and their cases come out as written. */
class ShippedPacksTest {
  private static final Workbench PACKS = Workbench.open(Path.of("."));

  @Test
  void theCheckFindsNoProblem() {
    assertThat(PACKS.check(done -> {}))
        .filteredOn(problem -> !problem.notice())
        .extracting(Problem::toString)
        .isEmpty();
  }

  @Test
  void everyCaseComesOutAsItsFileSays() {
    CaseReport report = PACKS.run(scheme -> true, done -> {});

    assertThat(report.cases()).isEqualTo(PACKS.release().cases().size()).isPositive();
    assertThat(report.failures())
        .extracting(ShippedPacksTest::words)
        .as("cases that came out otherwise")
        .isEmpty();
    assertThat(report.coverage().seen(Truth.UNKNOWN)).isPositive();
  }

  /** R10: documents, an application or registration, a date; nothing about how someone lives. */
  @Test
  void noCaseIsToldToChangeWorkResidenceMarriageHouseholdOrHealth() {
    Remedies remedies = new Remedies(PACKS.release().dictionary());
    Set<String> told = new TreeSet<>();
    for (TestCase one : PACKS.release().cases()) {
      PACKS.compiled().assess(one.given(), Ask.only(one.scheme())).outcomes().stream()
          .flatMap(outcome -> remedies.of(outcome).stream())
          .forEach(remedy -> told.add(remedy.zh()));
    }

    assertThat(told).isNotEmpty().allMatch(t -> t.matches("其他情况不变.*|可以提出申请或办理登记：.*|如果记录的「.*」不对.*"));
    assertThat(told)
        .filteredOn(t -> t.startsWith("可以"))
        .isNotEmpty()
        .extracting(t -> t.replaceAll("就业(困难人员认定|援助金)", ""))
        .noneMatch(t -> t.matches(".*(用工|离职|就业|工作|居住|住址|结婚|离婚|婚姻|户|病|健康).*"));
  }

  private static String words(CaseFailure failure) {
    return failure.testCase().file()
        + ":"
        + failure.testCase().line()
        + " "
        + failure.testCase().name()
        + " "
        + failure.differences();
  }
}
