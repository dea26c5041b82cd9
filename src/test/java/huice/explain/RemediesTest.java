package huice.explain;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.ConditionResult;
import huice.model.Result;
import huice.model.SampleOutcomes;
import huice.model.Text;
import huice.model.Truth;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R10: documents to bring, an application or registration to make, a date to wait for. */
class RemediesTest {
  private final Remedies remedies = new Remedies(SampleRelease.release().dictionary());

  @Test
  void aDateToWaitForIsTold() {
    assertThat(
            remedies.of(
                SampleOutcomes.outcome(Result.NOT_ELIGIBLE)
                    .possibleFrom(LocalDate.of(2024, 10, 1))
                    .build()))
        .anyMatch(t -> t.zh().contains("2024-10-01"));
  }

  @Test
  void aRegistrationThatOurLedgerKeepsAndThatIsNotThereIsProposed() {
    assertThat(notMet("lamp.lit", "无")).anyMatch(t -> t.zh().startsWith("可以提出申请或办理登记：「lit」"));
    assertThat(notMet("lamp.seal", "否")).anyMatch(t -> t.zh().startsWith("可以提出申请或办理登记：「seal」"));
  }

  @Test
  void aRegistrationThatIsThereAlreadyIsNotProposedAgain() {
    assertThat(notMet("lamp.seal", "是")).noneMatch(t -> t.zh().startsWith("可以"));
  }

  @Test
  void aRequestThatOurLedgerListsAndThatIsNotThereIsProposed() {
    assertThat(notMet("lamp.calls", "0 条")).anyMatch(t -> t.zh().startsWith("可以提出申请或办理登记：「calls」"));
    assertThat(notMet("lamp.calls", "1 条")).isEmpty();
    assertThat(notMet("lamp.wicks", "0 条")).isEmpty();
  }

  @Test
  void theEndOfARequestIsNeverProposed() {
    assertThat(notMet("lamp.calls[0].made", "无")).noneMatch(t -> t.zh().startsWith("可以"));
  }

  @Test
  void aProtectedASensitiveOrAPrivateFactIsNeverToBeChanged() {
    for (String fact : List.of("lamp.kin", "lamp.ill", "lamp.room", "lamp.wicks[0].cut")) {
      assertThat(notMet(fact, "否")).as(fact).allMatch(t -> t.zh().startsWith("如果记录的"));
    }
  }

  @Test
  void aWrongRecordCanBePutRightWithADocument() {
    assertThat(notMet("lamp.wicks[3].cut", "2024-01-01"))
        .singleElement()
        .satisfies(t -> assertThat(t.zh()).isEqualTo("如果记录的「「cut」」不对，请带材料cut更正"));
  }

  @Test
  void nothingIsProposedWhereThePolicyItselfIsOpenOrTheOutcomeIsGood() {
    assertThat(remedies.of(with(Result.UNSETTLED, "lamp.lit", "无"))).isEmpty();
    assertThat(remedies.of(with(Result.ELIGIBLE, "lamp.lit", "无"))).isEmpty();
    assertThat(remedies.of(with(Result.NOT_EVALUATED, "lamp.lit", "无"))).isEmpty();
  }

  @Test
  void whatStandsUnderUnlessIsInTheWayWhenItIsMet() {
    assertThat(remedies.of(unless(Truth.NOT_MET))).isEmpty();
    assertThat(remedies.of(unless(Truth.MET)))
        .singleElement()
        .satisfies(t -> assertThat(t.zh()).startsWith("如果记录的"));
  }

  @Test
  void aComputedValueProposesNothing() {
    assertThat(notMet("months(lamp.wicks)", "5 月")).isEmpty();
  }

  private List<Text> notMet(String fact, String value) {
    return remedies.of(with(Result.NOT_ELIGIBLE, fact, value));
  }

  private static huice.model.Outcome with(Result result, String fact, String value) {
    ConditionResult plain = SampleOutcomes.condition(Truth.NOT_MET, "已点灯", null, List.of());
    ConditionResult.Seen seen =
        new ConditionResult.Seen(fact, Text.of(fact, fact), value, "person", null, List.of());
    return SampleOutcomes.outcome(result)
        .condition(
            new ConditionResult(
                plain.id(),
                plain.text(),
                plain.result(),
                List.of(seen),
                List.of(),
                plain.clause(),
                plain.file(),
                plain.line(),
                null))
        .build();
  }

  private static huice.model.Outcome unless(Truth result) {
    ConditionResult.Seen seen =
        new ConditionResult.Seen("lamp.seal", Text.of("封", "seal"), "否", "ledger", null, List.of());
    return SampleOutcomes.outcome(Result.NOT_ELIGIBLE)
        .condition(
            new ConditionResult(
                "id", "已封", result, List.of(seen), List.of(), "一", "f", 1, null, true, false))
        .build();
  }
}
