package huice.explain;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Amount;
import huice.model.Assessment;
import huice.model.ConditionResult;
import huice.model.Confidence;
import huice.model.Due;
import huice.model.GivenUp;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.SampleOutcomes;
import huice.model.SchemeKind;
import huice.model.Text;
import huice.model.Truth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  private final Explainer chinese = explainer(Language.ZH);

  @Test
  void theResultStandsInPlainWordsUnderTheTitle() {
    assertThat(chinese.outcome(SampleOutcomes.outcome(Result.NOT_ELIGIBLE).build()))
        .startsWith("点灯奖补  lamp\n")
        .contains("对象：灯\n", "结果：不符合条件\n");
  }

  @Test
  void whatIsDueOrNotIsSaidInWordsThatFitEveryKindOfScheme() {
    assertThat(page(SchemeKind.FREQUENCY, Result.DUE)).contains("结果：到期应办\n");
    assertThat(page(SchemeKind.SERVICE, Result.DUE)).contains("结果：应当办理\n");
    assertThat(page(SchemeKind.SERVICE, Result.NOT_DUE)).contains("结果：无需办理\n");
    assertThat(page(SchemeKind.OBLIGATION, Result.NOT_DUE)).contains("结果：不适用\n");
  }

  private String page(SchemeKind kind, Result result) {
    return chinese.outcome(SampleOutcomes.outcome(result).kind(kind).build());
  }

  @Test
  void missingInformationIsSaidToBeNoRefusal() {
    assertThat(chinese.outcome(SampleOutcomes.outcome(Result.NEEDS_INFO).build())).contains("不是拒绝");
  }

  @Test
  void aDraftIsSaidToBeIndicativeOnly() {
    assertThat(chinese.outcome(SampleOutcomes.outcome(Result.ELIGIBLE).indicative().build()))
        .contains("草案", "不能据此发放");
  }

  @Test
  void everyConditionShowsMarkValueSourceDateParameterClauseAndPlace() {
    String page =
        chinese.outcome(
            SampleOutcomes.outcome(Result.NOT_ELIGIBLE)
                .condition(condition(Truth.MET, "第一句", "7 月"))
                .condition(condition(Truth.NOT_MET, "第二句", "5 月"))
                .condition(condition(Truth.UNKNOWN, "第三句", null))
                .build());

    assertThat(page)
        .contains("  ✓ 第一句\n", "  ✗ 第二句\n", "  ? 第三句\n")
        .contains("亮灯月数：5 月（材料，2024-05-01 取得）")
        .contains("〔亮灯要求〕6 月，2024-01-01 起施行")
        .contains("依据：莎车县高质量就业工作方案 二（一）1d")
        .contains("（方案原文）")
        .contains("依据条款：二（一）1d", "      rules/demo/lamp.dslr:7")
        .contains("没有相关记录");
  }

  @Test
  void anAlternativeThatIsNotNeededIsNotCalledInTheWay() {
    ConditionResult plain = condition(Truth.NOT_MET, "另一类人员", null);
    ConditionResult aside =
        new ConditionResult(
            plain.id(),
            plain.text(),
            plain.result(),
            List.of(),
            List.of(),
            plain.clause(),
            plain.file(),
            plain.line(),
            null,
            false,
            true);

    assertThat(aside.inTheWay()).isFalse();
    assertThat(
            chinese.outcome(SampleOutcomes.outcome(Result.NOT_ELIGIBLE).condition(aside).build()))
        .contains("  – 另一类人员（不影响结果）\n");
  }

  @Test
  void aMeasureThatCameToYesOrNoSaysNothingBesideTheMark() {
    ConditionResult none =
        computed(Truth.MET, "exists(lamp.wicks)", "否", condition(Truth.MET, "没有灯芯", null));
    ConditionResult count =
        computed(Truth.MET, "months(lamp.wicks)", "5 月", condition(Truth.MET, "满月数", null));

    assertThat(chinese.outcome(SampleOutcomes.outcome(Result.ELIGIBLE).condition(none).build()))
        .contains("✓ 没有灯芯\n")
        .doesNotContain("计得");
    assertThat(chinese.outcome(SampleOutcomes.outcome(Result.ELIGIBLE).condition(count).build()))
        .contains("计得：5 月");
  }

  private static ConditionResult computed(
      Truth result, String of, String value, ConditionResult plain) {
    return new ConditionResult(
        plain.id(),
        plain.text(),
        result,
        List.of(
            new ConditionResult.Seen(of, Text.of("计得", "computed"), value, null, null, List.of())),
        List.of(),
        plain.clause(),
        plain.file(),
        plain.line(),
        null);
  }

  @Test
  void aValueThatCannotBeReliedOnSaysWhy() {
    String page =
        chinese.outcome(
            SampleOutcomes.outcome(Result.NEEDS_INFO)
                .condition(
                    SampleOutcomes.condition(
                        Truth.UNKNOWN, "句", "5 月", List.of("stale", "conflict")))
                .build());

    assertThat(page).contains("已过时效", "来源不一致");
  }

  @Test
  void aParameterOfLowConfidenceOrNotPublishedSaysSo() {
    ConditionResult plain = condition(Truth.UNKNOWN, "句", null);
    ConditionResult with =
        new ConditionResult(
            plain.id(),
            plain.text(),
            plain.result(),
            List.of(),
            List.of(
                SampleOutcomes.parameter("甲", "3 年", Confidence.C),
                SampleOutcomes.parameter("乙", null, Confidence.TEXT)),
            plain.clause(),
            plain.file(),
            plain.line(),
            null);

    assertThat(chinese.outcome(SampleOutcomes.outcome(Result.UNSETTLED).condition(with).build()))
        .contains("〔甲〕3 年", "把握不大，须核实", "〔乙〕未公布");
  }

  @Test
  void aParameterThatManyConditionsUseIsToldInFullOnce() {
    String page =
        chinese.outcome(
            SampleOutcomes.outcome(Result.ELIGIBLE)
                .condition(condition(Truth.MET, "第一句", "7 月"))
                .condition(condition(Truth.MET, "第二句", "7 月"))
                .build());

    assertThat(page).containsOnlyOnce("2024-01-01 起施行");
  }

  @Test
  void valuesOfOneRowShareALineThatSaysWhichRow() {
    ConditionResult plain = condition(Truth.MET, "句", null);
    ConditionResult rows =
        new ConditionResult(
            plain.id(),
            plain.text(),
            plain.result(),
            List.of(seen("lamp.wicks[1].cut", "剪日"), seen("lamp.wicks[1].long", "长")),
            List.of(),
            plain.clause(),
            plain.file(),
            plain.line(),
            null);

    assertThat(chinese.outcome(SampleOutcomes.outcome(Result.ELIGIBLE).condition(rows).build()))
        .contains("      第 2 条 剪日：有；长：有\n");
  }

  @Test
  void whatIsMissingIsToldOnceWithQuestionAndProof() {
    String page =
        chinese.outcome(
            SampleOutcomes.outcome(Result.NEEDS_INFO)
                .missing(SampleOutcomes.missing())
                .month(
                    new MonthLine(
                        java.time.YearMonth.of(2024, 9),
                        java.time.YearMonth.of(2024, 9),
                        Result.NEEDS_INFO,
                        null,
                        List.of(),
                        List.of(SampleOutcomes.missing())))
                .build());

    assertThat(page).containsOnlyOnce("哪天点的灯？").contains("证明材料：点灯簿", "可由：本人陈述、材料");
  }

  @Test
  void anOutcomeWithOpenMonthsSaysSoInItsResult() {
    String page =
        chinese.outcome(
            SampleOutcomes.outcome(Result.ELIGIBLE)
                .month(SampleOutcomes.month("2024-08", Result.ELIGIBLE, null))
                .month(SampleOutcomes.month("2024-09", Result.NEEDS_INFO, null))
                .build());

    assertThat(page).contains("结果：符合条件，部分月份还缺信息\n");
  }

  @Test
  void anAmountShowsItsArithmeticItsCapAndItsShares() {
    String page =
        chinese.outcome(
            SampleOutcomes.outcome(Result.ELIGIBLE)
                .amount(SampleOutcomes.amount("6750.00"))
                .build());

    assertThat(page)
        .contains("金额：6,750.00 元", "贷款本金 × 利率 = 13500.00", "受上限约束：每年贴息上限", "3,375.00 元");
  }

  @Test
  void anAmountThatIsNotSetIsNeverZero() {
    String page =
        chinese.outcome(
            SampleOutcomes.outcome(Result.ELIGIBLE).amount(SampleOutcomes.notSet()).build());

    assertThat(page).contains("金额：未设定\n", "〔夫妻工奖补标准〕").doesNotContain("0", "not set");
  }

  @Test
  void theArithmeticIsInTheLanguageAskedForOnly() {
    Amount amount =
        new Amount(
            null,
            null,
            null,
            List.of("标准"),
            null,
            List.of(new Amount.Step(Text.of("每户", "a household"), "取低者(2 月，〔标准〕) = 未设定")),
            List.of());
    Outcome outcome = SampleOutcomes.outcome(Result.ELIGIBLE).amount(amount).build();

    assertThat(chinese.outcome(outcome)).contains("每户 = 取低者(2 月，〔标准〕) = 未设定");
    assertThat(explainer(Language.EN).outcome(outcome))
        .contains("a household = the lower of (2 月, 〔标准〕) = not set");
  }

  @Test
  void anAmountThatDependsOnMissingFactsIsARange() {
    Amount range =
        new Amount(null, new BigDecimal("100.00"), null, List.of(), null, List.of(), List.of());

    assertThat(chinese.outcome(SampleOutcomes.outcome(Result.NEEDS_INFO).amount(range).build()))
        .contains("金额：不少于 100.00 元");
  }

  @Test
  void equalNeighbouringMonthsAreOneSpan() {
    String page =
        chinese.outcome(
            SampleOutcomes.outcome(Result.ELIGIBLE)
                .month(SampleOutcomes.month("2024-11", Result.ELIGIBLE, amount("1890.00")))
                .month(SampleOutcomes.month("2024-12", Result.ELIGIBLE, amount("1890.00")))
                .month(SampleOutcomes.month("2025-01", Result.ELIGIBLE, amount("2070.00")))
                .month(SampleOutcomes.month("2025-02", Result.NOT_ELIGIBLE, null))
                .build());

    assertThat(page)
        .contains("2024-11 至 2024-12  符合条件", "1,890.00 元", "2025-01  符合条件", "2025-02  不符合条件");
  }

  @Test
  void monthsWithAHoleBetweenThemAreTwoSpans() {
    assertThat(
            MonthWords.spans(
                List.of(
                    SampleOutcomes.month("2024-11", Result.ELIGIBLE, null),
                    SampleOutcomes.month("2025-01", Result.ELIGIBLE, null))))
        .hasSize(2);
  }

  @Test
  void aDueDateSaysThatItsDayIsIncluded() {
    Due due =
        new Due(
            LocalDate.of(2024, 12, 1),
            Text.of("每季度一次", "once a quarter"),
            List.of(),
            List.of(new Due.Item("岗位推荐", new BigDecimal("3"), new BigDecimal("1"))),
            List.of());
    String page =
        chinese.outcome(
            SampleOutcomes.outcome(Result.DUE).kind(SchemeKind.SERVICE).due(due).build());

    assertThat(page).contains("2024-12-01 之前（含当日）", "每季度一次", "应提供 3 次，已提供 1 次");
  }

  @Test
  void theIntervalThatARhythmNamesIsShownWithItsValueAndListedWithItsSource() {
    Due due =
        new Due(
            LocalDate.of(2024, 12, 1),
            Text.of("每〔联系间隔〕日联系一次", "every so often"),
            List.of(),
            List.of(),
            List.of());
    String page =
        chinese.outcome(
            SampleOutcomes.outcome(Result.DUE)
                .kind(SchemeKind.FREQUENCY)
                .due(due)
                .parameter(SampleOutcomes.parameter("联系间隔", "30 日", Confidence.TEXT))
                .build());

    assertThat(page)
        .contains("安排：每〔联系间隔〕日联系一次\n  〔联系间隔〕30 日\n")
        .contains("用到的参数\n  〔联系间隔〕30 日，2024-01-01 起施行");
  }

  @Test
  void aServiceWithoutARhythmPrintsNoEmptyOne() {
    Due due = new Due(null, Text.of("", ""), List.of(), List.of(), List.of());

    assertThat(
            chinese.outcome(
                SampleOutcomes.outcome(Result.DUE).kind(SchemeKind.SERVICE).due(due).build()))
        .doesNotContain("安排");
  }

  @Test
  void whatWasGivenUpNamesTheOtherSchemeByItsTitle() {
    String page =
        chinese.outcome(
            SampleOutcomes.outcome(Result.NOT_ELIGIBLE)
                .givenUp(
                    new GivenUp(
                        "lamp",
                        "candle",
                        "三（一）",
                        Text.of("同月只享受一项", "one a month"),
                        List.of("2024-09")))
                .choose("candle")
                .build());

    assertThat(page).contains("点灯奖补 [2024-09]：因「蜡烛补贴」，同月只享受一项 — 三（一）", "请本人选择：蜡烛补贴");
  }

  @Test
  void anAssessmentBeginsWithAllResultsAtAGlance() {
    Outcome good = SampleOutcomes.outcome(Result.ELIGIBLE).build();
    Outcome bad = SampleOutcomes.outcome(Result.NOT_ELIGIBLE).build();

    assertThat(
            chinese.assessment(
                new Assessment(SampleOutcomes.ON, "0123456789abcdef", List.of(good, bad))))
        .contains("测算日期 2024-09-01，发布 0123456789ab", "✓ 点灯奖补  符合条件", "✗ 点灯奖补  不符合条件");
  }

  @Test
  void theSummaryOfASchemeWithSeveralRowsSaysWhichRowEachLineIsAbout() {
    ConditionResult plain = condition(Truth.MET, "句", null);
    ConditionResult cut =
        new ConditionResult(
            plain.id(),
            plain.text(),
            plain.result(),
            List.of(
                new ConditionResult.Seen(
                    "lamp.wicks[1].cut",
                    Text.of("剪日", "cut"),
                    "2024-03-01",
                    null,
                    null,
                    List.of())),
            List.of(),
            plain.clause(),
            plain.file(),
            plain.line(),
            null);
    Outcome first = SampleOutcomes.outcome(Result.ELIGIBLE).subject("wick lamp.wicks[0]").build();
    Outcome second =
        SampleOutcomes.outcome(Result.NOT_ELIGIBLE)
            .subject("wick lamp.wicks[1]")
            .condition(cut)
            .build();

    assertThat(
            chinese.assessment(
                new Assessment(SampleOutcomes.ON, "0123456789abcdef", List.of(first, second))))
        .contains("✓ 点灯奖补（灯芯第 1 条）  符合条件\n", "✗ 点灯奖补（灯芯第 2 条，2024-03-01）  不符合条件\n");
  }

  @Test
  void whatGivesWayToAnotherSchemeIsNotSimplyEligible() {
    GivenUp ever = new GivenUp("lamp", "candle", "三", Text.of("不能同享", "not both"), List.of());
    GivenUp month =
        new GivenUp("lamp", "candle", "三", Text.of("不能同享", "not both"), List.of("2024-08"));
    Outcome whole = SampleOutcomes.outcome(Result.ELIGIBLE).givenUp(ever).build();
    Outcome partly =
        SampleOutcomes.outcome(Result.ELIGIBLE)
            .givenUp(month)
            .month(SampleOutcomes.month("2024-08", Result.ELIGIBLE, null))
            .month(SampleOutcomes.month("2024-09", Result.ELIGIBLE, null))
            .build();

    assertThat(
            chinese.assessment(
                new Assessment(SampleOutcomes.ON, "0123456789abcdef", List.of(whole, partly))))
        .contains("– 点灯奖补  符合条件，让位于「蜡烛补贴」\n", "✓ 点灯奖补  符合条件，部分月份让位于「蜡烛补贴」\n");
  }

  @Test
  void englishStandsBesideChineseOrAloneAsAsked() {
    Outcome outcome = SampleOutcomes.outcome(Result.ELIGIBLE).build();

    assertThat(explainer(Language.EN).outcome(outcome))
        .contains("Result: Eligible")
        .doesNotContain("结果");
    assertThat(explainer(Language.BOTH).outcome(outcome)).contains("结果：符合条件 (Result: Eligible)");
  }

  @Test
  void theDifferenceOfTwoOutcomesNamesResultConditionsAndValues() {
    Outcome before =
        SampleOutcomes.outcome(Result.NOT_ELIGIBLE)
            .condition(condition(Truth.NOT_MET, "句", "5 月"))
            .build();
    Outcome after =
        SampleOutcomes.outcome(Result.ELIGIBLE)
            .condition(condition(Truth.MET, "句", "6 月"))
            .amount(SampleOutcomes.amount("6750.00"))
            .build();

    assertThat(chinese.difference(before, after))
        .contains("结果：不符合条件 → 符合条件", "金额：无 → 6,750.00 元", "句：不满足 → 满足", "亮灯月数：5 月 → 6 月");
    assertThat(chinese.difference(after, after)).contains("没有差别");
  }

  private static Amount amount(String value) {
    return new Amount(new BigDecimal(value), null, null, List.of(), null, List.of(), List.of());
  }

  private static ConditionResult condition(
      Truth result, String text, @org.jspecify.annotations.Nullable String value) {
    return SampleOutcomes.condition(result, text, value, List.of());
  }

  private static Explainer explainer(Language language) {
    return new Explainer(
        SampleRelease.release(),
        Map.of("lamp", Text.of("点灯奖补", "lamp"), "candle", Text.of("蜡烛补贴", "candle")),
        language,
        160);
  }

  private static ConditionResult.Seen seen(String of, String label) {
    return new ConditionResult.Seen(of, Text.of(label, label), "有", null, null, List.of());
  }
}
