package huice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Evidence;
import huice.model.Known;
import huice.model.Node;
import huice.model.Quality;
import huice.model.Raw;
import huice.model.Rows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseReaderTest {
  @TempDir static Path root;
  static Dictionary dictionary;

  @BeforeAll
  static void load() {
    dictionary = Objects.requireNonNull(new Folder(root).load().release()).dictionary();
  }

  private static CaseReader.Read json(String text) {
    Trees.Parsed parsed = Trees.json(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    return CaseReader.read(dictionary, parsed, null);
  }

  private static CaseReader.Read yaml(String text) {
    return CaseReader.read(dictionary, Trees.yaml(text.getBytes(StandardCharsets.UTF_8)), null);
  }

  /** A worker's fact in a case of that one fact. */
  private static Known worker(String fact, String value) {
    CaseReader.Read read =
        json("{'on':'2024-09-01','facts':{'worker':{'" + fact + "':" + value + "}}}");
    assertThat(read.faults()).isEmpty();
    Node node = Objects.requireNonNull(Objects.requireNonNull(read.given()).roots().get("worker"));
    return node.fact(node.entity().fact(fact).orElseThrow());
  }

  private static void refused(String fact, String value, String pointer, String says) {
    CaseReader.Read read =
        json("{'on':'2024-09-01','facts':{'worker':{'" + fact + "':" + value + "}}}");
    assertThat(read.given()).isNull();
    assertThat(read.faults())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.pointer()).isEqualTo("/facts/worker/" + fact + pointer);
              assertThat(f.message()).contains(says);
            });
  }

  private static Known said(long raw) {
    return new Known.Value(raw, Evidence.DECLARED);
  }

  @Test
  void bareValuesAreDeclaredByThePerson() {
    assertThat(worker("birth_date", "'1990-02-28'"))
        .isEqualTo(said(Raw.of(LocalDate.of(1990, 2, 28))));
    assertThat(worker("first_month", "'2025-03'"))
        .isEqualTo(said(Raw.of(LocalDate.of(2025, 3, 1))));
    assertThat(worker("paid", "'20.70'")).isEqualTo(said(20_700_000));
    assertThat(worker("paid", "20.7")).isEqualTo(said(20_700_000));
    assertThat(worker("enrolled", "true")).isEqualTo(said(1));
    assertThat(worker("enrolled", "'否'")).isEqualTo(said(0));
    assertThat(worker("paid", "'none'")).isEqualTo(new Known.None(Evidence.DECLARED));
    assertThat(worker("birth_date", "'无'")).isEqualTo(new Known.None(Evidence.DECLARED));
  }

  @Test
  void evidenceIsKept() {
    assertThat(
            worker(
                "paid",
                "{'value':'1','source':'document','obtained':'2024-05-01','quality':'verified','until':'2025-05-01','withdrawn':true}"))
        .isEqualTo(
            new Known.Value(
                Raw.ONE,
                new Evidence(
                    "document",
                    LocalDate.of(2024, 5, 1),
                    Quality.VERIFIED,
                    LocalDate.of(2025, 5, 1),
                    true)));
    assertThat(worker("paid", "{'value':'none','source':'document'}"))
        .isEqualTo(new Known.None(new Evidence("document", null, Quality.DECLARED, null, false)));
  }

  @Test
  void conflictingSourcesAreBothKept() {
    assertThat(
            worker(
                "birth_date",
                "{'conflict':[{'value':'1990-01-01','source':'document'},{'value':'none'}]}"))
        .isInstanceOfSatisfying(
            Known.Conflict.class,
            c ->
                assertThat(c.values())
                    .extracting(Known.Value::raw)
                    .containsExactly(Raw.of(LocalDate.of(1990, 1, 1)), Raw.NEVER));
  }

  @Test
  void listsSayHowFarTheyAreComplete() {
    String text =
        """
        on: 2024-09-01
        from: 2024-10
        facts:
          worker:
            employments:
              complete_to: 2024-08-31
              rows: [{start: 2024-01-01, tier: 二档}]
            home: {members: 3}
          spouse:
            employments: [{start: 2023-01-01}]
        """;
    Case given = Objects.requireNonNull(yaml(text).given());
    Node worker = Objects.requireNonNull(given.roots().get("worker"));
    Rows rows =
        Objects.requireNonNull(worker.list(worker.entity().relation("employments").orElseThrow()));
    assertThat(rows.completeTo()).isEqualTo(LocalDate.of(2024, 8, 31));
    assertThat(rows.rows())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.path()).isEqualTo("worker.employments[0]");
              assertThat(r.fact(r.entity().fact("tier").orElseThrow())).isEqualTo(said(1));
            });
    assertThat(
            Objects.requireNonNull(worker.one(worker.entity().relation("home").orElseThrow()))
                .path())
        .isEqualTo("worker.home");
    Node spouse = Objects.requireNonNull(given.roots().get("spouse"));
    assertThat(
            Objects.requireNonNull(
                    spouse.list(spouse.entity().relation("employments").orElseThrow()))
                .completeTo())
        .isNull();
    assertThat(given.from()).isEqualTo(YearMonth.of(2024, 10));
    assertThat(given.to()).isEqualTo(YearMonth.of(2024, 10));
  }

  @Test
  void everyWrongValueIsToldWithItsPointer() {
    refused("birthdate", "'1990-01-01'", "", "是否想写「birth_date」");
    refused("birth_date", "null", "", "leave it out if unknown, write none");
    refused("birth_date", "'1990-02-29'", "", "没有 1990-02-29 这一天");
    refused("birth_date", "'28.2.1990'", "", "不是日期");
    refused("birth_date", "'9999-12-31'", "", "1900 年至 2199 年");
    refused("birth_date", "['1990-01-01','1990-01-02']", "", "应当是一个值");
    refused("first_month", "'2025-13'", "", "不是月份");
    refused("paid", "1e3", "", "科学计数法");
    refused("paid", "0.001", "", "最多 2 位小数");
    refused("paid", "-1", "", "小于零");
    refused("paid", "'1,000'", "", "不是数字");
    refused("paid", "99999999999", "", "太大");
    refused("enrolled", "'maybe'", "", "请写 yes 或 no");
    refused("enrolled", "'none'", "", "不能写 none");
    refused("paid", "{'value':'1','source':'employer'}", "/source", "可以写：person、document");
    refused(
        "paid",
        "{'value':'1','quality':'good'}",
        "/quality",
        "可以写：verified、declared、matched、estimated");
    refused("paid", "{'source':'person'}", "/value", "没有写明 value");
    refused("paid", "{'value':'1','origin':'person'}", "/origin", "没有「origin」这一项");
    refused(
        "paid",
        "{'value':'1','obtained':'2024-05-02','until':'2024-05-01'}",
        "/until",
        "早于 obtained");
    refused("paid", "{'conflict':[{'value':'1'}]}", "/conflict", "两个以上的值");
    refused("employments", "{'start':'2024-01-01'}", "", "应当是列表");
    refused("employments", "'none'", "", "应当是列表");
    refused("employments", "[null]", "/0", "没有值");
    refused("employments", "{'complete_to':'2024-01-01'}", "/rows", "rows: []");
    refused("employments", "[{'tier':'三档'}]", "/0/tier", "可以写：one（一档）、two（二档）");
    refused("employments", "[{'start':'2024-02-01','end':'2024-01-01'}]", "/0/end", "早于");
    refused("home", "[]", "", "应当是几项事实");
  }

  @Test
  void pointersAreEscaped() {
    assertThat(json("{'on':'2024-09-01','facts':{'worker':{'a/b~c':1}}}").faults())
        .singleElement()
        .satisfies(f -> assertThat(f.pointer()).isEqualTo("/facts/worker/a~1b~0c"));
  }

  @Test
  void theFrameOfACaseIsChecked() {
    assertThat(json("{}").faults()).extracting(CaseFault::pointer).containsExactly("/on", "/facts");
    assertThat(json("[]").faults()).hasSize(1);
    assertThat(json("{'on':'2024-01-01','facts':{'wroker':{}}}").faults())
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("是否想写「worker」"));
    assertThat(json("{'on':'2024-01-01','fact':{},'facts':{}}").faults())
        .singleElement()
        .satisfies(f -> assertThat(f.pointer()).isEqualTo("/fact"));
    assertThat(json("{'on':'2024-01-01','from':'2024-03','to':'2024-02','facts':{}}").faults())
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("在 to（2024-02）之后"));
    assertThat(json("{'on':'2024-01-01','from':'1901-01','facts':{}}").faults())
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("超过 600 个"));
  }

  @Test
  void aGivenDayStandsForTheDayInTheCase() {
    Tree tree =
        Objects.requireNonNull(Trees.yaml("facts: {}".getBytes(StandardCharsets.UTF_8)).tree());
    Case given = CaseReader.read(dictionary, tree, LocalDate.of(2025, 1, 1)).given();
    assertThat(Objects.requireNonNull(given).on()).isEqualTo(LocalDate.of(2025, 1, 1));
  }

  @Test
  void allFaultsAreToldAtOnceWithTheirLines() {
    CaseReader.Read read =
        yaml(
            """
            on: 2024-13-01
            facts:
              worker:
                paid: x
                paid: y
                employments:
                  - start: soon
            """);
    assertThat(read.faults()).extracting(CaseFault::line).containsExactly(5, 1, 4, 7);
    assertThat(read.faults())
        .extracting(CaseFault::pointer)
        .containsExactly(
            "/facts/worker/paid", "/on", "/facts/worker/paid", "/facts/worker/employments/0/start");
  }

  private static String rows(int count) {
    return "[" + String.join(",", java.util.Collections.nCopies(count, "{}")) + "]";
  }

  private static String asked(String months, int employments) {
    return "{'on':'2024-09-01',"
        + months
        + "\n'facts':{'worker':{\n'employments':"
        + rows(employments)
        + "}}}";
  }

  @Test
  void rowsThatAreDecidedOneByOneAreLimitedWithPointerAndLine() {
    assertThat(json(asked("", CaseSize.MOST_SUBJECTS)).faults()).isEmpty();
    assertThat(json(asked("", CaseSize.MOST_SUBJECTS + 1)).faults())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.pointer()).isEqualTo("/facts/worker/employments");
              assertThat(f.line()).isEqualTo(3);
              assertThat(f.message()).contains("超过 100 行", "more than 100 rows", "several cases");
            });
  }

  @Test
  void aListOfMoreThanAWorkingLifeIsNotReadAtAll() {
    assertThat(json(asked("", CaseSize.MOST_ROWS + 1)).faults())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.pointer()).isEqualTo("/facts/worker/employments");
              assertThat(f.message()).contains("超过 2000 行", "more than 2000 rows");
            });
  }

  @Test
  void theMonthsAskedAboutTimesTheRowsDecidedOneByOneAreLimited() {
    String months = "'from':'1975-01','to':'2024-12',";
    assertThat(json(asked(months, 10)).faults()).isEmpty();
    assertThat(json(asked(months, 11)).faults())
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.pointer()).isEqualTo("/facts");
              assertThat(f.message()).contains("超过 6000", "more than 6000", "fewer months");
            });
  }

  @Test
  void theValuesOfAConflictAreLimited() {
    String values = String.join(",", java.util.Collections.nCopies(21, "{'value':'1.00'}"));
    refused("paid", "{'conflict':[" + values + "]}", "/conflict", "more than 20 values");
  }

  @Test
  void aCaseOfManyFaultsIsCutOff() {
    String rows = "{'start':'x'},".repeat(600);
    assertThat(
            json("{'on':'2024-01-01','facts':{'worker':{'employments':[" + rows + "{}]}}}")
                .faults())
        .hasSize(501);
  }
}
