package huice.functional;

import static huice.functional.Matters.AUDITOR;
import static huice.functional.Matters.CASEWORKER;
import static huice.functional.Matters.CERTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import huice.functional.Matters.Matter;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the people who are paid are owed: by the numbers of the requirements. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class MoneyRightsTest {
  private static final String FUND = "unemployment-insurance";

  @Inject AgroalDataSource database;

  @BeforeEach
  void onThatDay() {
    TestClock.put(LocalDate.of(2024, 9, 2));
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  /** A person's award of one sum: 1000, 1500 or 2000 yuan by the tier. */
  private static String granted(String tier) {
    Matter matter = Payables.skill(LocalDate.of(2024, 9, 2), tier).propose().open(CERTIFIER);
    matter.confirm(CERTIFIER).then().statusCode(200);
    return matter.id;
  }

  private static JsonPath paid(String award) {
    Payables.file(award).then().statusCode(201);
    Payables.account(award, "6217000000000005678").then().statusCode(201);
    return sent(award);
  }

  /** Puts what waits into a batch and lets the bank say that it is paid. */
  private static JsonPath sent(String award) {
    JsonPath batch = Payables.make(CASEWORKER, FUND).then().statusCode(201).extract().jsonPath();
    Payables.release(CERTIFIER, batch.getString("id")).then().statusCode(200);
    List<String> rows = new ArrayList<>();
    batch.<Integer>getList("lines.no").forEach(no -> rows.add(Payables.row(batch, no, "成功", "")));
    Payables.answer(batch.getString("id"), rows.toArray(String[]::new)).then().statusCode(200);
    return Payables.award(award);
  }

  private static void override(String award, String result, String amount) {
    String decision =
        Matters.get(AUDITOR, "/api/applications/" + award).then().extract().path("inEffect");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(
        "version",
        (Integer)
            Matters.get(AUDITOR, "/api/applications/" + award)
                .then()
                .extract()
                .path("application.version"));
    body.put("result", result);
    body.put("code", "EVIDENCE_SEEN");
    body.put("text", "看过原件");
    body.put("amount", amount);
    Matters.post(Matters.OTHER_CERTIFIER, "/api/decisions/" + decision + "/override", body)
        .then()
        .statusCode(200);
  }

  /** An adverse override becomes a decision in effect, as it has to be done. */
  private static void lowered(String award, String amount) {
    override(award, "ELIGIBLE", amount);
    String decision =
        Matters.get(AUDITOR, "/api/applications/" + award).then().extract().path("proposal");
    act(award, decision, "deliveries", Matter.delivery());
    act(award, null, "comments", Map.of("text", "知道了"));
    TestClock.pass(Duration.ofDays(15));
    Matters.post(CERTIFIER, "/api/decisions/" + decision + "/openings", Map.of())
        .then()
        .statusCode(200);
    act(award, decision, "confirmation", Map.of());
  }

  /** An award of which more was paid than is granted now. */
  static String overpaid() {
    String award = granted("three");
    paid(award);
    lowered(award, "500.00");
    return award;
  }

  private static void act(String award, String decision, String what, Map<String, Object> more) {
    Map<String, Object> body = new LinkedHashMap<>(more);
    body.put(
        "version",
        (Integer)
            Matters.get(AUDITOR, "/api/applications/" + award)
                .then()
                .extract()
                .path("application.version"));
    String path = decision == null ? "/api/applications/" + award : "/api/decisions/" + decision;
    int status =
        Matters.post(what.equals("confirmation") ? CERTIFIER : CASEWORKER, path + "/" + what, body)
            .statusCode();
    assertThat(status).as(what).isIn(200, 201);
  }

  @Test
  void r31AnEmployerSeesWhatItsClaimNeedsAndNothingAWorkerToldTheOfficeInConfidence() {
    TestClock.put(LocalDate.of(2025, 4, 10));
    String claim = Payables.claim(true, false);
    Payables.apply(claim);

    String seen = Matters.get(CASEWORKER, "/api/claims/" + claim + "/workers").asString();
    assertThat(seen)
        .contains("劳动合同")
        .doesNotContain("\"value\"", "given", "person", "1500", "2024-07-01");
    Desk.get(huice.model.Role.CASEWORKER, "B", "/api/claims/" + claim + "/workers").statusCode(403);
  }

  @Test
  void r35RecoveryIsNeverAutomaticIsToldAnsweredAndDecidedByAnotherInCappedInstalments() {
    String award = granted("three");
    JsonPath before = paid(award);
    String sum = before.getString("paid");
    lowered(award, "500.00");

    JsonPath after = Payables.award(award);
    assertThat(after.getString("paid")).as("what was paid stays").isEqualTo(sum);
    assertThat(after.getString("over")).isNotEqualTo("0.00");
    Matters.get(AUDITOR, "/api/awards/" + award + "/recoveries").then().body("$", hasSize(0));
    JsonPath recovery =
        Matters.post(CASEWORKER, "/api/awards/" + award + "/recoveries", Map.of("text", "等级看错"))
            .then()
            .statusCode(201)
            .body("state", equalTo("PROPOSED"))
            .body("cause", nullValue())
            .extract()
            .jsonPath();
    String path = "/api/recoveries/" + recovery.getString("id");
    decided(path, 1, "200.00", 409);
    Map<String, Object> notice = new LinkedHashMap<>(Matter.delivery());
    notice.put("version", 1);
    Matters.post(CASEWORKER, path + "/notices", notice).then().statusCode(201);
    decided(path, 2, "200.00", 409);
    TestClock.pass(Duration.ofDays(15));
    decided(path, 2, "200.01", 422);
    Matters.post(CASEWORKER, path + "/decision", verdict(2, "200.00")).then().statusCode(403);
    decided(path, 2, "200.00", 200);
    Matters.post(
            CASEWORKER,
            path + "/repayments",
            Map.of("version", 3, "amount", "200.00", "on", TestClock.today().toString()))
        .then()
        .statusCode(201)
        .body(
            "left",
            equalTo(
                new java.math.BigDecimal(after.getString("over"))
                    .subtract(new java.math.BigDecimal("200.00"))
                    .toPlainString()));
    Matters.get(AUDITOR, path).then().body("cause", equalTo("OFFICE"));
    Matters.post(
            CERTIFIER,
            path + "/write-off",
            Map.of(
                "version", 4,
                "cause", "OFFICE",
                "code", "OFFICE_ERROR",
                "text", "本机构的差错，余下的不追回"))
        .then()
        .statusCode(200)
        .body("state", equalTo("WRITTEN_OFF"));
    assertThat(Payables.award(award).getString("over")).isEqualTo("0.00");
  }

  private static Map<String, Object> verdict(int version, String monthly) {
    return Map.of("version", version, "cause", "OFFICE", "monthly", monthly, "text", "登记时看错");
  }

  private static void decided(String path, int version, String monthly, int status) {
    Matters.post(CERTIFIER, path + "/decision", verdict(version, monthly))
        .then()
        .statusCode(status);
  }

  /** Edge case 43: who caused it is found by an officer and marked, and long ago is let be. */
  @Test
  void edge43WhoCausedAnOverpaymentIsForAnOfficerToFindAndLongAgoIsLetBe() {
    String award = granted("three");
    paid(award);
    lowered(award, "500.00");
    TestClock.pass(Duration.ofDays(365 * 3));
    Matters.post(CASEWORKER, "/api/awards/" + award + "/recoveries", Map.of("text", "太久"))
        .then()
        .statusCode(409);
  }

  @Test
  void r36AnUnderpaymentByTheLedgerBecomesASupplementThatTwoPeoplePay() {
    String award = granted("five");
    Matters.post(CASEWORKER, "/api/awards/" + award + "/supplements", Map.of())
        .then()
        .statusCode(409);
    paid(award);
    override(award, "ELIGIBLE", "1300.00");

    assertThat(Payables.award(award).getString("under")).isEqualTo("300.00");
    Matters.post(CASEWORKER, "/api/awards/" + award + "/supplements", Map.of())
        .then()
        .statusCode(201);
    Matters.post(CASEWORKER, "/api/awards/" + award + "/supplements", Map.of())
        .then()
        .statusCode(409);
    JsonPath after = sent(award);
    assertThat(after.getString("paid")).isEqualTo("1300.00");
    assertThat(after.getString("under")).isEqualTo("0.00");
  }

  @Test
  void edge39WhoWaitsForMoneyKeepsAPlaceThatIsShownAndABudgetNotSetIsNotZero() {
    TestClock.put(LocalDate.of(2030, 1, 7));
    assertThat(
            Matters.get(AUDITOR, "/api/budgets?year=2030")
                .then()
                .extract()
                .jsonPath()
                .getMap("find { it.fund == '" + FUND + "' }"))
        .doesNotContainKeys("amount", "left")
        .containsEntry("used", "0.00");
    TestClock.put(LocalDate.of(2024, 9, 2));
    String first = granted("five");
    Payables.file(first).then().statusCode(201);
    TestClock.put(LocalDate.of(2030, 1, 7));
    Matters.post(
            CERTIFIER,
            "/api/budgets",
            Map.of("fund", FUND, "year", 2030, "amount", "0", "reference", "测试〔2030〕1号"))
        .then()
        .statusCode(201);
    Payables.account(first, "6217000000000001111").then().statusCode(201);
    Payables.make(CASEWORKER, FUND).then().statusCode(409);
    Integer place = Payables.award(first).get("place");
    assertThat(place).isNotNull();
    Matters.get(AUDITOR, "/api/queues/" + FUND)
        .then()
        .body("places.find { it.application == '" + first + "' }.lack", equalTo("MONEY"))
        .body("places.find { it.application == '" + first + "' }.place", equalTo(place));
    Matters.post(
            CERTIFIER,
            "/api/budgets",
            Map.of("fund", FUND, "year", 2030, "amount", "90000", "reference", "测试〔2030〕2号"))
        .then()
        .statusCode(201);
    assertThat(sent(first).getString("paid")).isEqualTo("1000.00");
  }

  /** Repeated and reordered returns, dropped and repeated batches: nobody is paid twice. */
  @Test
  void r36WhateverIsRepeatedOrReorderedNothingIsEverPaidTwice() {
    for (int seed = 0; seed < 4; seed++) {
      Random random = new Random(seed);
      List<String> awards = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        String award = granted("five");
        Payables.file(award).then().statusCode(201);
        Payables.account(award, "62170000000000" + (1000 + random.nextInt(9000)))
            .then()
            .statusCode(201);
        awards.add(award);
      }
      for (int round = 0; round < 4; round++) {
        round(random);
        assertNobodyPaidTwice();
      }
      for (String award : awards) {
        assertThat(Payables.award(award).getString("paid")).isIn("0.00", "1000.00");
      }
    }
  }

  private void round(Random random) {
    var made = Payables.make(CASEWORKER, FUND);
    if (made.statusCode() != 201) {
      return;
    }
    JsonPath batch = made.jsonPath();
    String id = batch.getString("id");
    if (random.nextInt(4) == 0) {
      Matters.post(CASEWORKER, "/api/batches/" + id + "/dropping", Map.of());
    }
    Payables.release(CERTIFIER, id);
    List<String> rows = new ArrayList<>();
    for (int no : batch.<Integer>getList("lines.no")) {
      boolean good = random.nextInt(3) > 0;
      rows.add(Payables.row(batch, no, good ? "成功" : "失败", good ? "" : "账号不符"));
    }
    for (int again = 0; again < 3; again++) {
      Collections.shuffle(rows, random);
      List<String> some = rows.subList(0, 1 + random.nextInt(rows.size()));
      Payables.answer(id, some.toArray(String[]::new));
    }
    Payables.answer(id, rows.toArray(String[]::new));
    List<String> back = new ArrayList<>();
    for (int no : batch.<Integer>getList("lines.no")) {
      if (random.nextInt(4) == 0) {
        back.add(Payables.row(batch, no, "退回", "账户已销户"));
      }
    }
    Payables.answer(id, back.toArray(String[]::new));
    Payables.answer(id, back.toArray(String[]::new));
    for (JsonPath task : List.of(Matters.get(CASEWORKER, "/api/payments/tasks").jsonPath())) {
      for (String record : task.<String>getList("record")) {
        JsonPath added =
            Matters.post(
                    CASEWORKER,
                    "/api/bank-accounts/" + record,
                    Map.of(
                        "number", "6217000000009999",
                        "bank", "莎车农商银行",
                        "holder", "甲",
                        "saidOn", TestClock.today().toString(),
                        "channel", "COUNTER"))
                .jsonPath();
        Matters.post(
            CERTIFIER,
            "/api/bank-accounts/" + record + "/checks",
            Map.of("account", added.getString("[0].id")));
      }
    }
  }

  private void assertNobodyPaidTwice() {
    assertThat(
            count(
                "select count(*) from (select application, period from ledger where kind = 'paid'"
                    + " group by application, period having count(*) > 1 and count(distinct due) <"
                    + " count(*)) twice"))
        .isZero();
    assertThat(
            count(
                "select count(*) from (select due from ledger where kind = 'paid' group by due"
                    + " having count(*) > 1) twice"))
        .isZero();
    assertThat(
            count(
                "select count(*) from ledger l join batch_line b on b.batch = l.batch and b.no ="
                    + " l.line left join batch_result r on r.batch = b.batch and r.no = b.no where"
                    + " l.kind = 'paid' and r.paid is not true"))
        .as("only what the bank calls paid")
        .isZero();
  }

  private long count(String query) {
    try (Connection connection = database.getConnection();
        Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the doors' own checks would stop, the database stops as well. */
  @Test
  void theDatabaseItselfRefusesToKeepAPaymentTwiceOrToChangeTheLedger() {
    String award = granted("five");
    paid(award);
    assertThat(
            refused(
                "insert into ledger (kind, application, decision, period, share, payee, due, batch,"
                    + " line, amount, on_day, at, by) select kind, application, decision, period,"
                    + " share, payee, due, batch, line, amount, on_day, at, by from ledger where kind = 'paid' limit 1"))
        .contains("ledger_paid");
    assertThat(refused("update ledger set amount = amount")).contains("permission denied");
    assertThat(refused("delete from ledger")).contains("permission denied");
  }

  private String refused(String statement) {
    try (Connection connection = database.getConnection();
        Statement run = connection.createStatement()) {
      run.executeUpdate(statement);
      return "done";
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void r1AReassessedDecisionChangesTheAwardFromThenOnAndWhatIsHeldByAnObjectionGoesOn() {
    String award = granted("five");
    Payables.file(award).then().statusCode(201);
    override(award, "ELIGIBLE", "1200.00");
    // the claim of 1000 is ended, and the new one keeps its place
    LocalDate complete = LocalDate.parse(Payables.award(award).getString("completeOn"));
    Payables.file(award).then().statusCode(201).body("months[0].granted", equalTo("1200.00"));
    JsonPath queue = Matters.get(AUDITOR, "/api/queues/" + FUND).jsonPath();
    assertThat(queue.getList("places.findAll { it.application == '" + award + "' }.amount"))
        .containsExactly("1200.00");
    assertThat(queue.getString("places.find { it.application == '" + award + "' }.completeOn"))
        .isEqualTo(complete.toString());
  }

  @Test
  void r3ABatchWhoseDecisionChangedIsNotReleased() {
    String award = granted("five");
    Payables.file(award).then().statusCode(201);
    Payables.account(award, "6217000000000002222").then().statusCode(201);
    String batch = Payables.make(CASEWORKER, FUND).then().statusCode(201).extract().path("id");
    override(award, "ELIGIBLE", "1200.00");
    Payables.release(CERTIFIER, batch).then().statusCode(409);
    Matters.post(CASEWORKER, "/api/batches/" + batch + "/dropping", Map.of())
        .then()
        .statusCode(200);
  }
}
