package huice.functional;

import static huice.functional.Matters.AUDITOR;
import static huice.functional.Matters.CASEWORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import huice.model.Actor;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Complaints from the form that anybody may send to the money that has come. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class ComplaintsTest {
  /** Of each test its own, so that it finds its own complaint. */
  private final String secret = "阿依古丽说工头姓吐 " + UUID.randomUUID();

  @BeforeEach
  void onThatDay() {
    TestClock.put(LocalDate.of(2025, 3, 3));
    Accounts.actor(Role.CASEWORKER, "A");
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  @Test
  void anybodyComplainsWithoutANameAndAsksByTheNumber() {
    Response receipt = Stranger.complain("CONTRACT", Map.of());
    String number = Stranger.number(receipt);
    assertThat(receipt.asString()).contains("2025-03-18", "投诉举报答复", "承诺 15 日");
    assertThat(Stranger.status(number)).contains("没有签订劳动合同", "待答复", "2025-03-18");
    assertThat(Stranger.status(number.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
        .contains("待答复");
    Stranger.post("/complaints/status", Map.of("number", "AAAA-AAAA-AAAA-AAAA"))
        .then()
        .statusCode(422);
  }

  @Test
  void theSameFormSentTwiceIsOneComplaintWithOneNumber() {
    String key = UUID.randomUUID().toString();
    Map<String, String> fields =
        Map.of("topic", "OTHER", "office", "A", "hidden", "yes", "text", "一件事");
    String first = Stranger.number(Stranger.post("/complaints", key, fields));
    assertThat(Stranger.number(Stranger.post("/complaints", key, fields))).isEqualTo(first);
    Map<String, String> others = new LinkedHashMap<>(fields);
    others.put("text", "别人的一件事");
    assertThat(Stranger.number(Stranger.post("/complaints", key, others))).isNotEqualTo(first);
  }

  @Test
  void numbersAreOfNoOrderAndStandInNoAddressAndNoTable() throws SQLException {
    String one = Stranger.number(Stranger.complain("OTHER", Map.of("text", secret)));
    String two = Stranger.number(Stranger.complain("OTHER", Map.of()));
    assertThat(one.substring(0, 4)).isNotEqualTo(two.substring(0, 4));
    try (Owner owner = new Owner()) {
      String all =
          owner.one(
              "select string_agg(g::text, ' ') || (select coalesce(string_agg(a::text, ' '), '')"
                  + " from answered a) || (select string_agg(convert_from(content, 'UTF8'), ' ')"
                  + " from log_content c join log_entry e on e.seq = c.seq where e.about is null)"
                  + " from grievance g");
      String hex = bytes(secret);
      assertThat(all).contains("complaints.received").doesNotContain(one, bytes(one), secret, hex);
    }
  }

  private static String bytes(String text) {
    StringBuilder hex = new StringBuilder();
    for (byte one : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      hex.append(String.format("%02x", one));
    }
    return hex.toString();
  }

  @Test
  void noWordOfAComplaintIsLogged() {
    List<String> logged =
        LoggedWhile.doing(
            () -> {
              String number =
                  Stranger.number(
                      Stranger.complain(
                          "WAGES", Map.of("text", secret, "name", "古丽", "replyTo", "13900000001")));
              Stranger.status(number);
              Stranger.complain("WAGES", Map.of("text", secret, "amount", "很多"))
                  .then()
                  .statusCode(422);
            });
    assertThat(String.join("\n", logged)).doesNotContain(secret, "古丽", "13900000001");
  }

  @Test
  void whoeverWasAskedFirstAnswersUntilThereIsAResult() {
    String number = Stranger.number(Stranger.complain("INSURANCE", Map.of("text", secret)));
    String id = id("INSURANCE", secret);
    act(id, "helpers", Map.of("text", "请社保中心查缴费")).then().statusCode(200);
    JsonPath open = view(CASEWORKER, id);
    assertThat(open.getString("office")).isEqualTo("A");
    assertThat(open.getString("state")).isEqualTo("OPEN");
    TestClock.put(LocalDate.of(2025, 3, 19));
    assertThat(view(CASEWORKER, id).getBoolean("overdue")).isTrue();
    assertThat(Stranger.status(number)).contains("本机构逾期");
    act(id, "answers", Map.of("text", "单位已补缴三个月")).then().statusCode(200);
    assertThat(Stranger.status(number)).contains("已答复", "单位已补缴三个月", "请社保中心查缴费");
    Stranger.say(number, "NOT_SOLVED").then().statusCode(200);
    JsonPath again = view(CASEWORKER, id);
    assertThat(again.getString("state")).isEqualTo("OPEN");
    assertThat(again.getString("dueOn")).isEqualTo("2025-04-03");
  }

  @Test
  void unpaidWagesEndWhenTheWorkerHasTheMoneyAndNotBefore() throws SQLException {
    String number =
        Stranger.number(Stranger.complain("WAGES", Map.of("text", secret, "amount", "9,600")));
    String id = id("WAGES", secret);
    assertThat(view(CASEWORKER, id).getString("amount")).isEqualTo("9600");
    act(id, "answers", Map.of("text", "已责令单位支付")).then().statusCode(200);
    act(id, "firm-statements", Map.of("text", "单位说已全部付清"))
        .then()
        .statusCode(200)
        .body("state", equalTo("MONEY_OPEN"));
    try (Owner owner = new Owner()) {
      assertThatThrownBy(
              () ->
                  owner.run(
                      "update grievance set ended_on = '2025-03-04', end_kind = 'ANSWERED'"
                          + " where id = '"
                          + id
                          + "'"))
          .hasMessageContaining("check");
    }
    assertThat(Stranger.status(number)).contains("钱未到手", "单位说已全部付清");
    Stranger.say(number, "MONEY_RECEIVED").then().statusCode(200);
    assertThat(view(CASEWORKER, id).getString("state")).isEqualTo("MONEY_RECEIVED");
    act(id, "answers", Map.of("text", "再答")).then().statusCode(409);
  }

  @Test
  void theWorkerMayAlsoSayAtTheCounterThatTheMoneyHasCome() {
    Stranger.number(Stranger.complain("WAGES", Map.of("text", secret)));
    String id = id("WAGES", secret);
    act(id, "money-received", Map.of("text", "")).then().statusCode(422);
    act(id, "money-received", Map.of("text", "本人到窗口，看过银行流水，已签名"))
        .then()
        .statusCode(200)
        .body("state", equalTo("MONEY_RECEIVED"));
  }

  @Test
  void onlyUnpaidWagesEndWithMoney() {
    String number = Stranger.number(Stranger.complain("CONTRACT", Map.of("text", secret)));
    Stranger.say(number, "MONEY_RECEIVED").then().statusCode(409);
    act(id("CONTRACT", secret), "money-received", Map.of("text", "收到")).then().statusCode(409);
  }

  @Test
  void r31AnEmployerLearnsNothingOfAComplaintThatIsHiddenFromIt() {
    String firm = firm();
    Stranger.number(Stranger.complain("WAGES", Map.of("text", secret, "firm", "工地", "name", "古丽")));
    String id = id("WAGES", secret);
    act(id, "link", Map.of("firm", firm)).then().statusCode(200);
    Paper.get(CASEWORKER, "/desk/complaints/" + id + "/firm").then().statusCode(403);
    Matters.post(CASEWORKER, "/api/complaints/" + id + "/payroll-check", Map.of())
        .then()
        .statusCode(200);
    String checks = Matters.get(CASEWORKER, "/api/payroll-checks").asString();
    assertThat(checks).contains(firm).doesNotContain(id, secret, "古丽", "complaint");
    assertThat(due(firm)).isEqualTo("2025-03-18");
  }

  @Test
  void r31AnEmployerThatMayKnowLearnsWhatItIsAboutAndNeitherWhoNorWhat() {
    String firm = firm();
    Stranger.number(
        Stranger.complain(
            "WAGES",
            Map.of("text", secret, "name", "古丽", "replyTo", "13900000001", "hidden", "no")));
    String id = id("WAGES", secret);
    act(id, "link", Map.of("firm", firm)).then().statusCode(200);
    String sheet =
        Paper.get(CASEWORKER, "/desk/complaints/" + id + "/firm")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(sheet).contains("拖欠工资").doesNotContain(secret, "古丽", "13900000001");
  }

  @Test
  void wagesAreCheckedOnTheRhythmOfTheAdoptedSchemeAndLateOnesAreTheOfficesMark() {
    String firm = firm();
    String first = LocalDate.of(2025, 6, 3).toString();
    JsonPath parts = Matters.get(CASEWORKER, "/api/payroll-checks").jsonPath();
    assertThat(parts.getString("why.zh")).contains("工资支付排查间隔", "没有公布", "承诺 3 个月");
    assertThat(due(firm)).isEqualTo(first);
    TestClock.put(LocalDate.of(2025, 6, 10));
    assertThat(part(firm, "overdue")).isEqualTo("true");
    Matters.post(CASEWORKER, "/api/payroll-checks/" + firm, Map.of("outcome", "ARREARS"))
        .then()
        .statusCode(201);
    assertThat(due(firm)).isEqualTo("2025-09-10");
    Matters.post(
            Accounts.actor(Role.CASEWORKER, "B"),
            "/api/payroll-checks/" + firm,
            Map.of("outcome", "PAID"))
        .then()
        .statusCode(403);
  }

  @Test
  void beforeItsSchemeIsAdoptedNoCheckIsDue() {
    String firm = firm();
    TestClock.put(LocalDate.of(2024, 5, 31));
    JsonPath parts = Matters.get(CASEWORKER, "/api/payroll-checks").jsonPath();
    assertThat(parts.<Boolean>getList("adopted")).containsOnly(false);
    assertThat(parts.prettify()).doesNotContain(firm);
  }

  @Test
  void theWordsAreReadByTheOfficeThatWasAskedAndEveryLookIsNoted() throws SQLException {
    Stranger.number(Stranger.complain("FORCED", Map.of("text", secret)));
    String id = id("FORCED", secret);
    Matters.get(Accounts.actor(Role.CASEWORKER, "B"), "/api/complaints/" + id)
        .then()
        .statusCode(403);
    assertThat(Matters.get(CASEWORKER, "/api/complaints").asString()).doesNotContain(secret);
    assertThat(view(AUDITOR, id).getString("text")).isEqualTo(secret);
    try (Owner owner = new Owner()) {
      assertThat(
              owner.one(
                  "select count(*) from log_entry e join log_content c on c.seq = e.seq where"
                      + " e.kind = 'read' and e.about is null and position(convert_to('"
                      + id
                      + "', 'UTF8') in c.content) > 0 and e.actor = '"
                      + AUDITOR.id()
                      + "'"))
          .isNotEqualTo("0");
    }
  }

  @Test
  void r16SilenceOfThePersonClosesNothing() {
    Stranger.number(Stranger.complain("WAGES", Map.of("text", secret)));
    String id = id("WAGES", secret);
    act(id, "answers", Map.of("text", "请本人确认")).then().statusCode(200);
    TestClock.put(LocalDate.of(2027, 3, 3));
    assertThat(view(CASEWORKER, id).getString("state")).isEqualTo("MONEY_OPEN");
  }

  // The office --------------------------------------------------------------------------------

  private static String firm() {
    return Matters.post(
            CASEWORKER,
            "/api/organisations",
            Map.of("entity", "employer", "title", "合成建筑 " + UUID.randomUUID()))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String due(String firm) {
    return part(firm, "dueOn");
  }

  private static String part(String firm, String what) {
    return Matters.get(CASEWORKER, "/api/payroll-checks")
        .jsonPath()
        .getString("collectMany { it.due }.find { it.record == '" + firm + "' }." + what);
  }

  /** The latest complaint of a topic with some words. */
  private static String id(String topic, String words) {
    List<String> ids =
        Matters.get(CASEWORKER, "/api/complaints")
            .jsonPath()
            .getList("findAll { it.topic == '" + topic + "' && it.state == 'OPEN' }.id");
    return ids.stream()
        .filter(id -> words.equals(view(CASEWORKER, id).getString("text")))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private static JsonPath view(Actor by, String id) {
    return Matters.get(by, "/api/complaints/" + id).then().statusCode(200).extract().jsonPath();
  }

  private static Response act(String id, String what, Map<String, ?> more) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", view(CASEWORKER, id).getInt("version"));
    body.putAll(more);
    return Matters.post(CASEWORKER, "/api/complaints/" + id + "/" + what, body);
  }
}
