package huice.functional;

import static huice.functional.Matters.AUDITOR;
import static huice.functional.Matters.CASEWORKER;
import static huice.functional.Matters.CERTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import huice.casework.Records;
import huice.functional.Matters.Matter;
import huice.model.Quality;
import huice.model.Statement;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A couple's halves are each one's own, from the claim to the ledger (edge case 25). */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class HalvesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 9, 2);
  private static final String FUND = "aid-xinjiang";

  @BeforeEach
  void onThatDay() {
    TestClock.put(DAY);
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  private static Map<String, Object> worker() {
    return Map.of(
        "employments",
        Map.of(
            "complete_to",
            DAY.toString(),
            "rows",
            List.of(
                Map.of(
                    "start", "2024-03-02",
                    "end", "none",
                    "contract_signed", "2024-03-10",
                    "paid_months", "5"))),
        "awards",
        Map.of("complete_to", DAY.toString(), "rows", List.of()));
  }

  /** One who consents to being shown in the other's case. */
  private static UUID person() {
    UUID person = UUID.fromString(Desk.person("A"));
    Matters.say(person, worker());
    return person;
  }

  private static int line(String award, int share) {
    return Payables.award(award).getInt("months[" + share + "].line");
  }

  private static void link(UUID record, String root, UUID other) {
    Statement said = Statement.link(root, other, "document", Quality.VERIFIED, DAY);
    Arc.container()
        .instance(Records.class)
        .get()
        .record(CASEWORKER, record, List.of(said), Instant.now());
  }

  /**
   * The couple's award as if the plan were in force; its sum is not published, so a person says.
   */
  private static String granted(UUID one, UUID other, String sum) throws SQLException {
    UUID couple =
        Matters.organisation(
            "couple", Map.of("registered_on", "2020-05-20", "award_applied_on", DAY.toString()));
    link(one, "spouse", other);
    link(one, "couple", couple);
    Matter matter = Matter.apply(one, "couple-award", DAY, Map.of()).propose();
    try (Owner owner = new Owner()) {
      owner.run("update decision set payable = true where application = '" + matter.id + "'");
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", matter.version());
    body.put("result", "ELIGIBLE");
    body.put("code", "EVIDENCE_SEEN");
    body.put("text", "按县里的标准");
    body.put("amount", sum);
    Matters.post(Matters.OTHER_CERTIFIER, "/api/decisions/" + matter.decision() + "/override", body)
        .then()
        .statusCode(200);
    return matter.id;
  }

  private static void account(UUID payee, String number) {
    Matters.post(
            CASEWORKER,
            "/api/bank-accounts/" + payee,
            Map.of(
                "number", number,
                "bank", "莎车农商银行",
                "holder", "合成",
                "saidOn", TestClock.today().toString(),
                "channel", "COUNTER"))
        .then()
        .statusCode(201);
  }

  @Test
  void edge25EachHalfGoesToItsOwnAccountAndOneThatFailsDoesNotHoldTheOther() throws SQLException {
    UUID one = person();
    UUID other = person();
    String award = granted(one, other, "2000.01");
    JsonPath claimed = Payables.file(award).then().statusCode(201).extract().jsonPath();
    assertThat(claimed.getList("months.granted")).containsExactly("1000.00", "1000.01");
    assertThat(claimed.getList("payees.record")).containsExactly(one.toString(), other.toString());

    account(one, "6217000000000001111");
    JsonPath first = Payables.make(CASEWORKER, FUND).then().statusCode(201).extract().jsonPath();
    assertThat(first.getList("lines.amount")).as("the other has no account").contains("1000.00");
    int ones = line(award, 0);
    assertThat(Payables.award(award).getList("months.standing"))
        .containsExactly("IN_BATCH", "WAITS");
    Payables.release(CERTIFIER, first.getString("id")).then().statusCode(200);
    account(other, "6217000000000002222");
    JsonPath second = Payables.make(CASEWORKER, FUND).then().statusCode(201).extract().jsonPath();
    Payables.release(CERTIFIER, second.getString("id")).then().statusCode(200);
    Payables.answer(first.getString("id"), Payables.row(first, ones, "失败", "账号不符"))
        .then()
        .statusCode(200);
    int others = line(award, 1);
    Payables.answer(second.getString("id"), Payables.row(second, others, "成功", ""))
        .then()
        .statusCode(200);

    assertThat(second.getString("lines.find { it.no == " + others + " }.account"))
        .isEqualTo("****2222");
    JsonPath paid = Payables.award(award);
    assertThat(paid.getList("months.standing")).containsExactly("WAITS", "PAID");
    assertThat(paid.getString("paid")).isEqualTo("1000.01");
    Matters.get(AUDITOR, "/api/awards/" + award + "/ledger")
        .then()
        .body("$", hasSize(1))
        .body("payee[0]", equalTo(other.toString()))
        .body("amount[0]", equalTo("1000.01"));
    Matters.get(CASEWORKER, "/api/payments/tasks")
        .then()
        .body("findAll { it.record == '" + one + "' }", hasSize(1))
        .body("findAll { it.record == '" + other + "' }", hasSize(0));
    Paper.get(CASEWORKER, "/desk/money/awards/" + award)
        .then()
        .statusCode(200)
        .body(containsString("各付各的账户"))
        .body(containsString("****1111"))
        .body(containsString("****2222"));
  }

  /** What the office holds of the halves is in each one's print, and in nobody else's. */
  @Test
  void r54APrintHoldsAccountsAwardsAndPaymentsOfThatPersonOnly() throws SQLException {
    UUID one = person();
    UUID other = person();
    String award = granted(one, other, "3000.00");
    Payables.file(award).then().statusCode(201);
    account(one, "6217000000000003333");
    account(other, "6217000000000004444");
    JsonPath batch = Payables.make(CASEWORKER, FUND).then().statusCode(201).extract().jsonPath();
    Payables.release(CERTIFIER, batch.getString("id")).then().statusCode(200);
    String id = batch.getString("id");
    Payables.answer(
            id,
            Payables.row(batch, line(award, 0), "成功", ""),
            Payables.row(batch, line(award, 1), "成功", ""))
        .then()
        .statusCode(200);

    JsonPath print =
        Matters.get(CASEWORKER, "/api/persons/" + other + "/print")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(print.getList("money.accounts.account")).containsExactly("****4444");
    assertThat(print.getList("money.awards.amount")).containsExactly("1500.00");
    assertThat(print.getList("money.payments.kind")).containsExactly("paid");
    assertThat(print.getList("money.recoveries")).isEmpty();
    Paper.get(CASEWORKER, "/desk/persons/" + other + "/print")
        .then()
        .statusCode(200)
        .body(containsString("****4444"))
        .body(containsString("1500.00"))
        .body(org.hamcrest.Matchers.not(containsString("****3333")));
  }
}
