package huice.functional;

import static huice.functional.Matters.CASEWORKER;
import static huice.functional.Matters.CERTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vacancies from their entry to the day after their last, and to whom they were offered. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class VacanciesTest {
  private static final String WORDS = "services/words.yaml";

  @BeforeEach
  void onThatDay() {
    TestClock.put(LocalDate.of(2025, 3, 3));
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  @Test
  void aVacancyIsEnteredByOneAndShownOnceAnotherHasCheckedIt() {
    String id = Openings.entered(Map.of());
    assertThat(seen("")).doesNotContain(id);
    Openings.check(CASEWORKER, id, Map.of()).then().statusCode(403);
    Openings.check(CERTIFIER, id, Map.of("licenceSeen", false)).then().statusCode(409);
    Openings.check(CERTIFIER, id, Map.of()).then().statusCode(200).body("state", equalTo("OPEN"));
    assertThat(seen("")).contains(id);
    assertThat(RestAssured.get("/jobs").asString()).contains("/jobs/" + id);
    Openings.check(CERTIFIER, id, Map.of("version", 1)).then().statusCode(409);
  }

  @Test
  void whoHasToCheckItKnowsUntilWhenAndByWhichRule() {
    String id = Openings.entered(Map.of());
    JsonPath view = Matters.get(CERTIFIER, "/api/vacancies/" + id).jsonPath();
    assertThat(view.getString("checkBy")).isEqualTo("2025-03-06");
    assertThat(view.getString("checkWhy.zh")).contains("岗位信息核实", "岗位核实天数", "没有公布", "承诺");
    TestClock.put(LocalDate.of(2025, 3, 7));
    assertThat(Matters.get(CERTIFIER, "/api/vacancies/" + id).jsonPath().getBoolean("overdue"))
        .isTrue();
  }

  @Test
  void oneFromAnAgencyNeedsTheAgencysPermit() {
    String id = Openings.entered(Map.of("source", "agency"));
    Openings.check(CERTIFIER, id, Map.of()).then().statusCode(409);
    Openings.check(CERTIFIER, id, Map.of("permitSeen", true)).then().statusCode(200);
  }

  @Test
  void oneThatIsNotSoIsNeverShown() {
    String id = Openings.entered(Map.of());
    Openings.check(CERTIFIER, id, Map.of("confirmed", false)).then().statusCode(200);
    assertThat(seen("")).doesNotContain(id);
    RestAssured.given().accept("text/html").get("/jobs/" + id).then().statusCode(404);
  }

  @Test
  void afterItsLastDayOrOnceTakenDownItIsSeenNoMore() {
    String short1 = Openings.open(Map.of("expiresOn", "2025-03-05"));
    String taken = Openings.open(Map.of());
    Matters.post(CASEWORKER, "/api/vacancies/" + taken + "/withdrawal", Map.of("version", 1))
        .then()
        .statusCode(200);
    assertThat(seen("")).contains(short1).doesNotContain(taken);
    TestClock.put(LocalDate.of(2025, 3, 5));
    assertThat(seen("")).contains(short1);
    TestClock.put(LocalDate.of(2025, 3, 6));
    assertThat(seen("")).doesNotContain(short1);
  }

  @ParameterizedTest
  @CsvSource({
    "title, 缝纫女工, 性别",
    "needs, 限男性, 性别",
    "needs, 男 性 优 先, 性别",
    "duties, female only, 性别",
    "needs, 18-45周岁, 年龄",
    "needs, 年满16周岁四十五岁以下, 年龄",
    "needs, ３５岁以下, 年龄",
    "apply, 只要95后, 年龄",
    "needs, 汉族优先, 民族",
    "needs, 会两种话的维吾尔族, 民族",
    "needs, 本地户籍, 户籍、籍贯、地域",
    "title, 招本县人, 户籍、籍贯、地域",
    "needs, 不信教, 宗教信仰",
    "needs, no religion please, 宗教信仰",
    "needs, 未婚, 婚姻、生育",
    "contract, 合同期内不得怀孕, 婚姻、生育",
    "needs, 非乙肝携带者, 残疾、传染病病原携带",
    "place, 男宿舍旁, 性别",
    "workingTime, 早八点到晚六点 限女, 性别"
  })
  void whatNoVacancyMayNameIsRefusedWithTheWordsAndWhatToWriteInstead(
      String field, String text, String ground) {
    Response refused = Openings.enter(Map.of(field, text));
    refused.then().statusCode(422).body("errors[0].pointer", equalTo("/" + field));
    assertThat(refused.jsonPath().getString("errors[0].detail")).contains("招聘信息不得写" + ground);
    assertThat(refused.jsonPath().getString("errors[0].instead")).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "性别不限，民族不限，户籍不限，年龄不限",
        "年满16周岁",
        "16周岁以上，会普通话",
        "照顾3岁幼儿，会做饭",
        "找李女士，缝制男女服装",
        "塔什库尔干塔吉克自治县境内出差",
        "售后服务，单位缴费",
        "有生育保险、子女上学补助",
        "不收押金，培训费由单位承担",
        "欢迎残疾人应聘",
        "coffee maker, carefully trained; no fee"
      })
  void whatIsNoRequirementOfThatKindPasses(String text) {
    Openings.enter(Map.of("needs", text)).then().statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"交押金500元", "服装费200元", "报名费自理", "入职压一个月工资", "收身份证，扣证件", "a deposit is kept"})
  void r30AVacancyThatAsksForAFeeOrADepositIsNotTaken(String text) {
    Response refused = Openings.enter(Map.of("duties", text));
    refused.then().statusCode(422);
    assertThat(refused.jsonPath().getString("errors[0].detail")).contains("收费、押金、扣证件");
  }

  @Test
  void thereIsNoFieldForWhatNoVacancyMayName() {
    for (String field : List.of("sex", "age", "ethnicity", "hukou", "religion", "marriage")) {
      Openings.enter(Map.of(field, "any")).then().statusCode(422);
    }
  }

  @Test
  void wordsThatOfficersAddStopWhatIsOpenAtOnceAndAFaultyEditChangesNothing() {
    String id = Openings.open(Map.of("needs", "会唱歌"));
    assertThat(seen("")).contains(id);
    TestProject.with(
        WORDS,
        text -> text.replace("words: [男, 女,", "words: [唱歌, 男, 女,"),
        () -> {
          assertThat(seen("")).doesNotContain(id);
          assertThat(Matters.get(CERTIFIER, "/api/vacancies/" + id).jsonPath().getString("state"))
              .isEqualTo("BLOCKED");
        });
    assertThat(seen("")).contains(id);
    TestProject.with(
        WORDS,
        text -> text.replace("grounds:", "grounds: ["),
        () -> {
          List<String> logged = LoggedWhile.doing(() -> assertThat(seen("")).contains(id));
          assertThat(logged).anyMatch(line -> line.contains("services/words.yaml:"));
          Openings.enter(Map.of("needs", "限男性")).then().statusCode(422);
        });
  }

  @Test
  void whatFitsGoesByTheSkillAndTheDistanceThatWereChosen() {
    String here = Openings.open(Map.of());
    String other = Openings.open(Map.of("township", "依盖尔其镇"));
    String anySkill = Openings.open(Map.of("skill", "any"));
    String far = Openings.open(faraway("COUNTRY"));
    String near = Openings.open(faraway("PREFECTURE"));

    assertThat(seen("?skill=sewing")).contains(here, other, anySkill, far);
    assertThat(seen("?skill=welder")).contains(anySkill).doesNotContain(here, far);
    assertThat(seen("?near=county")).contains(here, other).doesNotContain(near, far);
    assertThat(seen("?near=prefecture")).contains(here, near).doesNotContain(far);
    assertThat(seen("?near=township&township=莎车镇")).contains(here).doesNotContain(other, near);
  }

  private static Map<String, Object> faraway(String reach) {
    Map<String, Object> changes = new java.util.HashMap<>(Map.of("reach", reach, "place", "外地"));
    changes.put("township", null);
    return changes;
  }

  @Test
  void r28OffersAreCountedAndNoAnswerHasAPlaceToStand() throws SQLException {
    String post = Openings.open(Map.of());
    String person = Desk.person("A");
    String jobs = "/api/persons/" + person + "/jobs";
    Matters.post(CASEWORKER, jobs, Map.of("skill", "sewing", "most", "COUNTY"))
        .then()
        .statusCode(200);
    assertThat(Matters.get(CASEWORKER, jobs).jsonPath().<String>getList("fitting.id"))
        .contains(post);
    offer(post, person).then().statusCode(201);
    offer(post, person).then().statusCode(409);
    assertThat(Matters.get(CERTIFIER, "/api/vacancies/" + post).jsonPath().getInt("offers"))
        .isEqualTo(1);
    try (Owner owner = new Owner()) {
      assertThat(
              owner.one(
                  "select string_agg(column_name, ' ' order by column_name) from"
                      + " information_schema.columns where table_name = 'post_offer'"))
          .isEqualTo("at by id on_day person post");
      assertThat(owner.one("select content from job_wish where person = '" + person + "'"))
          .doesNotContain("sewing");
    }
    Matters.post(CASEWORKER, jobs + "/end", Map.of()).then().statusCode(200);
    JsonPath after = Matters.get(CASEWORKER, jobs).jsonPath();
    assertThat(after.getList("fitting")).isEmpty();
    assertThat(after.<Object>get("wish")).isNull();
  }

  private static Response offer(String post, String person) {
    return Matters.post(CASEWORKER, "/api/vacancies/" + post + "/offers", Map.of("person", person));
  }

  @Test
  void anotherOfficeOffersNothingToAPersonWhoIsNotThere() {
    String post = Openings.open(Map.of());
    String person = Desk.person("B");
    offer(post, person).then().statusCode(403);
    Matters.post(
            CASEWORKER,
            "/api/vacancies/" + post + "/offers?present=true&purpose=question",
            Map.of("person", person))
        .then()
        .statusCode(201);
  }

  @Test
  void aMonthWantsTwoFairsAndCancelledOnesAndOthersDoNotCount() {
    String month = "2025-09";
    assertThat(fairs(month).getInt("least")).isEqualTo(2);
    int before = fairs(month).getInt("counted");
    String first = fair("general", "2025-09-05", true);
    fair("general", "2025-09-06", false);
    fair("township_small", "2025-09-07", true);
    assertThat(fairs(month).getInt("counted")).isEqualTo(before + 1);
    fair("spring_breeze", "2025-09-08", true);
    assertThat(fairs(month).getInt("counted")).isEqualTo(before + 2);
    Matters.post(CASEWORKER, "/api/fairs/" + first + "/cancellation", Map.of())
        .then()
        .statusCode(200)
        .body("counts", equalTo(false));
    assertThat(fairs(month).getInt("counted")).isEqualTo(before + 1);
    TestClock.put(LocalDate.of(2025, 9, 1));
    assertThat(RestAssured.get("/jobs").asString())
        .contains("2025-09-08")
        .doesNotContain("2025-09-05");
  }

  private static String fair(String kind, String day, boolean onsite) {
    return Matters.post(
            CASEWORKER,
            "/api/fairs",
            Map.of(
                "kind", kind, "onDay", day, "title", "招聘会 " + day, "place", "广场", "onsite", onsite))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static JsonPath fairs(String month) {
    return RestAssured.get("/api/fairs?month=" + month).jsonPath();
  }

  @Test
  void aFormWithAForbiddenRequirementIsShownAgainWithWhatWasTyped() {
    Map<String, Object> fields = new java.util.LinkedHashMap<>();
    Openings.draft(Map.of("needs", "限35岁以下")).forEach((k, v) -> fields.put(k, "" + v));
    String page =
        Paper.post(CASEWORKER, "/desk/vacancies", fields)
            .then()
            .statusCode(422)
            .extract()
            .asString();
    assertThat(page).contains("限35岁以下", "#f-needs", "35岁", "写岗位要求的能力");
    Paper.done(CASEWORKER, "/desk/vacancies", with(fields, "needs", "会用平缝机"))
        .then()
        .statusCode(200);
    assertThat(Paper.get(Accounts.actor(Role.CASEWORKER, "B"), "/desk/vacancies").asString())
        .contains("缝纫工");
  }

  private static Map<String, Object> with(Map<String, Object> of, String name, Object value) {
    Map<String, Object> changed = new java.util.LinkedHashMap<>(of);
    changed.put(name, value);
    return changed;
  }

  private static List<String> seen(String query) {
    return RestAssured.get("/api/vacancies" + query).jsonPath().getList("id");
  }

  @Test
  void nobodyFindsAVacancyThatIsNone() {
    RestAssured.given()
        .accept("text/html")
        .get("/jobs/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .contentType("text/html;charset=UTF-8");
  }
}
