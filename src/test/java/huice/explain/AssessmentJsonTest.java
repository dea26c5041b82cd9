package huice.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.model.Amount;
import huice.model.Assessment;
import huice.model.ConditionResult;
import huice.model.GivenUp;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.SampleOutcomes;
import huice.model.Text;
import huice.model.Truth;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentJsonTest {
  @Test
  void anAssessmentNamesItsDayAndItsRelease() throws IOException {
    JsonNode json = read(SampleOutcomes.outcome(Result.ELIGIBLE).build());

    assertThat(json.get("on").asText()).isEqualTo("2024-09-01");
    assertThat(json.get("release").asText()).isEqualTo("abc");
    assertThat(json.get("outcomes")).hasSize(1);
  }

  @Test
  void aConditionHasItsSentenceResultValueSourceParameterClauseAndPlace() throws IOException {
    JsonNode condition = first(refused()).get("conditions").get(0);

    assertThat(condition.get("id").asText()).isEqualTo("lamp/亮灯满〔亮灯要求〕个月");
    assertThat(condition.get("text").asText()).isEqualTo("亮灯满〔亮灯要求〕个月");
    assertThat(condition.get("result").asText()).isEqualTo("NOT_MET");
    assertThat(condition.get("value").asText()).isEqualTo("5 月");
    assertThat(condition.get("source").asText()).isEqualTo("document");
    assertThat(condition.get("parameter").asText()).isEqualTo("〔亮灯要求〕6 月");
    assertThat(condition.get("clause").asText()).isEqualTo("二（一）1d");
    assertThat(condition.get("file").asText()).isEqualTo("rules/demo/lamp.dslr");
    assertThat(condition.get("line").asInt()).isEqualTo(7);
    assertThat(condition.get("values").get(0).get("flags").get(0).asText()).isEqualTo("stale");
    assertThat(condition.get("values").get(0).get("obtained").asText()).isEqualTo("2024-05-01");
  }

  @Test
  void parametersWithTheirSourcesAndLabelsOfFactsStandOnce() throws IOException {
    JsonNode json = read(refused());

    assertThat(json.get("parameters")).hasSize(1);
    JsonNode parameter = json.get("parameters").get(0);
    assertThat(parameter.get("name").asText()).isEqualTo("亮灯要求");
    assertThat(parameter.get("value").asText()).isEqualTo("6 月");
    assertThat(parameter.get("from").asText()).isEqualTo("2024-01-01");
    assertThat(parameter.get("dated").asText()).isEqualTo("2024-09-01");
    assertThat(parameter.get("reference").asText()).contains("莎车县");
    assertThat(parameter.get("confidence").asText()).isEqualTo("TEXT");
    assertThat(json.get("labels").get("lamp.burning").get("zh").asText()).isEqualTo("亮灯月数");
  }

  @Test
  void aMonthRepeatsNeitherSentencesNorQuestions() throws IOException {
    ConditionResult condition =
        SampleOutcomes.condition(Truth.NOT_MET, "亮灯满〔亮灯要求〕个月", "5 月", List.of());
    ConditionResult other = SampleOutcomes.condition(Truth.MET, "别的版本的句子", "1 月", List.of());
    MonthLine month =
        new MonthLine(
            YearMonth.of(2024, 8),
            YearMonth.of(2024, 8),
            Result.NEEDS_INFO,
            null,
            List.of(condition, other),
            List.of(SampleOutcomes.missing()));
    JsonNode outcome =
        first(
            SampleOutcomes.outcome(Result.NEEDS_INFO)
                .condition(condition)
                .missing(SampleOutcomes.missing())
                .month(month)
                .build());

    JsonNode line = outcome.get("months").get(0);
    assertThat(line.get("conditions").get(0).has("text")).isFalse();
    assertThat(line.get("conditions").get(0).get("value").asText()).isEqualTo("5 月");
    assertThat(line.get("conditions").get(1).get("text").asText()).isEqualTo("别的版本的句子");
    assertThat(line.get("missing").get(0).asText()).isEqualTo("lamp.lit");
    assertThat(outcome.get("missing").get(0).get("fact").asText()).isEqualTo("lamp.lit");
  }

  @Test
  void moneyIsAStringWithItsDecimals() throws IOException {
    JsonNode amount =
        first(
                SampleOutcomes.outcome(Result.ELIGIBLE)
                    .amount(SampleOutcomes.amount("6750.00"))
                    .build())
            .get("amount");

    assertThat(amount.get("value").isTextual()).isTrue();
    assertThat(amount.get("value").asText()).isEqualTo("6750.00");
    assertThat(amount.get("set").asBoolean()).isTrue();
    assertThat(amount.get("shares").get(0).get("value").asText()).isEqualTo("3375.00");
    assertThat(amount.get("steps").get(0).get("value").asText()).isEqualTo("13500.00");
  }

  @Test
  void anAmountThatIsNotSetIsNullAndNamesTheParameter() throws IOException {
    JsonNode amount =
        first(SampleOutcomes.outcome(Result.ELIGIBLE).amount(SampleOutcomes.notSet()).build())
            .get("amount");

    assertThat(amount.get("set").asBoolean()).isFalse();
    assertThat(amount.get("value").isNull()).isTrue();
    assertThat(amount.get("notSet").get(0).asText()).isEqualTo("夫妻工奖补标准");
  }

  @Test
  void anAmountThatDependsOnUnknownFactsIsARange() throws IOException {
    Amount range =
        new Amount(
            null,
            new BigDecimal("0.00"),
            new BigDecimal("500.00"),
            List.of(),
            null,
            List.of(),
            List.of());
    JsonNode amount =
        first(SampleOutcomes.outcome(Result.NEEDS_INFO).amount(range).build()).get("amount");

    assertThat(amount.get("value").isNull()).isTrue();
    assertThat(amount.get("low").asText()).isEqualTo("0.00");
    assertThat(amount.get("high").asText()).isEqualTo("500.00");
  }

  @Test
  void whatIsNotKnownIsNullAndListsAreNeverLeftOut() throws IOException {
    JsonNode outcome = first(SampleOutcomes.outcome(Result.NEEDS_INFO).build());

    for (String name : List.of("amount", "due", "recheckOn", "possibleFrom")) {
      assertThat(outcome.get(name).isNull()).as(name).isTrue();
    }
    for (String name :
        List.of("months", "conditions", "missing", "givenUp", "choose", "unsettled", "notes")) {
      assertThat(outcome.get(name).isArray()).as(name).isTrue();
    }
  }

  @Test
  void whatIsMissingAndWhatWasGivenUpAreToldInBothLanguages() throws IOException {
    JsonNode outcome =
        first(
            SampleOutcomes.outcome(Result.NEEDS_INFO)
                .missing(SampleOutcomes.missing())
                .givenUp(
                    new GivenUp(
                        "candle",
                        "lamp",
                        "三（一）",
                        Text.of("同月只享受一项", "one a month"),
                        List.of("2024-09")))
                .recheckOn(LocalDate.of(2024, 10, 1))
                .build());

    JsonNode missing = outcome.get("missing").get(0);
    assertThat(missing.get("fact").asText()).isEqualTo("lamp.lit");
    assertThat(missing.get("question").asText()).isEqualTo("哪天点的灯？");
    assertThat(missing.get("questionEn").asText()).isEqualTo("On what day was it lit?");
    assertThat(outcome.get("givenUp").get(0).get("months").get(0).asText()).isEqualTo("2024-09");
    assertThat(outcome.get("recheckOn").asText()).isEqualTo("2024-10-01");
  }

  @Test
  void aTextWithoutEnglishHasNoEnglishKey() throws IOException {
    Text chinese = Text.of("四舍五入到分", "四舍五入到分");
    Amount amount =
        new Amount(
            new BigDecimal("1.00"),
            null,
            null,
            List.of(),
            null,
            List.of(
                new Amount.Step(chinese, "1.00"), new Amount.Step(Text.of("合计", "sum"), "1.00")),
            List.of());
    JsonNode outcome = first(SampleOutcomes.outcome(Result.ELIGIBLE).amount(amount).build());

    assertThat(outcome.at("/amount/steps/0").has("textEn")).isFalse();
    assertThat(outcome.at("/amount/steps/1/textEn").asText()).isEqualTo("sum");
  }

  @Test
  void theIdOfASchemeIsNotWrittenAsItsEnglishTitle() throws IOException {
    Outcome outcome = SampleOutcomes.outcome(Result.ELIGIBLE).build();
    JsonNode untitled = first(titled(outcome, Text.of("点灯补贴", outcome.scheme())));

    assertThat(untitled.has("titleEn")).isFalse();
    assertThat(untitled.get("title").asText()).isEqualTo("点灯补贴");
    assertThat(first(titled(outcome, Text.of("点灯补贴", "Lamp aid"))).get("titleEn").asText())
        .isEqualTo("Lamp aid");
  }

  private static Outcome titled(Outcome outcome, Text title) {
    return new Outcome(
        outcome.scheme(),
        title,
        outcome.pack(),
        outcome.kind(),
        outcome.subject(),
        outcome.outcome(),
        outcome.indicative(),
        outcome.amount(),
        outcome.due(),
        outcome.months(),
        outcome.conditions(),
        outcome.parameters(),
        outcome.missing(),
        outcome.recheckOn(),
        outcome.possibleFrom(),
        outcome.givenUp(),
        outcome.choose(),
        outcome.notes(),
        outcome.unsettled(),
        outcome.schemeDigest());
  }

  private static Outcome refused() {
    return SampleOutcomes.outcome(Result.NOT_ELIGIBLE)
        .condition(SampleOutcomes.condition(Truth.NOT_MET, "亮灯满〔亮灯要求〕个月", "5 月", List.of("stale")))
        .condition(SampleOutcomes.condition(Truth.MET, "已点灯", "5 月", List.of()))
        .build();
  }

  private static JsonNode first(Outcome outcome) throws IOException {
    return read(outcome).get("outcomes").get(0);
  }

  private static JsonNode read(Outcome outcome) throws IOException {
    return new ObjectMapper()
        .readTree(AssessmentJson.bytes(new Assessment(SampleOutcomes.ON, "abc", List.of(outcome))));
  }
}
