package huice.functional;

import static huice.functional.Matters.AUDITOR;
import static huice.functional.Matters.CASEWORKER;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import huice.functional.Matters.Matter;
import huice.model.Actor;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The work of a colleague who is away goes on. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ColleaguesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 2);

  @BeforeEach
  void onThatDay() {
    TestClock.put(DAY);
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  @Test
  void theWorkOfAnAbsentColleagueGoesToAnotherAndTheLogTellsIt() {
    Actor second = Accounts.second(Role.CASEWORKER, "A");
    Matter matter = Matter.apply(Matters.person(true, Map.of()), "skill-upgrade", DAY, Map.of());
    Paper.get(second, "/desk/applications?show=mine").then().body(not(containsString(matter.id)));
    Paper.done(
            second,
            "/desk/colleagues/away",
            Map.of("account", CASEWORKER.id(), "from", "2024-09-01", "to", "2024-09-15"))
        .then()
        .statusCode(200)
        .body(containsString("2024-09-01 至 2024-09-15"))
        .body(containsString("今天不在"));
    Paper.post(
            second,
            "/desk/colleagues/hand-over",
            Map.of("whose", second.id(), "whom", CASEWORKER.id(), "why", "分工"))
        .then()
        .statusCode(409)
        .body(containsString("今天也不在岗"))
        .body(containsString("value=\"分工\""));
    Paper.done(
            second,
            "/desk/colleagues/hand-over",
            Map.of("whose", CASEWORKER.id(), "whom", second.id(), "why", "休假"))
        .then()
        .statusCode(200);
    Paper.get(second, "/desk/applications?show=mine").then().body(containsString(matter.id));
    Paper.get(CASEWORKER, "/desk/applications?show=mine")
        .then()
        .body(not(containsString(matter.id)));
    Paper.get(CASEWORKER, "/desk/applications/" + matter.id)
        .then()
        .body(containsString(second.name()));
    Matters.get(AUDITOR, "/api/log?kind=act&limit=500")
        .then()
        .statusCode(200)
        .body("entries.findAll { it.content?.act == 'reassigned' }.size()", greaterThan(0));
  }

  @Test
  void nobodyArrangesTheWorkOfAnotherOffice() {
    Actor elsewhere = Accounts.actor(Role.CASEWORKER, "B");
    Paper.get(elsewhere, "/desk/colleagues").then().body(not(containsString(CASEWORKER.name())));
    Paper.post(
            elsewhere,
            "/desk/colleagues/away",
            Map.of("account", CASEWORKER.id(), "from", "2024-09-01", "to", "2024-09-15"))
        .then()
        .statusCode(422);
    Paper.get(Matters.REVIEWER, "/desk/colleagues").then().statusCode(403);
  }
}
