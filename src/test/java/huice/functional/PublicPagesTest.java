package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everybody may read and try without an account. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class PublicPagesTest {
  private static final String CHECK = "/self-check/couple-award";

  @BeforeEach
  void onThatDay() {
    TestClock.put(LocalDate.of(2024, 9, 1));
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  @Test
  void r13TheRegisterOfADayIsPublicWithTextConditionsParametersTestsAndSources() {
    List<String> schemes = RestAssured.get("/api/register?on=2024-09-01").path("schemes.scheme");
    String list =
        Stranger.get("/policies?on=2024-09-01").then().statusCode(200).extract().asString();
    for (String scheme : schemes) {
      assertThat(list).contains("/policies/" + scheme + "\"");
    }
    String guide = Stranger.get("/policies/couple-award?on=2024-09-01").asString();
    assertThat(guide)
        .contains(
            "探索利用援疆资金", // the clause's words
            "双方在申请时已登记结婚", // a condition, as the officer wrote it
            "连续就业月数", // a parameter
            "刚好满六个月", // a test
            "规则 夫妻工就业奖补", // the rule
            "征求意见稿");
  }

  @Test
  void aGuideIsGeneratedForEverySchemeAndWhatNobodyPublishedIsNotSet() {
    List<String> schemes = RestAssured.get("/api/register?on=2024-09-01").path("schemes.scheme");
    for (String scheme : schemes) {
      String guide =
          Stranger.get("/policies/" + scheme).then().statusCode(200).extract().asString();
      assertThat(guide).as(scheme).contains("给谁", "材料", "异议", "条文");
      assertThat(guide).as(scheme).containsAnyOf("id=\"conditions\"", "没有施行的版本");
    }
    String award = Stranger.get("/policies/couple-award").asString();
    String gives = award.substring(award.indexOf("id=\"gives\""), award.indexOf("id=\"papers\""));
    assertThat(gives).contains("夫妻工奖补标准", "没有定").doesNotContain("<strong>0");
    assertThat(award.substring(award.indexOf("id=\"papers\""))).contains("结婚证");
  }

  @Test
  void aDayBeforeAnythingWasInForceShowsNothingAsInForce() {
    String list = Stranger.get("/policies?on=1999-01-01").asString();
    assertThat(list.indexOf("/policies/couple-award\"")).isGreaterThan(list.indexOf("这一天没有施行的"));
    assertThat(Stranger.get("/policies?on=gestern").then().statusCode(200).extract().asString())
        .contains("请写日期");
    Stranger.get("/policies/no-such-scheme").then().statusCode(404);
  }

  @Test
  void everySchemeThatAPageNamesExists() {
    List<String> known =
        new java.util.ArrayList<>(
            RestAssured.get("/api/register?on=2024-09-01").<List<String>>path("schemes.scheme"));
    known.addAll(RestAssured.get("/api/register?on=2024-09-01").path("notInForce"));
    String pages = TestProject.read("services/pages.yaml");
    List<String> named =
        Pattern.compile("schemes: \\[([^\\]]*)]")
            .matcher(pages)
            .results()
            .flatMap(m -> List.of(m.group(1).split(",\\s*")).stream())
            .toList();
    assertThat(named).isNotEmpty().allMatch(known::contains);
    assertThat(Stranger.get("/start-up").asString()).contains("/policies/startup-grant\"");
    assertThat(Stranger.get("/courses").asString()).contains("/policies/skill-training\"");
  }

  @Test
  void whichSchemesStandOnAPageIsDataThatOfficersChange() {
    TestProject.with(
        "services/pages.yaml",
        text -> text.replace("schemes: [startup-training]", "schemes: [couple-award]"),
        () ->
            assertThat(Stranger.get("/start-up").asString()).contains("/policies/couple-award\""));
  }

  @Test
  void aSelfCheckAnswersInTheWordsOfTheCounterAndIsIndicative() {
    String page = Stranger.post(CHECK, couple()).then().statusCode(200).extract().asString();
    assertThat(page).contains("征求意见稿", "不保存", "双方在申请时已登记结婚", "满足");
    String unknown = Stranger.post(CHECK, Map.of()).then().statusCode(200).extract().asString();
    assertThat(unknown).contains("没填不作不利推定");
    assertThat(unknown).doesNotContain("不符合条件</");
  }

  @Test
  void aSelfCheckShowsWhatWasTypedAgainWithItsFaults() {
    Map<String, String> typed = new LinkedHashMap<>(couple());
    typed.put("couple.registered_on", "很久以前");
    String page = Stranger.post(CHECK, typed).then().statusCode(422).extract().asString();
    assertThat(page).contains("很久以前", "#f-couple.registered_on", "2024-03-02");
  }

  @Test
  void rowsAreAddedOneByOneWithoutAScript() {
    Map<String, String> typed = new LinkedHashMap<>(couple());
    typed.put("add", "worker.employments");
    String page = Stranger.post(CHECK, typed).then().statusCode(200).extract().asString();
    assertThat(page)
        .contains("worker.employments[1].start", "2024-03-02")
        .doesNotContain("id=\"results\"");
  }

  @Test
  void everySchemeHasASelfCheckThatAnswersWithNothingFilledIn() {
    List<String> schemes = RestAssured.get("/api/register?on=2024-09-01").path("schemes.scheme");
    for (String scheme : schemes) {
      Stranger.get("/self-check/" + scheme).then().statusCode(200);
      Stranger.post("/self-check/" + scheme, Map.of()).then().statusCode(200);
    }
  }

  @Test
  void aSelfCheckKeepsNothingLogsNothingAndSetsNoCookieButTheForms() throws SQLException {
    String before = rows();
    Response[] answers = new Response[2];
    List<String> logged =
        LoggedWhile.doing(
            () -> {
              answers[0] = Stranger.get(CHECK);
              answers[1] = Stranger.post(CHECK, couple());
            });
    assertThat(rows()).isEqualTo(before);
    assertThat(String.join("\n", logged)).doesNotContain("2024-03-02", "2020-05-20");
    for (Response answer : answers) {
      assertThat(answer.getCookies().keySet()).isSubsetOf("csrf-token");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
    assertThat(Stranger.get("/policies").getCookies()).isEmpty();
    assertThat(Stranger.get("/jobs").getCookies()).isEmpty();
  }

  private static Map<String, String> couple() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("couple.registered_on", "2020-05-20");
    fields.put("couple.award_applied_on", "无");
    for (String who : List.of("worker", "spouse")) {
      fields.put("n:" + who + ".employments", "1");
      fields.put("all:" + who + ".employments", "yes");
      fields.put("all:" + who + ".awards", "yes");
      fields.put(who + ".employments[0].start", "2024年3月2日");
      fields.put(who + ".employments[0].end", "无");
      fields.put(who + ".employments[0].contract_signed", "2024-03-10");
      fields.put(who + ".employments[0].paid_months", "5");
    }
    fields.replaceAll((name, value) -> value.equals("2024年3月2日") ? "2024-03-02" : value);
    return fields;
  }

  /** How many rows every table has. */
  private static String rows() throws SQLException {
    try (Owner owner = new Owner()) {
      return owner.one(
          "select string_agg(relname || ' ' || (xpath('/row/n/text()', query_to_xml("
              + "'select count(*) as n from ' || quote_ident(relname), false, true, '')))[1]::text,"
              + " ', ' order by relname) from pg_class where relkind = 'r'"
              + " and relnamespace = 'public'::regnamespace");
    }
  }
}
