package huice.simulation.impact;

import static huice.simulation.impact.Lamps.DAY;
import static huice.simulation.impact.Lamps.OIL;
import static huice.simulation.impact.Lamps.REPORT;
import static huice.simulation.impact.Lamps.keeper;
import static huice.simulation.impact.Lamps.keepers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.engine.CompiledRelease;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who gains, who loses, what it costs: small packs, and keepers made by hand. */
class ComparisonTest {
  private static final CompiledRelease LIVE = Lamps.compiled();
  private static final CompiledRelease YEAR = Lamps.compiled(Lamps.MONTHS, "value: 6", "value: 12");

  /** Thirteen months, eight months, three months alight. */
  private static final String LONG = keeper("灯下乡", "1990-02-28", "2024-01-05", "300");

  private static final String SHORT = keeper("灯下乡", "1990-02-28", "2024-06-01", "300");
  private static final String FRESH = keeper("灯上乡", "1990-02-28", "2024-11-01", "300");

  @Test
  void whoNoLongerFulfilsAConditionLosesAndTheCostIsLessByTheirs() {
    Impact.Scheme oil = oil(compare(LIVE, YEAR, keepers(LONG, SHORT, FRESH)));

    assertThat(oil.decided()).isEqualTo(3);
    assertThat(oil.count(Change.LOSES)).isEqualTo(1);
    assertThat(oil.count(Change.SAME)).isEqualTo(2);
    assertThat(oil.before().sum()).isEqualTo("300.00");
    assertThat(oil.after().sum()).isEqualTo("150.00");
    assertThat(oil.moves())
        .filteredOn(move -> !move.from().equals(move.to()))
        .singleElement()
        .satisfies(
            move -> {
              assertThat(move.from().zh()).isEqualTo("符合条件");
              assertThat(move.to().zh()).isEqualTo("不符合条件");
              assertThat(move.count()).isEqualTo(1);
            });
  }

  @Test
  void theOtherWayRoundTheyGain() {
    Impact.Scheme oil = oil(compare(YEAR, LIVE, keepers(LONG, SHORT, FRESH)));

    assertThat(oil.count(Change.GAINS)).isEqualTo(1);
    assertThat(oil.count(Change.LOSES)).isZero();
  }

  @Test
  void moreAndLessMoneyAreToldApartFromGainingAndLosing() {
    CompiledRelease capped = Lamps.compiled(Lamps.CAP, "value: 500", "value: 120");
    String little = keeper("灯下乡", "1990-02-28", "2024-01-05", "100");

    Impact.Scheme less = oil(compare(LIVE, capped, keepers(LONG, little)));
    Impact.Scheme more = oil(compare(capped, LIVE, keepers(LONG, little)));

    assertThat(less.count(Change.LESS)).isEqualTo(1);
    assertThat(less.after().sum()).isEqualTo("170.00");
    assertThat(more.count(Change.MORE)).isEqualTo(1);
    assertThat(more.count(Change.GAINS)).isZero();
  }

  @Test
  void whoNowLacksAFactMovesToMissing() {
    CompiledRelease asking =
        Lamps.compiled(Lamps.RULE, "    有灯点的是油\n", "    有灯点的是油\n    灯油费不低于〔灯油补贴上限〕元\n");
    String unknown = keeper("灯下乡", "1990-02-28", "2024-01-05", "");

    Impact.Scheme oil = oil(compare(LIVE, asking, keepers(unknown)));

    assertThat(oil.count(Change.TO_MISSING)).isEqualTo(1);
    assertThat(oil.before().ranges()).as("the amount depended on the fact").isEqualTo(1);
    assertThat(oil.before().exact()).isZero();
  }

  @Test
  void anAmountThatIsNotSetIsCountedApartAndIsInNoSum() {
    CompiledRelease unset =
        Lamps.compiled(Lamps.CAP, "    value: 500\n", "    not published: 尚未公布\n");

    Impact impact = compare(LIVE, unset, keepers(LONG, SHORT));

    Impact.Scheme oil = oil(impact);
    assertThat(oil.before().sum()).isEqualTo("300.00");
    assertThat(oil.after().notSet()).isEqualTo(2);
    assertThat(oil.after().exact()).isZero();
    assertThat(oil.after().summed()).as("no sum to be shown").isFalse();
    assertThat(impact.totals())
        .filteredOn(total -> !total.monthly() && !total.indicative())
        .singleElement()
        .satisfies(total -> assertThat(total.after().notSet()).isEqualTo(2));
    assertThat(oil.count(Change.OTHER)).as("not to be compared").isEqualTo(2);
    String html = ImpactHtml.document(impact);
    assertThat(html).contains("未设定").doesNotContain("现在 now 0.00");
  }

  @Test
  void onlySchemesThatReadSomethingDifferentAreDecided() {
    Comparison comparison = new Comparison(LIVE, YEAR, REPORT, Set.of());

    assertThat(comparison.differing()).contains(OIL, "wick-bonus").doesNotContain("lamp-visit");
    assertThat(new Comparison(LIVE, Lamps.compiled(), REPORT, Set.of()).differing()).isEmpty();
    Impact none = compare(LIVE, Lamps.compiled(), keepers(LONG));
    assertThat(none.schemes()).isEmpty();
    assertThat(none.same()).contains(OIL);
  }

  @Test
  void oneSchemeAskedForIsTheOnlyOneTold() {
    Impact impact =
        new Comparison(LIVE, YEAR, REPORT, Set.of(OIL)).of(keepers(SHORT), DAY, done -> {});

    assertThat(impact.schemes()).extracting(Impact.Scheme::id).containsExactly(OIL);
  }

  @Test
  void r23PeopleAreCountedByTownshipAndAgeAndSmallCellsAreWithheld() {
    List<String> all = new ArrayList<>();
    IntStream.range(0, 10).forEach(i -> all.add(SHORT));
    IntStream.range(0, 20).forEach(i -> all.add(LONG));
    IntStream.range(0, 20).forEach(i -> all.add(keeper("灯上乡", "1970-01-01", "2024-01-05", "8")));
    all.add(keeper("灯上乡", "1970-01-01", "2024-06-01", "8"));
    IntStream.range(0, 20).forEach(i -> all.add(keeper("别处", "1970-01-01", "2024-06-01", "8")));
    all.add(keeper("小村", "1990-01-01", "2024-06-01", "8"));

    Impact.Scheme oil = oil(compare(LIVE, YEAR, new Lamps.Keepers(all, true)));

    Impact.Breakdown township = oil.breakdowns().get(0);
    assertThat(township.rows())
        .extracting(row -> row.label().zh())
        .as("in the report's order, a village of one with the smallest")
        .containsExactly("灯下乡", "灯上乡", "其他各组合计");
    assertThat(township.rows()).extracting(Impact.Row::people).containsExactly(30L, 21L, 21L);
    Impact.Breakdown age = oil.breakdowns().get(1);
    assertThat(age.rows()).extracting(row -> row.label().zh()).containsExactly("不满 40 岁", "40 岁以上");
    assertThat(lose(age.rows().get(0))).isEqualTo(11);
  }

  @Test
  void r23ACellOfFewIsNeitherInTheDataNorOnThePage() {
    List<String> all = new ArrayList<>();
    IntStream.range(0, 20).forEach(i -> all.add(LONG));
    all.add(SHORT);
    IntStream.range(0, 20).forEach(i -> all.add(keeper("灯上乡", "1970-01-01", "2024-06-01", "8")));
    IntStream.range(0, 20).forEach(i -> all.add(keeper("灯上乡", "1970-01-01", "2024-01-05", "8")));

    Impact impact = compare(LIVE, YEAR, new Lamps.Keepers(all, true));

    Impact.Row few = oil(impact).breakdowns().get(0).rows().get(0);
    assertThat(lose(few)).isNull();
    assertThat(few.counts().get(Impact.Column.SAME.ordinal())).as("follows from it").isNull();
    assertThat(ImpactHtml.document(impact)).contains("隐去 withheld");
    assertThat(new String(ImpactCsv.of(impact), StandardCharsets.UTF_8)).contains("隐去 withheld");
  }

  private static Long lose(Impact.Row row) {
    return row.counts().get(Impact.Column.LOSE.ordinal());
  }

  @Test
  void theSamePopulationGivesTheSameReportHoweverTheThreadsRan() throws JsonProcessingException {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      all.add(
          keeper(
              "灯" + i % 7 + "乡", 1960 + i % 50 + "-02-01", "2024-0" + (1 + i % 9) + "-01", i + ""));
    }
    ObjectMapper json = new ObjectMapper();

    String first = json.writeValueAsString(compare(LIVE, YEAR, new Lamps.Keepers(all, true)));
    String again = json.writeValueAsString(compare(LIVE, YEAR, new Lamps.Keepers(all, true)));

    assertThat(again).isEqualTo(first);
    assertThat(json.writeValueAsString(json.readValue(first, Impact.class))).isEqualTo(first);
  }

  @Test
  void aSingleCaseShowsBothReasonsSideBySide() {
    Impact.Single one = compare(LIVE, YEAR, keepers(SHORT)).singles().get(0);

    assertThat(one.change()).isEqualTo(Change.LOSES);
    assertThat(one.before()).isNotNull();
    assertThat(one.after()).isNotNull();
    assertThat(one.before().reasons()).anyMatch(r -> r.contains("✓ 连续亮灯满") && r.contains("6 月"));
    assertThat(one.after().reasons()).anyMatch(r -> r.contains("✗ 连续亮灯满") && r.contains("12 月"));
    assertThat(one.differences()).extracting(d -> d.zh()).contains("结果：符合条件 → 不符合条件");
  }

  @Test
  void ofRealPeopleNothingIsToldThatWasRecordedAboutThem() throws JsonProcessingException {
    Lamps.Keepers real = new Lamps.Keepers(List.of(SHORT, SHORT, SHORT), false);

    Impact impact = compare(LIVE, YEAR, real);

    String whole = new ObjectMapper().writeValueAsString(impact) + ImpactHtml.document(impact);
    assertThat(impact.singles()).hasSize(5);
    assertThat(whole).contains("连续亮灯满").doesNotContain("1990-02-28", "2024-06-01", "2024-01-10");
  }

  private static Impact compare(CompiledRelease before, CompiledRelease after, People people) {
    return new Comparison(before, after, REPORT, Set.of()).of(people, DAY, done -> {});
  }

  private static Impact.Scheme oil(Impact impact) {
    return impact.schemes().stream().filter(s -> s.id().equals(OIL)).findFirst().orElseThrow();
  }
}
