package huice.functional;

import static huice.functional.Matters.AUDITOR;
import static huice.functional.Matters.POLICY_OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import huice.functional.Matters.Matter;
import huice.model.Actor;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What offices did, in numbers in which nobody can be found again. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class ReportsTest {
  @AfterEach
  void today() {
    TestClock.restore();
  }

  /** Puts payments into the ledger of a month of its own, as a bank's answers would. */
  private static void paid(String scheme, int people, LocalDate on) throws SQLException {
    try (Owner owner = new Owner()) {
      String account = Matters.CASEWORKER.id().toString();
      UUID batch = UUID.randomUUID();
      owner.run(
          "insert into batch (id, fund, year, made_on, made_at, made_by) values ('"
              + batch
              + "', 'employment-subsidy', 2031, '"
              + on
              + "', now(), '"
              + account
              + "')");
      for (int i = 0; i < people; i++) {
        UUID claim = UUID.randomUUID();
        UUID due = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        String ids = "'" + UUID.randomUUID() + "', '" + UUID.randomUUID() + "'";
        owner.run(
            "insert into payment_claim (id, application, decision, record, office, scheme, fund,"
                + " kind, statutory, hardship, complete_on, filed_on, at, by) values ('"
                + claim
                + "', "
                + ids
                + ", '"
                + person
                + "', 'A', '"
                + scheme
                + "', 'employment-subsidy', 'regular', false, false, '"
                + on
                + "', '"
                + on
                + "', now(), '"
                + account
                + "')");
        owner.run(
            "insert into due (id, claim, application, decision, period, kind, amount, batch, line)"
                + " values ('"
                + due
                + "', '"
                + claim
                + "', "
                + ids
                + ", 'once', 'regular', 100.00, '"
                + batch
                + "', "
                + (i + 1)
                + ")");
        owner.run(
            "insert into ledger (kind, payee, application, decision, period, due, batch, line,"
                + " amount, on_day, at, by) values ('paid', '"
                + person
                + "', "
                + ids
                + ", 'once', '"
                + due
                + "', '"
                + batch
                + "', "
                + (i + 1)
                + ", 100.00, '"
                + on
                + "', now(), '"
                + account
                + "')");
      }
    }
  }

  @Test
  void theMonthlyTableHidesSmallCellsAndWhatWouldTellThem() throws SQLException {
    LocalDate on = LocalDate.of(2031, 5, 20);
    paid("skill-upgrade", 2, on);
    paid("hire-once", 7, on);
    paid("startup-grant", 9, on);
    JsonPath report =
        Matters.get(AUDITOR, "/api/reports/monthly?month=2031-05")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(report.getBoolean("lines.find { it.scheme == 'skill-upgrade' }.suppressed"))
        .isTrue();
    assertThat(report.getString("lines.find { it.scheme == 'skill-upgrade' }.people")).isNull();
    assertThat(report.getBoolean("lines.find { it.scheme == 'hire-once' }.suppressed"))
        .as("else the total would tell")
        .isTrue();
    assertThat(report.getString("lines.find { it.scheme == 'hire-once' }.sum")).isNull();
    assertThat(report.getInt("lines.find { it.scheme == 'startup-grant' }.people")).isEqualTo(9);
    assertThat(report.getString("lines.find { it.scheme == 'startup-grant' }.sum"))
        .isEqualTo("900.00");
    assertThat(report.getString("sum")).isEqualTo("1800.00");
    String csv =
        Matters.get(AUDITOR, "/api/reports/monthly.csv?month=2031-05")
            .then()
            .statusCode(200)
            .header("Content-Type", containsString("text/csv"))
            .extract()
            .asString();
    assertThat(csv)
        .contains("2031-05,一次性创业补贴,9,900.00", "2031-05,技能提升补贴,*,*")
        .doesNotContain("700.00", ",200.00");
  }

  @Test
  void whatTheBankTookBackIsNotPaid() throws SQLException {
    LocalDate on = LocalDate.of(2031, 6, 20);
    paid("startup-grant", 9, on);
    try (Owner owner = new Owner()) {
      owner.run(
          "insert into ledger (kind, payee, application, decision, period, due, batch, line,"
              + " amount, on_day, at, by) select 'taken-back', payee, application, decision,"
              + " period, due, batch, line, amount, on_day, at, by from ledger"
              + " where kind = 'paid' and on_day = '"
              + on
              + "' and line <= 2");
    }
    Matters.get(AUDITOR, "/api/reports/monthly?month=2031-06")
        .then()
        .body("lines[0].people", equalTo(7))
        .body("lines[0].sum", equalTo("700.00"))
        .body("people", equalTo(7));
  }

  @Test
  void aMonthOfFewPayeesShowsNoTotalEither() throws SQLException {
    paid("skill-upgrade", 3, LocalDate.of(2031, 8, 2));
    Matters.get(AUDITOR, "/api/reports/monthly?month=2031-08")
        .then()
        .body("lines[0].suppressed", equalTo(true))
        .body("sum", equalTo(null))
        .body("people", equalTo(null));
  }

  @Test
  void applicationsThatNobodyOpenedOrThatStandStillAreCounted() {
    LocalDate day = LocalDate.of(2027, 3, 1);
    TestClock.put(day);
    for (int i = 0; i < 6; i++) {
      Matter.apply(Matters.person(true, Map.of()), "travel-subsidy", day, Map.of());
    }
    for (int i = 0; i < 5; i++) {
      Matter matter = Matter.apply(Matters.person(true, Map.of()), "travel-subsidy", day, Map.of());
      matter.act(
          Matters.CASEWORKER,
          "withdrawal",
          Map.of("signedOn", day.toString(), "document", "撤回申请书"));
    }
    String path = "/api/reports/applications?from=2027-03-01&to=2027-03-31";
    Matters.get(AUDITOR, path)
        .then()
        .statusCode(200)
        .body("lines.find { it.scheme == 'travel-subsidy' }.unopened", equalTo(0));
    TestClock.pass(Duration.ofDays(8));
    Matters.get(AUDITOR, path)
        .then()
        .body("lines.find { it.scheme == 'travel-subsidy' }.received", equalTo(11))
        .body("lines.find { it.scheme == 'travel-subsidy' }.unopened", equalTo(6))
        .body("lines.find { it.scheme == 'travel-subsidy' }.withdrawn", equalTo(5))
        .body("lines.find { it.scheme == 'travel-subsidy' }.stalled", equalTo(0));
    TestClock.pass(Duration.ofDays(30));
    Matters.get(AUDITOR, path)
        .then()
        .body("lines.find { it.scheme == 'travel-subsidy' }.stalled", equalTo(6));
  }

  @Test
  void r5HasteRaisesAnAlarmByOfficeAndSchemeAndNamesNoOfficer() {
    LocalDate day = LocalDate.of(2024, 9, 2);
    TestClock.put(day);
    Matter matter = Payables.skill(day, "five").propose();
    matter.open(Matters.CERTIFIER).confirm(Matters.CERTIFIER).then().statusCode(200);
    String path = "/api/reports/confirmations?from=2024-09-02&to=2024-09-02";
    Matters.get(POLICY_OFFICER, path)
        .then()
        .statusCode(200)
        .body("find { it.office == 'A' && it.scheme == 'skill-upgrade' }.alarm", equalTo(true))
        .body(not(containsString(Matters.CERTIFIER.id().toString())))
        .body(not(containsString(Matters.CERTIFIER.name())));
    Matters.get(POLICY_OFFICER, path.replace("confirmations?", "confirmations.csv?"))
        .then()
        .statusCode(200)
        .body(containsString("A,skill-upgrade,"));
    Paper.get(POLICY_OFFICER, "/desk/reports?month=2024-09")
        .then()
        .statusCode(200)
        .body(containsString("没有读理由就确认"))
        .body(not(containsString(Matters.CERTIFIER.name())));
  }

  @Test
  void r23GroupsOfOutcomesTimeAndContactsAreShownAndSmallOnesAreNot() {
    Asking office = new Asking("R23");
    LocalDate day = LocalDate.of(2024, 3, 5);
    TestClock.put(day);
    for (int i = 0; i < 6; i++) {
      decided(office, "1992-05-01", day);
    }
    for (int i = 0; i < 6; i++) {
      decided(office, "1965-05-01", day);
    }
    decided(office, "2010-05-01", day);
    JsonPath report =
        Matters.get(AUDITOR, "/api/reports/disparity?from=2024-03-01&to=2024-03-31")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    String age = "cuts.find { it.attribute == 'age' }.groups";
    assertThat(report.<String>getList(age + ".name.zh"))
        .containsExactly("0–24 岁", "25–34 岁", "55 岁以上");
    assertThat(report.getString(age + "[0].decided")).as("one person").isNull();
    assertThat(report.<Object>getList(age + ".decided").stream().filter(n -> n != null).toList())
        .as("one more is hidden, so that the first cannot be worked out")
        .hasSize(1);
    assertThat(report.getString("cuts.find { it.attribute == 'sex' }.title.zh")).isNotBlank();
    assertThat(
            report.getInt(
                "cuts.find { it.attribute == 'township' }.groups.find { it.name.zh == 'R23' }"
                    + ".decided"))
        .isEqualTo(13);
    Actor officer = Accounts.actor(Role.CERTIFIER, "R23");
    Matters.get(officer, "/api/reports/disparity").then().statusCode(403);
    Matters.get(AUDITOR, "/api/log?kind=audit&limit=500")
        .then()
        .body(
            "entries.findAll { it.content?.report == 'disparity' }.size()",
            org.hamcrest.Matchers.greaterThan(0));
  }

  /** Somebody born on a day whose application was decided at once. */
  private static void decided(Asking office, String born, LocalDate day) {
    String person = Desk.person(office.office);
    Desk.record(
        office.office,
        person,
        Desk.entry("birth_date", "value", born, "source", "document"),
        Desk.entry("jobseeking_certified", "value", "true", "source", "ledger"),
        Desk.entry("awards", "completeTo", day.toString(), "source", "ledger"),
        Desk.entry("graduation_year", "value", "2024"),
        Desk.entry("seeking_work", "value", "true"));
    String id =
        Desk.post(
                office.office,
                "/api/applications",
                Map.of(
                    "record",
                    person,
                    "scheme",
                    "jobseeking-subsidy",
                    "channel",
                    "COUNTER",
                    "appliedOn",
                    day.toString()))
            .then()
            .statusCode(201)
            .extract()
            .path("application.id");
    Desk.post(office.office, "/api/applications/" + id + "/proposals", Map.of("version", 1))
        .then()
        .statusCode(201);
  }

  @Test
  void noReportHasARankATargetOrAFigureByVillageOrOfficer() {
    String described = io.restassured.RestAssured.get("/q/openapi?format=json").asString();
    for (String table : List.of("MonthlyReport", "ApplicationsReport", "DisparityReport")) {
      Object schema =
          new JsonPath(described).get("components.schemas." + table + ".properties.keySet()");
      assertThat(String.valueOf(schema)).doesNotContainIgnoringCase("rank", "target", "officer");
    }
    Paper.get(AUDITOR, "/desk/reports").then().statusCode(200).body(containsString("没有排名"));
    Matters.get(Accounts.actor(Role.CASEWORKER, "A"), "/api/reports/monthly")
        .then()
        .statusCode(403);
  }
}
