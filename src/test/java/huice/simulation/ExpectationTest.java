package huice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Amount;
import huice.model.Case;
import huice.model.Due;
import huice.model.GivenUp;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.SampleOutcomes;
import huice.model.TestCase;
import huice.model.Text;
import huice.model.Truth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every key of expect passes when it is true and fails when it is not. */
class ExpectationTest {
  private static final Outcome CAME =
      SampleOutcomes.outcome(Result.ELIGIBLE)
          .indicative()
          .amount(SampleOutcomes.amount("6750.00"))
          .condition(SampleOutcomes.condition(Truth.MET, "亮灯满〔亮灯要求〕个月", "7 月", List.of()))
          .missing(SampleOutcomes.missing())
          .month(SampleOutcomes.month("2025-01", Result.ELIGIBLE, SampleOutcomes.notSet()))
          .due(
              new Due(
                  LocalDate.of(2024, 12, 1),
                  Text.of("每月", "monthly"),
                  List.of("间隔"),
                  List.of(new Due.Item("推荐", new BigDecimal("3"), BigDecimal.ONE)),
                  List.of()))
          .givenUp(new GivenUp("candle", "lamp", "一", Text.of("", ""), List.of()))
          .choose("lamp")
          .unsettled("间隔")
          .recheckOn(LocalDate.of(2024, 10, 1))
          .possibleFrom(LocalDate.of(2024, 11, 1))
          .build();

  @Test
  void theOutcomeIsCompared() {
    holds("outcome", "ELIGIBLE");
    fails("outcome", "NOT_ELIGIBLE");
    holds("indicative", "true");
    fails("indicative", "false");
  }

  @Test
  void anAmountIsComparedAsANumber() {
    holds("amount", "6750");
    holds("amount", "6750.00");
    fails("amount", "6750.01");
    fails("amount", "not set");
    fails("amount", "none");
    holds("cap", "每年贴息上限");
    fails("cap", "none");
    holds("shares", Map.of("worker", "3375"));
    fails("shares", Map.of("worker", "3376"));
    fails("shares", Map.of("nobody", "1"));
  }

  @Test
  void aRangeIsComparedAtBothEnds() {
    Outcome range =
        SampleOutcomes.outcome(Result.NEEDS_INFO)
            .amount(
                new Amount(
                    null, BigDecimal.ZERO, BigDecimal.TEN, List.of(), null, List.of(), List.of()))
            .build();

    assertThat(compared(range, "amount", Map.of("low", "0.00", "high", "10")).differences())
        .isEmpty();
    assertThat(compared(range, "amount", Map.of("low", "0.00", "high", "11")).differences())
        .hasSize(1);
  }

  @Test
  void aConditionIsFoundByItsSentenceWhateverItsWidth() {
    holds("conditions", Map.of("亮灯 满〔亮灯要求〕个月。", "met"));
    holds("conditions", Map.of("lamp/亮灯满〔亮灯要求〕个月", "met"));
    fails("conditions", Map.of("亮灯满〔亮灯要求〕个月", "unknown"));
    assertThat(compared(CAME, "conditions", Map.of("亮灯满月", "met")).problems()).hasSize(1);
  }

  @Test
  void listsAreComparedWhateverTheirOrder() {
    holds("missing", List.of("lamp.lit"));
    fails("missing", List.of());
    holds("givenUp", List.of("candle"));
    fails("givenUp", "none");
    holds("choose", "lamp");
    fails("choose", List.of("lamp", "candle"));
    holds("unsettled", List.of("间隔"));
    fails("unsettled", List.of());
  }

  @Test
  void aMonthIsComparedByItsResultOrInParts() {
    holds("months", Map.of("2025-01", "ELIGIBLE"));
    fails("months", Map.of("2025-01", "NOT_ELIGIBLE"));
    holds("months", Map.of("2025-01", Map.of("outcome", "ELIGIBLE", "amount", "not set")));
    fails("months", Map.of("2025-01", Map.of("amount", "100")));
    fails("months", Map.of("2025-02", "ELIGIBLE"));
    holds("months", Map.of("2025-02", "none"));
  }

  @Test
  void daysAreCompared() {
    holds("recheckOn", "2024-10-01");
    fails("recheckOn", "none");
    holds("possibleFrom", "2024-11-01");
    fails("possibleFrom", "2024-11-02");
  }

  @Test
  void whatIsDueIsComparedByItsDayOrInParts() {
    holds("due", "2024-12-01");
    fails("due", "2024-12-02");
    fails("due", "none");
    holds("due", "not set");
    holds("due", Map.of("rhythm", "每月", "items", Map.of("推荐", "1/3"), "notSet", "间隔"));
    fails("due", Map.of("items", Map.of("推荐", "2/3")));
    fails("due", Map.of("rhythm", "每周"));
  }

  @Test
  void whatMeansNothingIsAProblemNotAPass() {
    assertThat(compared(CAME, "conditions", "met").problems()).hasSize(1);
    assertThat(compared(CAME, "months", List.of("2025-01")).problems()).hasSize(1);
    assertThat(compared(CAME, "amount", "much").problems()).hasSize(1);
  }

  private static void holds(String key, Object wanted) {
    Findings findings = compared(CAME, key, wanted);
    assertThat(findings.differences()).isEmpty();
    assertThat(findings.problems()).isEmpty();
  }

  private static void fails(String key, Object wanted) {
    Findings findings = compared(CAME, key, wanted);
    assertThat(findings.differences()).as(key + " " + wanted).hasSize(1);
    assertThat(findings.problems()).isEmpty();
  }

  private static Findings compared(Outcome came, String key, Object wanted) {
    Case given = new Case(SampleOutcomes.ON, null, null, Map.of());
    Expectation expectation =
        new Expectation(
            new TestCase("demo", "lamp", "case", given, Map.of(key, wanted), "f.yaml", 3));
    expectation.compare(came);
    return expectation.findings();
  }
}
