package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import huice.model.Actor;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entered, checked and sampled by three different persons. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class VerificationsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 2);

  @BeforeEach
  void onThatDay() {
    TestClock.put(DAY);
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  /** An application for the upgrade of a certificate; its id. */
  private static String apply(String office) {
    String person = Desk.person(office);
    Desk.record(
        office,
        person,
        Desk.entry(
            "skill_certificates[new].obtained_on", "value", "2024-08-20", "source", "document"),
        Desk.entry("skill_certificates[new].insured_months", "value", "12", "source", "document"),
        Desk.entry("graduation_year", "value", "2020"));
    return Desk.post(
            office,
            "/api/applications",
            Map.of(
                "record",
                person,
                "scheme",
                "skill-upgrade",
                "channel",
                "COUNTER",
                "appliedOn",
                "2024-09-02"))
        .then()
        .statusCode(201)
        .extract()
        .path("application.id");
  }

  private static String entry(Asking office, String application) {
    return Matters.get(office.caseworker, "/api/verifications")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getString("find { it.application == '" + application + "' }.id");
  }

  private static JsonPath view(Actor by, String entry) {
    return Matters.get(by, "/api/verifications/" + entry)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static io.restassured.response.Response done(
      Actor by, String entry, String stage, List<Long> mismatches) {
    return Matters.post(
        by, "/api/verifications/" + entry + "/" + stage, Map.of("mismatches", mismatches));
  }

  @Test
  void onePersonEntersASecondChecksAndAThirdSamples() {
    Asking office = new Asking("V1");
    Actor second = Accounts.second(Role.CASEWORKER, "V1");
    String application = apply("V1");
    office.run();
    String entry = entry(office, application);
    JsonPath view = view(second, entry);
    assertThat(view.<String>getList("facts.path"))
        .as("only what the application rests on")
        .contains("skill_certificates[r1].obtained_on", "skill_certificates[r1].insured_months")
        .doesNotContain("graduation_year");
    JsonPath task = office.list("?kind=verification");
    assertThat(task.getString("[0].dueOn")).as("nobody published the days").isNull();
    assertThat(task.<String>getList("[0].basis.notSet")).containsExactly("乡镇核查天数");
    assertThat(task.<String>getList("[0].basis.clauses")).containsExactly("三（四）a");

    done(office.caseworker, entry, "check", List.of()).then().statusCode(403);
    done(second, entry, "check", List.of()).then().statusCode(200);
    done(second, entry, "check", List.of()).then().statusCode(409);
    assertThat(office.list("?kind=verification").getList("")).isEmpty();
    done(office.certifier, entry, "sample", List.of()).then().statusCode(409);

    JsonPath round =
        Matters.post(
                office.certifier, "/api/verifications/rounds", Map.of("size", 1, "why", "试行先抽一份"))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    assertThat(round.<String>getList("drawn")).containsExactly(entry);
    done(second, entry, "sample", List.of()).then().statusCode(403);
    done(office.certifier, entry, "sample", List.of()).then().statusCode(200);
    assertThat(view(office.certifier, entry).getString("sampledBy"))
        .isEqualTo(office.certifier.id().toString());
  }

  @Test
  void whoCheckedCannotSampleWhoeverItIs() {
    Asking office = new Asking("V2");
    String application = apply("V2");
    office.run();
    String entry = entry(office, application);
    done(office.certifier, entry, "check", List.of()).then().statusCode(200);
    Actor other = Accounts.second(Role.CERTIFIER, "V2");
    Matters.post(other, "/api/verifications/rounds", Map.of("size", 1, "why", "试行"))
        .then()
        .statusCode(201);
    done(office.certifier, entry, "sample", List.of()).then().statusCode(403);
    done(Accounts.actor(Role.REVIEWER, "V9"), entry, "sample", List.of()).then().statusCode(200);
  }

  @Test
  void theSeedIsDrawnAfterTheRoundIsClosedAndDrawsTheSameAgain() {
    Asking office = new Asking("V3");
    Actor second = Accounts.second(Role.CASEWORKER, "V3");
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String application = apply("V3");
      office.run();
      entries.add(entry(office, application));
    }
    Matters.post(office.certifier, "/api/verifications/rounds", Map.of("size", 2, "why", "试行"))
        .then()
        .statusCode(409);
    for (String entry : entries.subList(0, 4)) {
      done(second, entry, "check", List.of()).then().statusCode(200);
    }
    Matters.post(office.certifier, "/api/verifications/rounds", Map.of())
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/size"));
    Matters.post(office.certifier, "/api/verifications/rounds", Map.of("size", 2))
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/why"));
    Matters.post(office.caseworker, "/api/verifications/rounds", Map.of("size", 2, "why", "试行"))
        .then()
        .statusCode(403);
    Matters.post(office.certifier, "/api/verifications/rounds", Map.of("size", 2, "why", "试行"))
        .then()
        .statusCode(201)
        .body("entered", equalTo(4))
        .body("drawn.size()", equalTo(2))
        .body("reproduced", equalTo(true));
    Matters.get(office.certifier, "/api/verifications/rounds")
        .then()
        .body("[0].seed.length()", equalTo(32))
        .body("[0].basis", equalTo("试行"))
        .body("[0].reproduced", equalTo(true));
    // what is checked later belongs to the next round
    done(second, entries.get(4), "check", List.of()).then().statusCode(200);
    Matters.get(office.certifier, "/api/verifications/rounds")
        .then()
        .body("[0].entered", equalTo(4));
  }

  @Test
  void aMismatchIsATaskAndACorrectionAndNeverARefusal() {
    Asking office = new Asking("V4");
    Actor second = Accounts.second(Role.CASEWORKER, "V4");
    String application = apply("V4");
    office.run();
    String entry = entry(office, application);
    JsonPath view = view(second, entry);
    long seq = view.getLong("facts.find { it.path.endsWith('insured_months') }.seq");
    long other = view.getLong("facts.find { it.path.endsWith('obtained_on') }.seq");
    done(second, entry, "check", List.of(1L)).then().statusCode(422);
    done(second, entry, "check", List.of(seq, other)).then().statusCode(200);

    assertThat(office.list("?kind=correction").getList("")).hasSize(2);
    Matters.get(office.auditor, "/api/applications/" + application)
        .then()
        .body("application.state", equalTo("APPLIED"))
        .body("decisions.size()", equalTo(0));
    Desk.record(
        "V4",
        view.getString("record"),
        Desk.entry(
            "skill_certificates[r1].insured_months",
            "value",
            "24",
            "source",
            "document",
            "corrects",
            seq,
            "reason",
            "与证明不一致"));
    JsonPath left = office.list("?kind=correction");
    assertThat(left.getList("")).as("the correction ends its task").hasSize(1);
    assertThat(left.getString("[0].subject")).endsWith("obtained_on");
    Matters.post(
            office.caseworker,
            "/api/tasks/" + left.getString("[0].id") + "/closing",
            Map.of("ending", "STANDS"))
        .then()
        .statusCode(200);
    assertThat(office.list("?kind=correction").getList("")).isEmpty();
    Matters.get(office.auditor, "/api/applications/" + application)
        .then()
        .body("application.state", equalTo("APPLIED"));
  }
}
