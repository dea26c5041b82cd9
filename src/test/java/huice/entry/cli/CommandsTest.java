package huice.entry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command through its door, on the small root of lamps. */
class CommandsTest {
  private static final String CASE =
      """
      on: 2025-02-10
      from: 2024-12
      to: 2025-02
      facts:
        keeper:
          visits_wanted: true
          registered_on: {value: 2024-01-10, source: ledger, obtained: 2024-01-10}
          oil_paid: 1300
          born_on: 1990-02-28
          lamps:
            complete_to: 2025-02-10
            rows:
              - {lit: 2024-01-15, out: none, sealed: false, fuel: oil}
      """;

  @TempDir Path root;
  private FixtureRoot lamps;

  @BeforeEach
  void copy() throws IOException {
    lamps = new FixtureRoot(root);
  }

  @Test
  void checkSaysThatNothingIsWrongAndEndsWellInSpiteOfNotices() {
    FixtureRoot.Run run = lamps.run("check");

    assertThat(run.code()).isEqualTo(Main.GOOD);
    assertThat(run.out())
        .contains("policies/lamps/parameters/visit-many.yaml:12: 提示：2026-10-01 起应当复核")
        .contains("没有问题，1 条提示；可以测算的项目 3 个");
  }

  @Test
  void checkInEnglishSpeaksEnglish() {
    assertThat(lamps.run("check", "--lang", "en").out()).contains("no problems, 1 notice(s)");
  }

  @Test
  void checkAsJsonNamesReleasePacksProblemsAndNotices() throws IOException {
    lamps.write("rules/lamps/oil-allowance.dslr", "规则 什么\n");

    FixtureRoot.Run run = lamps.run("check", "--json");

    JsonNode json = json(run);
    assertThat(run.code()).isEqualTo(Main.PROBLEMS);
    assertThat(json.get("release").asText()).hasSize(64);
    assertThat(json.get("packs")).extracting(JsonNode::asText).containsExactly("lamps", "wicks");
    assertThat(json.get("problems").get(0).get("file").asText())
        .isEqualTo("rules/lamps/oil-allowance.dslr");
    assertThat(json.get("problems").get(0).get("line").isInt()).isTrue();
    assertThat(json.get("problems").get(0).get("message").asText()).isNotBlank();
    assertThat(json.get("notices")).isNotEmpty();
  }

  @Test
  void checkOfOnePackLeavesTheOthersProblemsOut() throws IOException {
    Files.delete(root.resolve("test-cases/wicks/wick-bonus.yaml"));

    assertThat(lamps.run("check", "wicks").code()).isEqualTo(Main.PROBLEMS);
    assertThat(lamps.run("check", "lamps").code()).isEqualTo(Main.GOOD);
  }

  @Test
  void aPackThatDoesNotExistIsWrongUseAndTheNearestIsNamed() {
    FixtureRoot.Run run = lamps.run("check", "lamp");

    assertThat(run.code()).isEqualTo(Main.WRONG_USE);
    assertThat(run.err()).contains("没有政策包「lamp」", "是否想写「lamps」");
  }

  @Test
  void aFolderThatDoesNotExistIsWrongUse() {
    FixtureRoot.Run run = lamps.run("check", "--root", root.resolve("nowhere").toString());

    assertThat(run.code()).isEqualTo(Main.WRONG_USE);
  }

  @Test
  void testRunsAllCasesAndCountsWhatConditionsWereSeen() throws IOException {
    FixtureRoot.Run run = lamps.run("test", "--json");

    JsonNode json = json(run);
    assertThat(run.code()).isEqualTo(Main.GOOD);
    assertThat(json.get("cases").asInt()).isEqualTo(16);
    assertThat(json.get("passed").asInt()).isEqualTo(16);
    assertThat(json.get("failed").asInt()).isZero();
    assertThat(json.get("conditions").asInt()).isEqualTo(11);
    assertThat(json.get("metSeen").asInt()).isEqualTo(11);
    assertThat(json.get("notMetSeen").asInt()).isEqualTo(11);
    assertThat(json.get("unknownSeen").asInt()).isEqualTo(11);
    assertThat(json.get("failures")).isEmpty();
  }

  @Test
  void aFailingCaseTellsWhereItStandsWhatCameAndWhy() throws IOException {
    Path cases = root.resolve("test-cases/lamps/oil-allowance.yaml");
    Files.writeString(cases, Files.readString(cases).replace("amount: \"500.00\"", "amount: 600"));

    FixtureRoot.Run run = lamps.run("test");

    assertThat(run.code()).isEqualTo(Main.PROBLEMS);
    assertThat(run.out())
        .contains("test-cases/lamps/oil-allowance.yaml:23: 「灯油费多的按上限」")
        .contains("amount：应为 600，得到 500.00")
        .contains("✓ 已经登记守灯（守灯登记日期 2024-01-10")
        .contains("个案 16，通过 15，未通过 1");
  }

  @Test
  void aCaseThatExpectsAConditionThatIsGoneFailsWithThatCause() throws IOException {
    Path cases = root.resolve("test-cases/lamps/oil-allowance.yaml");
    Files.writeString(
        cases,
        Files.readString(cases)
            .replaceFirst("amount: \"500.00\"", "amount: \"500.00\", conditions: {已经没有的条件: met}"));

    FixtureRoot.Run run = lamps.run("test");
    assertThat(run.code()).isEqualTo(Main.PROBLEMS);
    assertThat(run.out()).contains("没有条件「已经没有的条件」").contains("未通过 1");

    JsonNode failure = json(lamps.run("test", "--json")).get("failures").get(0);
    assertThat(failure.at("/problems/0/message").asText())
        .contains("没有条件「已经没有的条件」", "there is no condition");
    assertThat(failure.at("/problems/0/line").asInt()).isEqualTo(failure.get("line").asInt());
  }

  @Test
  void testOfOnePackRunsOnlyItsCases() throws IOException {
    assertThat(json(lamps.run("test", "wicks", "--json")).get("cases").asInt()).isEqualTo(3);
  }

  private Path story() throws IOException {
    return lamps.write(
        "test-cases/lamps/stories/a-keeper.yaml",
        """
        story: 守灯人的一年
        cases:
          - name: 刚来
            on: 2024-07-15
            facts: {keeper: {visits_wanted: false}}
            expect: {lamp-visit: {outcome: NOT_DUE}, oil-allowance: {outcome: NEEDS_INFO}}
          - name: 要求上门
            like: 刚来
            on: 2024-08-15
            change: {keeper.visits_wanted: true}
            expect: {lamp-visit: {outcome: NEEDS_INFO}}
        """);
  }

  @Test
  void decideTellsAStoryStepByStepWithTheSchemesThatEachStepSpeaksOf() throws IOException {
    String told = lamps.run("decide", story().toString()).out();
    assertThat(told)
        .containsSubsequence("守灯人的一年：刚来", "灯油补贴", "守灯人的一年：要求上门", "2024-08-15")
        .doesNotContain("灯芯补贴");

    JsonNode json = json(lamps.run("decide", story().toString(), "--json"));
    assertThat(json.get("cases")).hasSize(2);
    assertThat(json.at("/cases/0/assessment/outcomes")).hasSize(2);
    assertThat(json.at("/cases/1/assessment/on").asText()).isEqualTo("2024-08-15");
  }

  @Test
  void decideTakesOneCaseOfAFileByItsName() throws IOException {
    JsonNode json = json(lamps.run("decide", story().toString(), "--case", "要求上门", "--json"));
    assertThat(json.get("on").asText()).isEqualTo("2024-08-15");
    assertThat(json.get("outcomes")).hasSize(1);

    FixtureRoot.Run run = lamps.run("decide", story().toString(), "--case", "要求上们");
    assertThat(run.code()).isEqualTo(Main.WRONG_USE);
    assertThat(run.err()).contains("要求上们", "是否想写");
  }

  @Test
  void decidePrintsResultConditionsArithmeticAndMonths() throws IOException {
    FixtureRoot.Run run = lamps.run("decide", lamps.write("case.yaml", CASE).toString());

    assertThat(run.code()).isEqualTo(Main.GOOD);
    assertThat(run.out())
        .contains("测算日期 2025-02-10", "本测算不产生任何效力")
        .contains("灯油补贴  oil-allowance", "结果：符合条件", "金额：500.00 元")
        .contains("按灯油费的〔灯油补贴比例〕补贴", "受上限约束")
        .contains("2024-12  符合条件", "2025-01 至 2025-02  符合条件", "金额：120.50 元")
        .contains("草案", "rules/lamps/oil-allowance.dslr:9")
        .doesNotContain("huice.", "Exception");
  }

  @Test
  void decideAsJsonIsWhatTheServiceAnswers() throws IOException {
    FixtureRoot.Run run =
        lamps.run(
            "decide",
            lamps.write("case.yaml", CASE).toString(),
            "--json",
            "--scheme",
            "oil-allowance",
            "--scheme",
            "lamp-visit");

    JsonNode json = json(run);
    assertThat(json.get("on").asText()).isEqualTo("2025-02-10");
    assertThat(json.get("outcomes"))
        .extracting(o -> o.get("scheme").asText())
        .containsExactlyInAnyOrder("oil-allowance", "lamp-visit");
    JsonNode outcome =
        json.get("outcomes").get(0).get("scheme").asText().equals("oil-allowance")
            ? json.get("outcomes").get(0)
            : json.get("outcomes").get(1);
    assertThat(outcome.get("amount").get("value").asText()).isEqualTo("500.00");
    assertThat(outcome.get("conditions")).hasSize(5);
    assertThat(outcome.get("conditions").get(4).get("unless").asBoolean()).isTrue();
    assertThat(outcome.get("conditions").get(0).get("value").asText()).isEqualTo("2024-01-10");
  }

  @Test
  void theDayAndTheMonthsOfTheCommandLineStandForTheFiles() throws IOException {
    String path = lamps.write("case.yaml", CASE).toString();

    JsonNode json =
        json(
            lamps.run(
                "decide",
                path,
                "--json",
                "--scheme",
                "wick-bonus",
                "--on",
                "2024-07-01",
                "--from",
                "2024-06",
                "--to",
                "2024-07"));

    assertThat(json.get("on").asText()).isEqualTo("2024-07-01");
    JsonNode months = json.get("outcomes").get(0).get("months");
    assertThat(months.get(0).get("month").asText()).isEqualTo("2024-06");
    assertThat(months.get(months.size() - 1).get("to").asText()).isEqualTo("2024-07");
  }

  @Test
  void aCaseMayBeJsonAndNameNoDayWhenTheCommandDoes() throws IOException {
    String path =
        lamps
            .write("case.json", "{\"facts\": {\"keeper\": {\"visits_wanted\": false}}}")
            .toString();

    assertThat(lamps.run("decide", path).err()).contains("没有写明日期 on");
    assertThat(lamps.run("decide", path, "--on", "2024-07-01", "--scheme", "lamp-visit").out())
        .contains("结果：无需办理");
  }

  @Test
  void allFaultsOfACaseAreToldAtOnceEachOnItsLine() throws IOException {
    String path =
        lamps
            .write(
                "case.yaml",
                CASE.replace("oil_paid: 1300", "oil_payed: 1300")
                    .replace("born_on: 1990-02-28", "born_on: 1990-02-30")
                    .replace("fuel: oil", "fuel: water"))
            .toString();

    FixtureRoot.Run run = lamps.run("decide", path);

    assertThat(run.code()).isEqualTo(Main.PROBLEMS);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(path + ":8: ").contains("oil_paid"),
            line -> assertThat(line).startsWith(path + ":9: ").contains("1990-02-30"),
            line -> assertThat(line).startsWith(path + ":13: ").contains("water"));

    FixtureRoot.Run inJson = lamps.run("decide", path, "--json");
    assertThat(inJson.code()).isEqualTo(Main.PROBLEMS);
    JsonNode problems = json(inJson).get("problems");
    assertThat(problems).hasSize(3).allMatch(p -> p.get("file").asText().equals(path));
    assertThat(problems).extracting(p -> p.get("line").asInt()).containsExactly(8, 9, 13);
    assertThat(problems.get(0).get("pointer").asText()).endsWith("/oil_payed");
    assertThat(problems.get(0).get("message").asText()).contains("是否想写", "did you mean");
  }

  @Test
  void decideAsJsonTellsWhyNothingCanBeReadAtAll(@TempDir Path empty) throws IOException {
    String path = lamps.write("case.yaml", CASE).toString();

    FixtureRoot.Run run = lamps.run("decide", path, "--json", "--root", empty.toString());

    assertThat(run.code()).isEqualTo(Main.PROBLEMS);
    assertThat(json(run).get("problems"))
        .anyMatch(p -> p.get("file").asText().equals("rules/vocabulary.dsl"));
  }

  @Test
  void wrongUseIsToldInWordsAndNeverAsATrace() throws IOException {
    String path = lamps.write("case.yaml", CASE).toString();
    for (List<String> wrong :
        List.of(
            List.of("decide"),
            List.of("decide", "nowhere.yaml"),
            List.of("decide", path, "--on", "2024-13-01"),
            List.of("decide", path, "--from", "2025"),
            List.of("decide", path, "--from", "2025-03", "--to", "2025-01"),
            List.of("decide", path, "--scheme", "oil"),
            List.of("decide", path, "--lang", "fr"),
            List.of("explain", "oil-alowance"),
            List.of("drl"))) {
      FixtureRoot.Run run = lamps.run(wrong.toArray(String[]::new));

      assertThat(run.code()).as(wrong.toString()).isEqualTo(Main.WRONG_USE);
      assertThat(run.err()).startsWith("用法有误 Wrong use: ").doesNotContain("\tat ", "Exception");
    }
  }

  @Test
  void aSchemeWithProblemsIsLeftOutAndSaidSo() throws IOException {
    String path = lamps.write("case.yaml", CASE).toString();
    lamps.write("rules/wicks/wick-bonus.dslr", "规则 什么\n");

    FixtureRoot.Run run = lamps.run("decide", path);

    assertThat(run.code()).isEqualTo(Main.PROBLEMS);
    assertThat(run.out()).contains("灯油补贴  oil-allowance").doesNotContain("wick-bonus");
    assertThat(run.err()).contains("有问题的项目不在其中");
  }

  @Test
  void explainShowsRuleClauseParametersOfTheDayAndCases() {
    FixtureRoot.Run run = lamps.run("explain", "wick-bonus", "--on", "2025-03-01");

    assertThat(run.code()).isEqualTo(Main.GOOD);
    assertThat(run.out())
        .contains("灯芯补贴  wick-bonus", "草案")
        .contains("A bonus for every month in which a lamp burns")
        .contains("9      当月有灯亮着")
        .contains("〔灯芯补贴标准〕  120.50 元/月  2025-01-01 至 2025-12-31")
        .contains("✓ 跨年  2025-02-10");
  }

  @Test
  void explainSaysWhichParametersAreNotPublishedOrNotInForce() {
    assertThat(lamps.run("explain", "wick-bonus", "--on", "2026-03-01").out()).contains("未公布");
    assertThat(lamps.run("explain", "wick-bonus", "--on", "2020-03-01").out())
        .contains("当日没有施行的版本");
  }

  @Test
  void explainOfATableShowsItsRows() throws IOException {
    assertThat(lamps.run("explain", "lamp-visit", "--on", "2025-03-01").out())
        .contains("要求上门的守灯人，灯多的每月上门，灯少的每季上门")
        .contains("灯多 | 是 | ≥〔多灯数〕")
        .contains("几盏灯算灯多？");
    JsonNode json = json(lamps.run("explain", "lamp-visit", "--on", "2025-03-01", "--json"));
    assertThat(json.get("parameters")).hasSize(3);
    assertThat(json.get("cases")).hasSize(4);
  }

  @Test
  void drlShowsWhatTheSentencesStandFor() throws IOException {
    assertThat(lamps.run("drl", "oil-allowance").out())
        .contains("value(\"keeper.registered_on\") <= on()", "not Case(");
    assertThat(json(lamps.run("drl", "oil-allowance", "--json")).get("drl").asText())
        .contains("then");
  }

  @Test
  void clausesQuestionsAndVocabularyAreListed() throws IOException {
    assertThat(lamps.run("clauses").out())
        .contains("一（一）", "已编码", "oil-allowance", "不编码", "only a figure of the whole town");
    JsonNode clauses = json(lamps.run("clauses", "wicks", "--json")).get("clauses");
    assertThat(clauses).hasSize(2);
    assertThat(clauses.findValuesAsText("status")).containsExactly("encoded", "declined");
    assertThat(lamps.run("questions").out()).contains("几盏灯算灯多？");
    assertThat(json(lamps.run("questions", "--json"))).hasSize(1);
    assertThat(lamps.run("vocabulary").out())
        .contains("条件", "连续亮灯满{n}个月", "months(\"keeper.lamps\"");
    assertThat(json(lamps.run("vocabulary", "--json"))).hasSizeGreaterThan(20);
  }

  @Test
  void aSentenceOfTheVocabularyIsShownAsWrittenWithALineOfARuleThatUsesIt() throws IOException {
    Path vocabulary = root.resolve("rules/vocabulary.dsl");
    Files.writeString(
        vocabulary,
        Files.readString(vocabulary)
            + "\n[condition]守灯人从来没有歇过{n}天=Case( value(\"keeper.registered_on\") <= on() )\n");

    String told = lamps.run("vocabulary").out();
    assertThat(told)
        .containsSubsequence("规则 {name}", "例：规则 ", ".dslr")
        .containsSubsequence("守灯人从来没有歇过{n}天", "还没有规则使用")
        .doesNotContain("(?m)", "\\s");

    for (JsonNode sentence : json(lamps.run("vocabulary", "--json"))) {
      if (sentence.get("sentence").asText().startsWith("守灯人从来")) {
        assertThat(sentence.get("example").isNull()).isTrue();
      } else if (sentence.get("sentence").asText().equals("连续亮灯满{n}个月")) {
        assertThat(sentence.get("example").asText()).contains("连续亮灯满〔");
        assertThat(sentence.get("exampleFile").asText()).startsWith("rules/");
      }
    }
  }

  @Test
  void aRootWithNothingInItIsAListOfProblems(@TempDir Path empty) {
    FixtureRoot.Run run = lamps.run("check", "--root", empty.toString());

    assertThat(run.code()).isEqualTo(Main.PROBLEMS);
    assertThat(run.out()).contains("rules/vocabulary.dsl: 没有词汇表");
    assertThat(lamps.run("vocabulary", "--root", empty.toString()).code()).isEqualTo(Main.PROBLEMS);
    assertThat(lamps.run("test", "--root", empty.toString()).code()).isEqualTo(Main.PROBLEMS);
  }

  private static JsonNode json(FixtureRoot.Run run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }
}
