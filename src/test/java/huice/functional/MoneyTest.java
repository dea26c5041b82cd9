package huice.functional;

import static huice.functional.Matters.AUDITOR;
import static huice.functional.Matters.CASEWORKER;
import static huice.functional.Matters.CERTIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what a decision grants to what the bank paid, over HTTP, with people of every role. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class MoneyTest {
  @BeforeEach
  void onThatDay() {
    TestClock.put(LocalDate.of(2025, 4, 10));
  }

  @AfterEach
  void today() {
    TestClock.restore();
  }

  @Test
  void someWorkersOfARosterAreGrantedAndOthersNotEachWithItsReasons() {
    JsonPath results = Payables.apply(Payables.claim(true, false));

    assertThat(results.getList("workers.row")).containsExactly(1, 2);
    assertThat(results.getString("workers[0].result")).isEqualTo("ELIGIBLE");
    assertThat(results.getString("workers[0].amount")).isEqualTo("1102.50");
    assertThat(results.getString("workers[1].result")).isEqualTo("NOT_ELIGIBLE");
    assertThat(results.getList("workers[1].reasons").toString()).contains("劳动合同");
    assertThat(results.getList("workers[0].reasons")).isEmpty();
  }

  @Test
  void aMonthIsClaimedOnceAndOnlyWhenItsQuarterIsOver() {
    String award = Payables.award();

    assertThat(Payables.award(award).getList("months.standing"))
        .containsExactly("CLAIMABLE", "CLAIMABLE", "CLAIMABLE");
    Payables.file(award).then().statusCode(201).body("months.standing[0]", equalTo("WAITS"));
    Payables.file(award).then().statusCode(409);
  }

  @Test
  void fromTheClaimToTheLedgerTwoPeopleAndTheBankAreNeeded() {
    String award = Payables.award();
    JsonPath batch = Payables.released(award);
    String id = batch.getString("id");
    int line = 1;

    assertThat(batch.getString("lines[0].account")).isEqualTo("****1234");
    Payables.answer(id, Payables.row(batch, line, "成功", ""))
        .then()
        .statusCode(200)
        .body("paid", equalTo(1));
    JsonPath paid = Payables.award(award);
    assertThat(paid.getList("months.standing")).containsOnly("PAID");
    assertThat(paid.getString("paid")).isEqualTo("1102.50");
    Matters.get(AUDITOR, "/api/awards/" + award + "/ledger")
        .then()
        .body("$", hasSize(3))
        .body("batch[0]", equalTo(id))
        .body("line[0]", equalTo(line))
        .body("period", equalTo(java.util.List.of("2025-01", "2025-02", "2025-03")));
  }

  @Test
  void whoMadeABatchDoesNotReleaseItAndThereIsNoFileBefore() {
    String award = Payables.award();
    Payables.file(award).then().statusCode(201);
    Payables.account(award, "6228480000000001234").then().statusCode(201);
    Payables.show().then().statusCode(201);
    Payables.make(CASEWORKER, Payables.FUND).then().statusCode(409);
    TestClock.pass(java.time.Duration.ofDays(6));
    String batch =
        Payables.make(CASEWORKER, Payables.FUND).then().statusCode(201).extract().path("id");

    Payables.release(CASEWORKER, batch).then().statusCode(403);
    Matters.post(CERTIFIER, "/api/batches/" + batch + "/file", Map.of("form", "csv"))
        .then()
        .statusCode(409);
    Payables.answer(batch).then().statusCode(409);
    Matters.post(CASEWORKER, "/api/batches/" + batch + "/dropping", Map.of())
        .then()
        .statusCode(200);
    Payables.release(CERTIFIER, batch).then().statusCode(409);
    assertThat(Payables.award(award).getList("months.standing")).containsOnly("WAITS");
  }

  @Test
  void theFileOfABatchIsTheSameEveryTimeAndItsExportIsLogged() {
    String batch = Payables.released(Payables.award()).getString("id");
    for (String form : java.util.List.of("csv", "xlsx")) {
      byte[] first = file(batch, form);
      TestClock.pass(java.time.Duration.ofDays(1));
      assertThat(file(batch, form)).as(form).isEqualTo(first);
      if (form.equals("csv")) {
        assertThat(new String(first, java.nio.charset.StandardCharsets.UTF_8))
            .contains("6228480000000001234", "1102.50", "合成单位");
      }
    }
  }

  private static byte[] file(String batch, String form) {
    return Matters.post(CERTIFIER, "/api/batches/" + batch + "/file", Map.of("form", form))
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  @Test
  void aReturnIsReadWholeOrNotAtAllAndTwiceChangesNothing() {
    String award = Payables.award();
    JsonPath batch = Payables.released(award);
    String id = batch.getString("id");
    String good = Payables.row(batch, 1, "成功", "");

    Payables.answer(id, good, good.replace(",1,", ",99,"), good.replace("成功", "也许"))
        .then()
        .statusCode(422)
        .body("errors.pointer", org.hamcrest.Matchers.hasItem("/rows/3/line"))
        .body(containsString("第 3 行"));
    assertThat(Payables.award(award).getList("months.standing")).containsOnly("IN_BATCH");
    Payables.answer(id, good).then().statusCode(200).body("paid", equalTo(1));
    Payables.answer(id, good).then().statusCode(200).body("paid", equalTo(0));
    Payables.answer(id, good, "").then().statusCode(200).body("paid", equalTo(0));
    assertThat(Payables.award(award).getString("paid")).isEqualTo("1102.50");
    Payables.answer(id, Payables.row(batch, 1, "失败", "账号不符")).then().statusCode(422);
  }

  @Test
  void aFailedAccountBecomesATaskAndIsPaidInALaterBatch() {
    String award = Payables.award();
    JsonPath batch = Payables.released(award);
    Payables.answer(batch.getString("id"), Payables.row(batch, 1, "失败", "账号户名不符"))
        .then()
        .statusCode(200)
        .body("failed", equalTo(1));

    assertThat(Payables.award(award).getString("paid")).isEqualTo("0.00");
    assertThat(Payables.award(award).getList("months.standing")).containsOnly("WAITS");
    String payee = Payables.award(award).getString("payee");
    Matters.get(CASEWORKER, "/api/payments/tasks")
        .then()
        .body("find { it.record == '" + payee + "' }.reason", equalTo("账号户名不符"));

    JsonPath accounts =
        Payables.account(award, "6228480000000009876").then().statusCode(201).extract().jsonPath();
    assertThat(accounts.getBoolean("[0].needsSecond")).isTrue();
    Map<String, Object> check = Map.of("account", accounts.getString("[0].id"));
    String checks = "/api/bank-accounts/" + payee + "/checks";
    Matters.post(CASEWORKER, checks, check).then().statusCode(403);
    Matters.post(CERTIFIER, checks, check).then().statusCode(200);
    JsonPath again =
        Payables.make(CASEWORKER, Payables.FUND).then().statusCode(201).extract().jsonPath();
    Payables.release(CERTIFIER, again.getString("id")).then().statusCode(200);
    Payables.answer(again.getString("id"), Payables.row(again, 1, "成功", "")).then().statusCode(200);
    assertThat(Payables.award(award).getString("paid")).isEqualTo("1102.50");
  }

  @Test
  void edge44ANoticeIsMaskedTellsNoReasonAndIsTakenDownByItsDate() {
    String award = Payables.award();
    Payables.file(award).then().statusCode(201);
    String notice =
        Payables.show()
            .then()
            .statusCode(201)
            .body("fromOn", equalTo("2025-04-10"))
            .extract()
            .path("id");

    String shown =
        io.restassured.RestAssured.get("/api/notices").then().statusCode(200).extract().asString();
    assertThat(shown).contains(notice).doesNotContain("hardship", "reason", "困难");
    TestClock.pass(java.time.Duration.ofDays(5));
    assertThat(io.restassured.RestAssured.get("/api/notices").asString()).contains(notice);
    TestClock.pass(java.time.Duration.ofDays(1));
    assertThat(io.restassured.RestAssured.get("/api/notices").asString()).doesNotContain(notice);
  }
}
