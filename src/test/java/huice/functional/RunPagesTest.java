package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import huice.model.Actor;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class RunPagesTest {
  private static final String DAY = "2024-09-02";
  private static final String TITLE = "一次性求职补贴";
  private static final Actor CLERK = Accounts.actor(Role.CASEWORKER, "TOLD");
  private static final Actor OFFICER = Accounts.actor(Role.POLICY_OFFICER, "TOLD");
  private static final Actor OTHER = Accounts.actor(Role.CASEWORKER, "NOT-TOLD");

  @BeforeEach
  void put() {
    TestClock.put(LocalDate.parse(DAY));
  }

  @AfterEach
  void restore() {
    TestClock.restore();
  }

  @Test
  void anOfficeReadsWhomToTellAndThePersonMayNotWantIt() {
    String person = entitled();
    run();

    String list = Paper.get(CLERK, "/desk/telling").then().statusCode(200).extract().asString();
    assertThat(list).contains("/desk/persons/" + person).contains(TITLE);
    Paper.get(OTHER, "/desk/telling").then().body(not(containsString(person)));
    String page = Paper.get(CLERK, "/desk/persons/" + person).asString();
    assertThat(page).contains("可以告诉此人").contains("不想被告知");

    Paper.post(CLERK, "/desk/persons/" + person + "/telling", Map.of("told", "no"))
        .then()
        .statusCode(303);

    Paper.get(CLERK, "/desk/telling").then().body(not(containsString(person)));
    run();
    Paper.get(CLERK, "/desk/telling").then().body(not(containsString(person)));
    assertThat(Paper.get(CLERK, "/desk/persons/" + person).asString())
        .contains("愿意被告知")
        .doesNotContain("可以告诉此人");
  }

  @Test
  void r38WhatIsSwitchedOffIsNotTold() {
    String person = entitled();
    run();
    JsonPath set =
        Desk.writing(Role.POLICY_OFFICER, "TOLD")
            .body(Map.of("kind", "SCHEME", "target", "jobseeking-subsidy", "reason", "test"))
            .post("/api/switches")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    try {
      Paper.get(CLERK, "/desk/telling").then().body(not(containsString(person)));
    } finally {
      Desk.writing(Role.POLICY_OFFICER, "TOLD")
          .body(Map.of("reason", "test"))
          .post("/api/switches/" + set.getString("id") + "/lifting")
          .then()
          .statusCode(200);
    }
    Paper.get(CLERK, "/desk/telling").then().body(containsString(person));
  }

  @Test
  void aPolicyOfficerBeginsARunAndFollowsIt() {
    entitled();
    Browser browser = Browser.signedIn(OFFICER).go("/desk/runs").shot("runs-before").accessible();
    browser.tick("全部重新测算").click("开始测算");
    browser.waitFor("最近的测算");
    Await.until(() -> browser.go("/desk/runs").has("已办完") && !browser.has("正在测算"));

    browser.shot("runs").accessible();
    browser.screen(360, 740, 1);
    assertThat(browser.scrollsSideways()).isFalse();
    browser.shot("runs-small").screen(1280, 900, 1);
    Browser desk = Browser.signedIn(CLERK).go("/desk/telling").shot("telling").accessible();
    desk.screen(360, 740, 1);
    assertThat(desk.scrollsSideways()).isFalse();
    desk.shot("telling-small").screen(1280, 900, 1);
    desk.go(desk.all("th a").get(0).getDomAttribute("href")).shot("person-told").accessible();
  }

  @Test
  void aDayThatIsNoneIsToldOnTheForm() {
    Paper.post(OFFICER, "/desk/runs", Map.of("on", "some day", "scheme", ""))
        .then()
        .statusCode(422)
        .body(containsString("请写日期"));
    Desk.writing(Role.POLICY_OFFICER, "TOLD")
        .body(Map.of("on", "2024-09-02", "scheme", "no-such-scheme"))
        .post("/api/runs")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/scheme"));
  }

  @Test
  void anInventedCountyIsRefusedWhereSomebodyRealIsRegistered() {
    entitled();
    Desk.writing(Role.ADMINISTRATOR, "TOLD")
        .body(Map.of("people", 10, "seed", 1))
        .post("/api/populations")
        .then()
        .statusCode(409)
        .body("detail", containsString("真实"));
  }

  private static void run() {
    String id =
        Desk.writing(Role.POLICY_OFFICER, "TOLD")
            .body(Map.of("on", DAY))
            .post("/api/runs")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    Await.until(
        () ->
            Accounts.as(OFFICER)
                .get("/api/runs/" + UUID.fromString(id))
                .jsonPath()
                .getString("state")
                .equals("done"));
  }

  @SuppressWarnings("unchecked")
  private static String entitled() {
    String person = Desk.person("TOLD");
    Map<String, Object> certified = Desk.entry("jobseeking_certified", "value", true);
    certified.put("source", "document");
    Desk.send(
            "TOLD",
            person,
            Desk.entry("graduation_year", "value", "2024"),
            Desk.entry("seeking_work", "value", true),
            certified,
            Desk.entry("awards", "completeTo", DAY))
        .then()
        .statusCode(201);
    return person;
  }
}
