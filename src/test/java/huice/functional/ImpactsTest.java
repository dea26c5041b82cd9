package huice.functional;

import static huice.functional.Matters.AUDITOR;
import static huice.functional.Matters.CERTIFIER;
import static huice.functional.Matters.POLICY_OFFICER;
import static huice.functional.RefusalsTest.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import huice.model.Actor;
import huice.model.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a candidate release would change, beside the live one and on the real cases. */
@QuarkusTest
@TestProfile(ApprovedReleases.class)
class ImpactsTest {
  private static final String MONTHS = "policies/lamps/parameters/months-alight.yaml";
  private static final Actor APPROVER = Accounts.second(Role.POLICY_OFFICER, "A");

  @Inject AgroalDataSource database;

  @BeforeEach
  void registered() {
    LocalDate consent = LocalDate.of(2024, 1, 1);
    String year = TestClock.today().minusMonths(14).toString();
    String eightMonths = TestClock.today().minusMonths(8).toString();
    Keepers.keeper("A", year, consent);
    Keepers.keeper("A", eightMonths, consent);
    Keepers.keeper("B", eightMonths, consent);
    Keepers.keeper("B", eightMonths, null);
  }

  @AfterEach
  void withdrawn() {
    Keepers.withdraw();
  }

  @Test
  void whoConsentsIsDecidedUnderBothReleasesAndNothingOfThemIsKept() throws SQLException {
    String id = begun(strict("counts"), "");

    JsonPath done = done(id);
    assertThat(done.getInt("assessment.people")).as("three of four consent").isEqualTo(3);
    assertThat(
            done.getList(
                "assessment.differences.findAll { it.scheme == 'oil-allowance' }.change",
                String.class))
        .containsExactly("LOSES");
    String oil = "result.schemes.find { it.id == 'oil-allowance' }.";
    assertThat(done.getInt(oil + "changes.LOSES")).isEqualTo(2);
    assertThat(done.getInt(oil + "changes.SAME")).isEqualTo(1);
    assertThat(done.getString(oil + "before.sum")).isEqualTo("450.00");
    assertThat(done.getString(oil + "after.sum")).isEqualTo("150.00");
    assertThat(done.getList("result.singles")).isNotEmpty();
    String kept = text("select content from impact where id = '" + id + "'");
    assertThat(kept)
        .contains("连续亮灯满")
        .doesNotContain("1990-02-28", "2024-01-10", TestClock.today().minusMonths(8).toString());
    assertThat(
            text(
                "select string_agg(convert_from(c.content, 'UTF8'), ' ' order by c.seq)"
                    + " from log_entry e join log_content c on c.seq = e.seq"
                    + " where e.kind = 'release' and e.about is null"
                    + " and position(convert_to('"
                    + id
                    + "', 'UTF8') in c.content) > 0"))
        .contains("impact-begun", "impact-done", "registered");
  }

  @Test
  void r50ACandidateRunsInShadowAndEveryDifferenceIsAnsweredForBeforeItGoesLive() {
    byte[] zip = strict("shadow");
    String release = proposed(zip, "莎就评〔2024〕3号");

    problem(approve(release).then(), 409, "conflict").body("detail", containsString("还没有在真实个案上"));
    String id = begun(zip, "");
    JsonPath done = done(id);
    problem(approve(release).then(), 409, "conflict").body("detail", containsString(id));
    List<Map<String, Object>> differences = done.getList("assessment.differences");
    assertThat(differences).isNotEmpty();
    for (Map<String, Object> one : differences) {
      problem(approve(release).then(), 409, "conflict");
      Map<String, Object> answer =
          Map.of("scheme", one.get("scheme"), "change", one.get("change"), "reason", "章程改为一年");
      Matters.post(CERTIFIER, "/api/impacts/" + id + "/answers", answer)
          .then()
          .statusCode(200)
          .body("differences.answer.by", hasItem(CERTIFIER.name()));
    }
    approve(release).then().statusCode(200);
    Matters.post(APPROVER, "/api/releases/rollback", Map.of("reason", "试完")).then().statusCode(200);
  }

  @Test
  void r50ARunOverInventedPeopleOrOneSchemeIsNoShadow() {
    byte[] zip = strict("no shadow");
    String release = proposed(zip, "莎就评〔2024〕4号");
    done(begun(zip, "?invented=10"));
    done(begun(zip, "?scheme=lamp-visit"));

    problem(approve(release).then(), 409, "conflict").body("detail", containsString("还没有在真实个案上"));
    Matters.post(POLICY_OFFICER, "/api/releases/" + release + "/reject", Map.of("reason", "不再需要"))
        .then()
        .statusCode(200);
  }

  @Test
  void r48AReferenceToAnImpactHasToBeOfThisVeryReleaseWholeAndDone() {
    byte[] zip = strict("reference");
    String other = begun(strict("another"), "");
    String part = begun(zip, "?scheme=oil-allowance");
    String whole = begun(zip, "");
    List.of(other, part, whole).forEach(ImpactsTest::done);

    problem(propose(zip, UUID.randomUUID().toString()).then(), 422, "invalid");
    problem(propose(zip, other).then(), 422, "invalid").body("errors.pointer", hasItem("/impact"));
    problem(propose(zip, part).then(), 422, "invalid");
    String release = proposed(zip, whole);
    Matters.post(POLICY_OFFICER, "/api/releases/" + release + "/reject", Map.of("reason", "不再需要"))
        .then()
        .statusCode(200);
  }

  @Test
  void theResultCanBeTakenAwayInThreeForms() {
    String id = begun(strict("forms"), "");
    done(id);
    String path = "/api/impacts/" + id + "/report";

    assertThat(Matters.get(AUDITOR, path).then().statusCode(200).extract().asString())
        .startsWith("<!DOCTYPE html>")
        .contains("<svg");
    assertThat(Matters.get(AUDITOR, path + "?form=csv").asString()).contains("oil-allowance");
    Matters.get(AUDITOR, path + "?form=json").then().statusCode(200).body("people", equalTo(3));
    problem(Matters.get(AUDITOR, path + "?form=pdf").then(), 400, "query");
    Matters.get(AUDITOR, "/api/impacts").then().body("id", hasItem(id));
  }

  @Test
  void whatIsWrongIsToldWithItsPlace() {
    byte[] broken =
        Rezipped.with("rules/lamps/oil-allowance.dslr", text -> text.replace("点的是油", "点的是水"));

    problem(begin(broken, "").then(), 422, "invalid")
        .body("errors.pointer", hasItem(containsString("/rules/lamps/oil-allowance.dslr:")));
    problem(begin(strict("x"), "?scheme=oil").then(), 422, "invalid");
    problem(begin(strict("x"), "?base=abc").then(), 404, "not-found");
    problem(begin(strict("x"), "?on=yesterday&invented=0").then(), 400, "query")
        .body("errors.parameter", hasItem("invented"));
  }

  /** Since February 2026 lamps have to be alight for a year; {@code mark} makes another release. */
  static byte[] strict(String mark) {
    return Rezipped.with(
        MONTHS,
        text ->
            text.replace("    value: 6", "    to: 2026-01-31\n    value: 6")
                + "  - from: 2026-02-01\n    value: 12\n    reference: 守灯章程一（一）\n"
                + "    confidence: text\n    checked: 2026-11-01\n# "
                + mark
                + "\n");
  }

  private static Response begin(byte[] zip, String query) {
    return Accounts.as(POLICY_OFFICER)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/zip")
        .body(zip)
        .post("/api/impacts" + query);
  }

  private static String begun(byte[] zip, String query) {
    return begin(zip, query).then().statusCode(202).extract().path("id");
  }

  static JsonPath done(String id) {
    for (int i = 0; i < 300; i++) {
      JsonPath json = Matters.get(AUDITOR, "/api/impacts/" + id).jsonPath();
      if (!json.getString("assessment.state").equals("running")) {
        assertThat(json.getString("assessment.state")).isEqualTo("done");
        return json;
      }
      pause();
    }
    throw new AssertionError("the comparison does not end");
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Response propose(byte[] zip, String impact) {
    return Accounts.as(POLICY_OFFICER)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/zip")
        .queryParam("impact", impact)
        .queryParam("from", TestClock.today().toString())
        .body(zip)
        .post("/api/releases");
  }

  private static String proposed(byte[] zip, String impact) {
    return propose(zip, impact).then().statusCode(201).extract().path("release");
  }

  private static Response approve(String release) {
    return Accounts.as(APPROVER)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .post("/api/releases/" + release + "/approve");
  }

  private String text(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }
}
