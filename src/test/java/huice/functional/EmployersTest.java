package huice.functional;

import static huice.functional.Desk.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import huice.model.Actor;
import huice.model.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What employers owe, where versions differ, and what is handed on to an inspector. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class EmployersTest {
  private static final String CONTRACT = "written-contract";
  private static final String SPELL = "employment worker.employments[0]";

  @Inject AgroalDataSource database;

  @BeforeEach
  void onThatDay() {
    TestClock.put(LocalDate.of(2024, 9, 2));
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  /** Somebody who works for an employer since January 2024, full time. */
  private static String worker(String office, String employer) {
    String worker = Desk.person(office);
    Desk.record(
        office,
        worker,
        entry("employer", "link", employer, "source", "document", "validFrom", "2024-01-01"),
        entry("employments[new].start", "value", "2024-01-31", "source", "document"),
        entry("employments[new].end", "none", true),
        entry("employments[new].hours", "value", "full_time", "source", "document"));
    return worker;
  }

  private static void say(String worker, String fact, Object... said) {
    Object[] more = {"source", said[2], "obtained", "2024-08-01"};
    Desk.record("A", worker, entry("employments[r1]." + fact, (String) said[0], said[1], more));
  }

  private static JsonPath duties(Role role, String office, String employer) {
    return Desk.get(role, office, "/api/employers/" + employer + "/duties")
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String result(JsonPath duties, String record, String scheme) {
    return duties.getString(
        "duties.find { it.record == '" + record + "' && it.scheme == '" + scheme + "' }?.result");
  }

  private static String kept(String employer, String worker) {
    return found(employer, worker).then().statusCode(201).extract().path("id");
  }

  private static Response found(String employer, String record) {
    return Desk.post(
        "A",
        "/api/employers/" + employer + "/findings",
        Map.of("record", record, "scheme", CONTRACT, "subject", SPELL));
  }

  private static Response act(Actor by, String finding, String what, Map<String, ?> body) {
    return Matters.post(by, "/api/findings/" + finding + "/" + what, body);
  }

  @Test
  void aDutyStandsAsTheRecordTellsItAndWhatIsMissingIsNamed() {
    String employer = Desk.organisation("A", "employer");
    String kept = worker("A", employer);
    say(kept, "contract_signed", "value", "2024-02-20", "document");
    String broken = worker("A", employer);
    say(broken, "contract_signed", "none", true, "person");
    String silent = worker("A", employer);

    JsonPath duties = duties(Role.CASEWORKER, "A", employer);

    assertThat(result(duties, kept, CONTRACT)).isEqualTo("KEPT");
    assertThat(result(duties, broken, CONTRACT)).isEqualTo("NOT_KEPT");
    assertThat(result(duties, silent, CONTRACT)).isEqualTo("NEEDS_INFO");
    Paper.get(Matters.CASEWORKER, "/desk/employers/" + employer)
        .then()
        .statusCode(200)
        .body(containsString("可能没有做到"))
        .body(containsString("缺记录，不能下结论，也不算做到"))
        .body(containsString("书面劳动合同签订日期"));
    Paper.get(
            Matters.CASEWORKER, "/desk/employers/" + employer + "/duties/" + CONTRACT + "/" + kept)
        .then()
        .statusCode(200)
        .body(containsString("2024-02-20"))
        .body(containsString("劳动合同法第十条"))
        .body(not(containsString("请劳动监察核实")));
  }

  @Test
  void r14AnEmployersMissingRecordIsNeverKept() {
    String employer = Desk.organisation("A", "employer");
    String worker = worker("A", employer);

    JsonPath duties = duties(Role.CASEWORKER, "A", employer);

    List<String> results =
        duties.getList("duties.findAll { it.record == '" + worker + "' }.result");
    assertThat(results).hasSizeGreaterThan(10).doesNotContain("KEPT").doesNotContain("NOT_KEPT");
    assertThat(
            duties.getString(
                "duties.find { it.scheme == 'wages-on-time' }.assessment.outcomes[0].missing[0].fact"))
        .isNotNull();
  }

  @Test
  void r17WhatWorkerAndEmployerSayStandsSideBySide() {
    String employer = Desk.organisation("A", "employer");
    String worker = worker("A", employer);
    say(worker, "contract_signed", "none", true, "person");
    say(worker, "contract_signed", "value", "2024-02-20", "employer");

    JsonPath duties = duties(Role.REVIEWER, "A", employer);

    assertThat(result(duties, worker, CONTRACT)).isEqualTo("NEEDS_INFO");
    String disputed = "duties.find { it.scheme == '" + CONTRACT + "' }.disputes";
    assertThat(duties.getList(disputed + "[0].versions.source"))
        .containsExactly("person", "employer");
    assertThat(duties.getList(disputed + "[0].versions.value")).containsExactly(null, "2024-02-20");
    assertThat(duties.getList(disputed + "[0].versions.obtained"))
        .containsExactly("2024-08-01", "2024-08-01");
    String page =
        Paper.get(Matters.REVIEWER, "/desk/employers/" + employer)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(page.split("说法不一致 <span", 2)[1].replaceAll("\\s+", " "))
        .containsPattern(
            "书面劳动合同签订日期.*<td><strong>无</strong><br><span class=\"small\">本人陈述，2024-08-01"
                + ".*<td><strong>2024-02-20</strong><br><span class=\"small\">用人单位，2024-08-01");
  }

  @Test
  void r31NobodyIsShownBeyondWhatADutyReadsNorWithoutConsentNorOfAnotherOffice() {
    String employer = Desk.organisation("A", "employer");
    String worker = worker("A", employer);
    Desk.record("A", worker, entry("birth_date", "value", "1991-03-07", "source", "document"));
    String elsewhere = worker("B", employer);
    Map<String, Object> unasked = Desk.registration(Desk.number());
    unasked.remove("consentOn");
    String silent =
        Desk.post("A", "/api/persons", unasked).then().statusCode(201).extract().path("id");
    Desk.record(
        "A",
        silent,
        entry("employer", "link", employer, "source", "document"),
        entry("employments[new].start", "value", "2024-01-31", "source", "document"));

    JsonPath duties = duties(Role.CASEWORKER, "A", employer);

    assertThat(duties.getList("duties.record")).contains(worker).doesNotContain(elsewhere, silent);
    assertThat(duties.getInt("leftOut.silent")).isEqualTo(1);
    assertThat(duties.getInt("leftOut.elsewhere")).isEqualTo(1);
    assertThat(duties.prettify()).doesNotContain("阿依古丽").doesNotContain("1991-03-07");
    assertThat(duties.getString("duties[0].worker")).isEqualTo("阿**");
    String page =
        Paper.get(Matters.CASEWORKER, "/desk/employers/" + employer).then().extract().asString();
    assertThat(page).contains("阿**").doesNotContain("阿依古丽").doesNotContain("1991-03-07");
    Desk.get(Role.CASEWORKER, "A", "/api/persons/" + worker + "/print")
        .statusCode(200)
        .body("reads.content.what", hasItem("duties"));
    // the reviewer looks at what offices did, everywhere
    assertThat(duties(Role.REVIEWER, "A", employer).getList("duties.record"))
        .contains(worker, elsewhere)
        .doesNotContain(silent);
  }

  @Test
  void r17ASpellWithAnotherEmployerIsNotLaidAtThisOnesDoor() {
    String before = Desk.organisation("A", "employer");
    String now = Desk.organisation("A", "employer");
    String worker = Desk.person("A");
    Desk.record(
        "A",
        worker,
        entry(
            "employer",
            "link",
            before,
            "source",
            "document",
            "validFrom",
            "2022-01-01",
            "validTo",
            "2023-12-31"),
        entry("employer", "link", now, "source", "document", "validFrom", "2024-01-01"),
        entry("employments[new1].start", "value", "2022-02-01", "source", "document"),
        entry("employments[new1].end", "value", "2023-10-31", "source", "document"),
        entry("employments[new2].start", "value", "2024-01-31", "source", "document"),
        entry("employments[new2].end", "none", true));

    assertThat(duties(Role.CASEWORKER, "A", before).getList("duties.subject"))
        .isNotEmpty()
        .allMatch(subject -> subject.equals(SPELL));
    assertThat(duties(Role.CASEWORKER, "A", now).getList("duties.subject"))
        .isNotEmpty()
        .allMatch(subject -> subject.equals(SPELL.replace("[0]", "[1]")));

    String unsaid = Desk.person("A");
    Desk.record(
        "A",
        unsaid,
        entry("employer", "link", now, "source", "document"),
        entry("employments[new1].start", "value", "2022-02-01", "source", "document"),
        entry("employments[new2].start", "value", "2024-01-31", "source", "document"));
    JsonPath duties = duties(Role.CASEWORKER, "A", now);
    assertThat(duties.getList("duties.record")).doesNotContain(unsaid);
    assertThat(duties.getInt("leftOut.unclear")).isEqualTo(2);
  }

  @Test
  void r3WhoHandsItOnHasOpenedTheReasonsOfThatVeryFindingAndFactsAreTheSame() {
    String employer = Desk.organisation("A", "employer");
    String worker = worker("A", employer);
    found(employer, worker).then().statusCode(409);
    say(worker, "contract_signed", "none", true, "person");
    String finding = kept(employer, worker);

    act(Matters.CASEWORKER, finding, "proposals", Map.of())
        .then()
        .statusCode(409)
        .body("detail", containsString("请先打开"));
    act(Matters.CASEWORKER, finding, "openings", Map.of())
        .then()
        .statusCode(200)
        .body("outcome.outcomes[0].outcome", equalTo("NOT_KEPT"))
        .body("outcome.outcomes[0].conditions.size()", equalTo(3))
        .body("release", notNullValue())
        .body("factsVersion", notNullValue())
        .body("program", notNullValue());
    // a second person opened nothing yet
    act(Accounts.second(Role.CASEWORKER, "A"), finding, "proposals", Map.of())
        .then()
        .statusCode(409);
    say(worker, "agreed_wage", "value", "3000", "person");
    act(Matters.CASEWORKER, finding, "proposals", Map.of())
        .then()
        .statusCode(409)
        .body("detail", containsString("事实有变化"));

    String again = kept(employer, worker);
    act(Matters.CASEWORKER, again, "openings", Map.of()).then().statusCode(200);
    act(Matters.CASEWORKER, again, "proposals", Map.of())
        .then()
        .statusCode(201)
        .body("proposed.name", equalTo(Matters.CASEWORKER.name()))
        .body("answered", nullValue());
    act(Matters.CASEWORKER, again, "proposals", Map.of()).then().statusCode(409);
    Matters.get(Matters.AUDITOR, "/api/log?kind=act&limit=500")
        .then()
        .body(
            "entries.findAll { it.content?.finding == '" + again + "' }.content.act",
            hasItem("proposed to an inspector"));
  }

  @Test
  void r42TheAnswerIsRecordedByAnotherFromAFixedListAndNothingIsRewritten() throws SQLException {
    String employer = Desk.organisation("A", "employer");
    String worker = worker("A", employer);
    say(worker, "contract_signed", "none", true, "person");
    String finding = kept(employer, worker);
    act(Matters.REVIEWER, finding, "answers", Map.of("answer", "TAKEN_UP")).then().statusCode(409);
    act(Matters.CASEWORKER, finding, "openings", Map.of()).then().statusCode(200);
    act(Matters.CASEWORKER, finding, "proposals", Map.of()).then().statusCode(201);

    act(Matters.CASEWORKER, finding, "answers", Map.of("answer", "TAKEN_UP"))
        .then()
        .statusCode(403);
    act(Matters.REVIEWER, finding, "answers", Map.of("answer", "GUILTY")).then().statusCode(422);
    act(Matters.REVIEWER, finding, "answers", Map.of("answer", "NOT_TAKEN_UP"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/why"));
    act(Matters.REVIEWER, finding, "answers", Map.of("answer", "NOT_TAKEN_UP", "why", "已经查过"))
        .then()
        .statusCode(201)
        .body("answered.answer", equalTo("NOT_TAKEN_UP"));
    act(Matters.REVIEWER, finding, "answers", Map.of("answer", "TAKEN_UP")).then().statusCode(409);
    for (String change : List.of("update finding set result = 'KEPT'", "delete from finding_act")) {
      try (Connection connection = database.getConnection();
          PreparedStatement statement = connection.prepareStatement(change)) {
        assertThatThrownBy(statement::executeUpdate).hasMessageContaining("permission denied");
      }
    }
    // what is handed on concerns nobody at another office but whoever looks at what offices did
    Matters.get(Accounts.actor(Role.CASEWORKER, "B"), "/api/findings/" + finding)
        .then()
        .statusCode(403);
    Matters.get(Matters.AUDITOR, "/api/findings/" + finding).then().statusCode(200);
  }

  @Test
  void r38WhatIsSwitchedOffProposesNothing() {
    String employer = Desk.organisation("A", "employer");
    String worker = worker("A", employer);
    say(worker, "contract_signed", "none", true, "person");
    String id =
        Matters.post(
                Matters.POLICY_OFFICER,
                "/api/switches",
                Map.of("kind", "SCHEME", "target", CONTRACT, "reason", "有误"))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    found(employer, worker).then().statusCode(409).body("detail", containsString("停用"));
    Matters.post(
            Matters.POLICY_OFFICER, "/api/switches/" + id + "/lifting", Map.of("reason", "已更正"))
        .then()
        .statusCode(200);
    found(employer, worker).then().statusCode(201);
  }

  @Test
  void anEmployerIsFoundByNameOrCodeAndAPersonNever() {
    String code = "9165312" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
    String id =
        Desk.post(
                "A",
                "/api/organisations",
                Map.of("entity", "employer", "title", "莎车葡萄合作社" + code, "code", code))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    for (String letters : List.of("葡萄合作社" + code, code)) {
      Paper.post(Matters.CASEWORKER, "/desk/employers", Map.of("letters", letters))
          .then()
          .statusCode(200)
          .body(containsString("/desk/employers/" + id));
    }
    Paper.post(Matters.CASEWORKER, "/desk/employers", Map.of("letters", "")).then().statusCode(422);
    Paper.get(Matters.CASEWORKER, "/desk/employers/" + Desk.person("A")).then().statusCode(404);
  }

  @Test
  void fromTheEmployersPageToTheInspectorsAnswerInABrowser() {
    String employer = Desk.organisation("A", "employer");
    String worker = worker("A", employer);
    say(worker, "contract_signed", "none", true, "person");
    say(worker, "agreed_wage", "value", "3000", "person");
    say(worker, "agreed_wage", "value", "2600", "employer");
    Browser browser = Browser.signedIn(Matters.CASEWORKER).waitFor("今日");
    browser.click("用人单位").waitFor("名称或统一社会信用代码").fill("名称或统一社会信用代码", "合成");
    browser.click("查找").waitFor("找到").shot("employers").accessible();
    browser.go("/desk/employers/" + employer).waitFor("说法不一致").shot("employer").accessible();
    browser.click("书面劳动合同").waitFor("请劳动监察核实").shot("duty").accessible();
    browser.click("请劳动监察核实").waitFor("停一停").shot("finding-stop").accessible();
    String stop = browser.path();
    browser.tick("我看过全部理由").click("移交劳动监察 ").waitFor("请先打开");
    assertThat(browser.focused()).contains("请先打开");
    browser.shot("finding-refused").accessible();
    browser.click("打开这一次的理由").waitFor("当时的记录").shot("finding-reasons").accessible();
    browser.click("回到移交").waitFor("已满足");
    browser.click("移交劳动监察 ").waitFor("有几处要改");
    browser.tick("我看过全部理由").click("移交劳动监察 ").waitFor("已移交");
    browser.screen(360, 800, 1);
    for (String page : List.of("/desk/employers", "/desk/employers/" + employer, stop)) {
      browser.go(page);
      assertThat(browser.scrollsSideways()).as(page).isFalse();
    }
    browser.go("/desk/employers/" + employer).shot("employer-360").accessible();

    Browser reviewer = Browser.signedIn(Matters.REVIEWER).waitFor("今日");
    reviewer.go("/desk/employers/findings").waitFor("等待").shot("findings").accessible();
    reviewer.go(stop).waitFor("监察的答复").tick("不予受理").click("登记答复").waitFor("须写明理由");
    reviewer.shot("finding-answer").accessible();
    reviewer.fill("说明", "已由仲裁处理").click("登记答复").waitFor("已由仲裁处理").shot("finding-answered");
  }
}
