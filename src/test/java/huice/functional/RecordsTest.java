package huice.functional;

import static huice.functional.Desk.entry;
import static huice.functional.Desk.facts;
import static huice.functional.Desk.record;
import static huice.functional.Desk.send;
import static huice.functional.RefusalsTest.problem;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import huice.casework.SnapshotCheck;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class RecordsTest {
  @Inject SnapshotCheck snapshots;
  @Inject AgroalDataSource database;

  @Test
  void r15EveryFactKeepsHowWellItIsKnown() {
    String person = Desk.person("A");
    record(
        "A",
        person,
        entry("pension_start", "none", true, "quality", "matched", "source", "document"),
        entry("graduation_year", "value", "2020", "quality", "estimated"),
        entry("seeking_work", "value", true));

    facts("A", person, "?on=2024-09-01")
        .body("known.facts.worker.pension_start.quality", equalTo("matched"))
        .body("known.facts.worker.pension_start.value", equalTo("none"))
        .body("known.facts.worker.graduation_year.quality", equalTo("estimated"))
        .body("statements.find { it.path == 'seeking_work' }.quality", equalTo("declared"));
  }

  @Test
  void r17SourcesThatDifferAreBothKeptAndBothShown() {
    String person = Desk.person("A");
    record("A", person, entry("birth_date", "value", "1990-05-01"));
    record(
        "A",
        person,
        entry("birth_date", "value", "1990-06-01", "source", "document", "quality", "verified"));

    facts("A", person, "?on=2024-09-01")
        .body(
            "known.facts.worker.birth_date.conflict.value",
            containsInAnyOrder("1990-05-01", "1990-06-01"))
        .body(
            "known.facts.worker.birth_date.conflict.source",
            containsInAnyOrder("person", "document"))
        .body("statements.findAll { it.path == 'birth_date' }.stands", contains(true, true));
  }

  @Test
  void sourcesThatAgreeAreOneValueWithTheStrongestEvidence() {
    String person = Desk.person("A");
    record("A", person, entry("birth_date", "value", "1990-05-01"));
    record(
        "A",
        person,
        entry("birth_date", "value", "1990-05-01", "source", "document", "quality", "verified"));

    facts("A", person, "?on=2024-09-01")
        .body("known.facts.worker.birth_date.value", equalTo("1990-05-01"))
        .body("known.facts.worker.birth_date.quality", equalTo("verified"));
  }

  @Test
  void r19EveryFactHasSourceDayObtainedValidityAndMomentOfRecording() {
    String person = Desk.person("A");
    record(
        "A",
        person,
        entry(
            "job_changes",
            "value",
            "2",
            "obtained",
            "2024-03-01",
            "validFrom",
            "2024-02-01",
            "validTo",
            "2024-12-31",
            "until",
            "2024-06-01"));

    facts("A", person, "?on=2024-04-01")
        .body("known.facts.worker.job_changes.until", equalTo("2024-06-01"))
        .rootPath("statements.find { it.path == 'job_changes' }")
        .body("source", equalTo("person"))
        .body("obtained", equalTo("2024-03-01"))
        .body("validFrom", equalTo("2024-02-01"))
        .body("validTo", equalTo("2024-12-31"))
        .body("recordedAt", notNullValue())
        .body("recordedBy", notNullValue());
    facts("A", person, "?on=2025-01-01").body("known.facts.worker.job_changes", nullValue());
  }

  @Test
  void r33ABackDatedFactIsKnownFromItsNumberOnAndSaidForItsDays() {
    String person = Desk.person("A");
    long before =
        record("A", person, entry("job_changes", "value", "1", "validFrom", "2024-01-01"));
    record("A", person, entry("job_changes", "value", "3", "validFrom", "2024-03-01"));

    facts("A", person, "?on=2024-03-15").body("known.facts.worker.job_changes.value", equalTo("3"));
    facts("A", person, "?on=2024-02-15").body("known.facts.worker.job_changes.value", equalTo("1"));
    facts("A", person, "?on=2024-03-15&version=" + before)
        .body("known.facts.worker.job_changes.value", equalTo("1"));
  }

  @Test
  void aCorrectionTakesTheOthersPlaceAndBothStay() {
    String person = Desk.person("A");
    long wrong = record("A", person, entry("graduation_year", "value", "2012"));
    long right =
        record(
            "A",
            person,
            entry("graduation_year", "value", "2021", "corrects", wrong, "reason", "登记时看错"));

    facts("A", person, "?on=2024-09-01")
        .body("known.facts.worker.graduation_year.value", equalTo("2021"))
        .body("statements.find { it.seq == " + wrong + " }.stands", is(false))
        .body("statements.find { it.seq == " + right + " }.reason", equalTo("登记时看错"));
    facts("A", person, "?on=2024-09-01&version=" + wrong)
        .body("known.facts.worker.graduation_year.value", equalTo("2012"));
    problem(
        send(
                "A",
                person,
                entry("graduation_year", "value", "2022", "corrects", wrong, "reason", "再改"))
            .then(),
        409,
        "conflict");
  }

  @Test
  void aRowGetsItsKeyOnceAndARowEnteredByMistakeIsGone() {
    String person = Desk.person("A");
    send(
            "A",
            person,
            entry("employments[new1].start", "value", "2024-03-02"),
            entry("employments[new1].end", "none", true),
            entry("employments[new2].start", "value", "2024-05-01"),
            entry("employments", "completeTo", "2024-09-01"))
        .then()
        .statusCode(201)
        .body("kept.path", hasItems("employments[r1]", "employments[r1].end", "employments[r2]"));
    record("A", person, entry("employments[r1]", "gone", true, "reason", "另一人的"));
    record("A", person, entry("employments[new].start", "value", "2024-07-01"));

    facts("A", person, "?on=2024-09-01")
        .body("known.facts.worker.employments.complete_to", equalTo("2024-09-01"))
        .body(
            "known.facts.worker.employments.rows.start.value", contains("2024-05-01", "2024-07-01"))
        .body("statements.path", hasItem("employments[r3].start"));
  }

  @Test
  void allFaultsAreToldAtOnceAndNothingIsRecorded() {
    String person = Desk.person("A");
    long before = facts("A", person, "").extract().jsonPath().getLong("version");
    problem(
            send(
                    "A",
                    person,
                    entry("birth_day", "value", "1990-05-01"),
                    entry("birth_date", "value", "1990-02-30"),
                    entry("paid_months", "value", "1"),
                    entry("retirement_group", "value", "seventy"),
                    entry("seeking_work", "none", true),
                    entry("seeking_work", "value", true, "source", "document"),
                    entry("employments.start", "value", "2024-01-01"),
                    entry("graduation_year", "row", true),
                    entry("graduation_year", "value", "2020", "corrects", 1),
                    entry("job_changes", "value", "1", "obtained", "2999-01-01"),
                    entry(
                        "job_changes",
                        "value",
                        "1",
                        "validFrom",
                        "2024-02-01",
                        "validTo",
                        "2024-01-01"),
                    entry("seeking_work", "value", true))
                .then(),
            422,
            "invalid")
        .body(
            "errors.pointer",
            hasItems(
                "/entries/0/path",
                "/entries/1/value",
                "/entries/2/path",
                "/entries/3/value",
                "/entries/4/none",
                "/entries/5/source",
                "/entries/6/path",
                "/entries/7/row",
                "/entries/8/reason",
                "/entries/9/obtained",
                "/entries/10/validTo"));
    facts("A", person, "").body("version", equalTo((int) before));
  }

  @Test
  void whatIsThereIsLookedAtToo() {
    String person = Desk.person("A");
    String employer = Desk.organisation("A", "employer");
    problem(
            send(
                    "A",
                    person,
                    entry("employments[r7].start", "value", "2024-01-01"),
                    entry("graduation_year", "value", "2020", "corrects", 1, "reason", "错"),
                    entry("graduation_year", "gone", true, "reason", "错"))
                .then(),
            422,
            "invalid")
        .body(
            "errors.pointer",
            containsInAnyOrder("/entries/0/path", "/entries/1/corrects", "/entries/2/corrects"));
    problem(
            send("A", person, entry("spouse", "link", employer, "source", "document")).then(),
            422,
            "invalid")
        .body("errors.pointer", contains("/entries/0/link"));
    problem(
            send(
                    "A",
                    person,
                    entry("employments[new].start", "value", "2024-05-01"),
                    entry("employments[new].end", "value", "2024-04-01"))
                .then(),
            422,
            "invalid")
        .body("errors.pointer", contains("/entries/0"));
  }

  @Test
  void r39ACorrectedFactOfAnEmployerReachesEveryCaseThatLinksIt() {
    String employer = Desk.organisation("A", "employer");
    String first = Desk.person("A");
    String second = Desk.person("B");
    record("A", first, entry("employer", "link", employer, "source", "document"));
    record("B", second, entry("employer", "link", employer, "source", "document"));
    long wrong = record("A", employer, entry("owes_wages", "value", true, "source", "ledger"));
    record(
        "A",
        employer,
        entry("owes_wages", "value", false, "source", "ledger", "corrects", wrong, "reason", "同名"));

    for (String[] one : new String[][] {{"A", first}, {"B", second}}) {
      facts(one[0], one[1], "?on=2024-09-01")
          .body("known.facts.employer.owes_wages.value", is(false));
      Desk.get(
              huice.model.Role.CASEWORKER,
              one[0],
              "/api/records/" + one[1] + "/changes?since=" + wrong)
          .body("path", contains("owes_wages"))
          .body("label", contains(containsString("欠")));
    }
  }

  @Test
  void aFormHasQuestionsTypesChoicesSourcesAndProofs() {
    when()
        .get("/api/forms/worker")
        .then()
        .statusCode(200)
        .body("entity.facts.question", everyItem(notNullValue()))
        .body("entity.facts.find { it.id == 'birth_date' }.proofs", hasItem("居民身份证"))
        .body("entity.facts.find { it.id == 'retirement_group' }.choices", hasSize(3))
        .body("rows.employment.facts.id", hasItem("start"));
    problem(when().get("/api/forms/nothing").then(), 404, "not-found");
  }

  @Test
  void theCheckOfSnapshotsNamesTheOneThatDiffersFromItsFacts() throws SQLException {
    String sound = Desk.person("A");
    record("A", sound, entry("seeking_work", "value", true));
    String broken = Desk.person("A");
    record("A", broken, entry("seeking_work", "value", true));
    assertThat(snapshots.run().broken()).isEmpty();

    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update snapshot set content = replace(content, 'true', 'false')"
                    + " where record = ?")) {
      update.setObject(1, UUID.fromString(broken));
      update.executeUpdate();
    }
    assertThat(snapshots.run().broken())
        .extracting(SnapshotCheck.Broken::record)
        .containsExactly(UUID.fromString(broken));
    record("A", broken, entry("job_changes", "value", "1"));
    assertThat(snapshots.run().broken()).isEmpty();
  }
}
