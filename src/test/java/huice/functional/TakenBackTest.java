package huice.functional;

import static huice.functional.Matters.AUDITOR;
import static huice.functional.Matters.CASEWORKER;
import static huice.functional.Matters.CERTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import huice.functional.Matters.Matter;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bank takes back after it paid, and what the records know of what was paid. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class TakenBackTest {
  private static final String SEEKING = "jobseeking-subsidy";

  @BeforeEach
  void onThatDay() {
    TestClock.put(LocalDate.of(2025, 4, 10));
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  /** The month's sums, what was paid and taken back of them, and the task that came of it. */
  @Test
  void whatTheBankTakesBackIsDueAgainIsATaskForTheOfficeAndIsNobodysDebt() {
    String award = Payables.award();
    JsonPath batch = Payables.released(award);
    String id = batch.getString("id");
    int line = Payables.award(award).getInt("months[0].line");
    Payables.answer(id, Payables.row(batch, line, "成功", "")).then().statusCode(200);
    TestClock.pass(Duration.ofDays(3));
    String back = Payables.row(batch, line, "退回", "账户已销户");
    Payables.answer(id, back)
        .then()
        .statusCode(200)
        .body("takenBack", equalTo(1))
        .body("batch.takenBack", equalTo(1))
        .body("batch.lines.find { it.no == " + line + " }.paid", equalTo(true))
        .body("batch.lines.find { it.no == " + line + " }.reason", equalTo("账户已销户"));

    JsonPath after = Payables.award(award);
    assertThat(after.getString("paid")).isEqualTo("0.00");
    assertThat(after.getString("over")).isEqualTo("0.00");
    assertThat(after.getString("under")).isEqualTo("0.00");
    assertThat(after.getList("months.standing")).containsOnly("WAITS");
    assertThat(after.getList("months.takenBackOn")).containsOnly(TestClock.today().toString());
    assertThat(Matters.get(AUDITOR, "/api/awards/" + award + "/ledger").jsonPath().getList("kind"))
        .containsExactly("paid", "paid", "paid", "taken-back", "taken-back", "taken-back");
    Matters.get(CASEWORKER, "/api/payments/tasks")
        .then()
        .body("find { it.record == '" + after.getString("payee") + "' }.reason", equalTo("账户已销户"));
    Paper.get(CASEWORKER, "/desk/money/awards/" + award)
        .then()
        .statusCode(200)
        .body(containsString("银行退回过一笔"));
    Paper.get(CASEWORKER, "/desk/money/batches/" + id)
        .then()
        .statusCode(200)
        .body(containsString("已付又退回"));
    again(award, id, batch, line, back);
  }

  /** The same table and the same row change nothing; what is paid the next time stays. */
  private static void again(String award, String id, JsonPath batch, int line, String back) {
    Payables.answer(id, back).then().statusCode(200).body("takenBack", equalTo(0));
    Payables.answer(id, back, "").then().statusCode(200).body("takenBack", equalTo(0));
    Payables.answer(id, Payables.row(batch, line, "成功", ""), "")
        .then()
        .statusCode(200)
        .body("paid", equalTo(0));
    Payables.answer(id, Payables.row(batch, line, "失败", "账号不符")).then().statusCode(422);
    JsonPath accounts =
        Payables.account(award, "6228480000000007777").then().statusCode(201).extract().jsonPath();
    assertThat(accounts.getBoolean("[0].needsSecond")).as("money is owed").isTrue();
    String payee = Payables.award(award).getString("payee");
    Matters.post(
            CERTIFIER,
            "/api/bank-accounts/" + payee + "/checks",
            Map.of("account", accounts.getString("[0].id")))
        .then()
        .statusCode(200);
    JsonPath next =
        Payables.make(CASEWORKER, Payables.FUND).then().statusCode(201).extract().jsonPath();
    Payables.release(CERTIFIER, next.getString("id")).then().statusCode(200);
    int again = Payables.award(award).getInt("months[0].line");
    Payables.answer(next.getString("id"), Payables.row(next, again, "成功", ""))
        .then()
        .statusCode(200);
    Payables.answer(id, back, "", "").then().statusCode(200).body("takenBack", equalTo(0));
    assertThat(Payables.award(award).getString("paid")).isEqualTo("1102.50");
    assertThat(Payables.award(award).getList("months.standing")).containsOnly("PAID");
  }

  private static Map<String, Object> seeking() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("graduation_year", "2025");
    facts.put("seeking_work", "true");
    facts.put("jobseeking_certified", "true");
    facts.put("awards", Map.of("complete_to", "2025-04-10", "rows", List.of()));
    return facts;
  }

  private static JsonPath proposed(UUID person, LocalDate on) {
    Matter matter = Matter.apply(person, SEEKING, on, Map.of()).propose();
    return Matters.get(AUDITOR, "/api/decisions/" + matter.decision()).jsonPath();
  }

  private static List<Object> benefits(UUID person, LocalDate on) {
    return Matters.get(CASEWORKER, "/api/records/" + person + "/facts?on=" + on)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("known.facts.worker.awards.rows");
  }

  @Test
  void whatWasPaidIsAnEarlierBenefitUntilTheBankTakesItBack() {
    LocalDate day = LocalDate.of(2025, 4, 10);
    UUID person = Matters.person(true, seeking());
    String award = granted(Matter.apply(person, SEEKING, day, Map.of()));
    Payables.file(award).then().statusCode(201);
    Payables.account(award, "6217000000005678123").then().statusCode(201);
    Matters.post(CASEWORKER, "/api/notices", Map.of("scheme", SEEKING)).then().statusCode(201);
    TestClock.pass(Duration.ofDays(6));
    JsonPath batch =
        Payables.make(CASEWORKER, Payables.FUND).then().statusCode(201).extract().jsonPath();
    String id = batch.getString("id");
    Payables.release(CERTIFIER, id).then().statusCode(200);
    int line = Payables.award(award).getInt("months[0].line");
    LocalDate today = TestClock.today();
    assertThat(benefits(person, today)).isNullOrEmpty();

    Payables.answer(id, Payables.row(batch, line, "成功", "")).then().statusCode(200);
    Payables.answer(id, Payables.row(batch, line, "成功", ""), "").then().statusCode(200);
    assertThat(benefits(person, today).toString())
        .contains("jobseeking_subsidy", "2025-04-10", "ledger");
    assertThat(benefits(person, today)).hasSize(1);
    assertThat(proposed(person, today).getString("decision.result")).isEqualTo("NOT_ELIGIBLE");
    // what was paid on an application does not count against it
    JsonPath looked =
        Matters.post(CASEWORKER, "/api/reassessments", Map.of("record", person.toString()))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    assertThat(looked.getString("reassessed")).doesNotContain("ADVERSE");
    assertThat(Matters.get(AUDITOR, "/api/applications/" + award).jsonPath())
        .satisfies(
            read ->
                assertThat(read.getString("application.state"))
                    .as("as it was")
                    .isIn("GRANTED", "GRANTED_TOLD"));

    Payables.answer(id, Payables.row(batch, line, "退回", "账号不符")).then().statusCode(200);
    assertThat(benefits(person, today)).isNullOrEmpty();
    Payables.answer(id, Payables.row(batch, line, "退回", "账号不符"), "").then().statusCode(200);
    // the list was looked through up to an earlier day, and nothing in it is against the person
    assertThat(proposed(person, today).getString("decision.result")).isEqualTo("NEEDS_INFO");
  }

  /** The sum is not published: a person names one. */
  private static String granted(Matter matter) {
    matter.propose().open(CERTIFIER).confirm(CERTIFIER);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", matter.version());
    body.put("result", "ELIGIBLE");
    body.put("code", "EVIDENCE_SEEN");
    body.put("text", "按县里的标准");
    body.put("amount", "1500.00");
    Matters.post(Matters.OTHER_CERTIFIER, "/api/decisions/" + matter.decision() + "/override", body)
        .then()
        .statusCode(200);
    return matter.id;
  }
}
