package huice.functional;

import static huice.functional.Matters.AUDITOR;
import static huice.functional.Matters.CASEWORKER;
import static huice.functional.Matters.CERTIFIER;

import huice.functional.Matters.Matter;
import huice.model.Actor;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What there is to be paid, and how an office's people pay it, over HTTP. */
final class Payables {
  static final String FIRM = "social-insurance-small-firm";
  static final String FUND = "employment-subsidy";

  private Payables() {}

  /** A claim of a small firm whose workers are as told: with a contract or without. */
  static String claim(boolean... contracts) {
    String firm = Desk.organisation("A", "employer");
    Matters.say(UUID.fromString(firm), Map.of("owes_wages", "false", "firm_size", "small"));
    String claim =
        Matters.post(CASEWORKER, "/api/claims", Map.of("employer", firm))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    List<Object> rows = new ArrayList<>();
    for (boolean contract : contracts) {
      rows.add(hire(contract));
    }
    Matters.say(
        UUID.fromString(claim), Map.of("hires", Map.of("complete_to", "2025-04-10", "rows", rows)));
    return claim;
  }

  private static Map<String, Object> hire(boolean contract) {
    Map<String, Object> hire = new LinkedHashMap<>();
    hire.put("left_on", "none");
    hire.put("hired_on", "2024-09-01");
    hire.put("contract_from", contract ? "2024-09-01" : "none");
    hire.put("contract_until", contract ? "2027-08-31" : "none");
    hire.put("graduation_year", "2024");
    hire.put("graduated_on", "2024-07-01");
    hire.put("employed_before", "false");
    List<Object> premiums = new ArrayList<>();
    for (String month : List.of("2025-01", "2025-02", "2025-03")) {
      premiums.add(
          Map.of(
              "month", month,
              "base", "1500",
              "pension_part", "240",
              "medical_part", "120",
              "unemployment_part", "7.5",
              "back_paid", "false",
              "paid_on", month + "-15"));
    }
    hire.put("premiums", Map.of("complete_to", "2025-04-10", "rows", premiums));
    hire.put("awards", Map.of("complete_to", "2025-04-10", "rows", List.of()));
    return hire;
  }

  /** Applies for every worker of a claim and returns the results. */
  static JsonPath apply(String claim) {
    return Matters.post(
            CASEWORKER,
            "/api/claims/" + claim + "/applications",
            Map.of("scheme", FIRM, "appliedOn", "2025-04-10", "from", "2025-01", "to", "2025-03"))
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  static void confirm(String application) {
    String decision =
        Matters.get(AUDITOR, "/api/applications/" + application).then().extract().path("proposal");
    int version =
        Matters.get(AUDITOR, "/api/applications/" + application)
            .then()
            .extract()
            .path("application.version");
    Matters.post(CERTIFIER, "/api/decisions/" + decision + "/openings", Map.of())
        .then()
        .statusCode(200);
    Matters.post(
            CERTIFIER, "/api/decisions/" + decision + "/confirmation", Map.of("version", version))
        .then()
        .statusCode(200);
  }

  /** A claim of one worker with the award in effect; the award's id. */
  static String award() {
    String application = apply(claim(true)).getString("workers[0].application");
    confirm(application);
    return application;
  }

  static Response file(String award) {
    return Matters.post(
        CASEWORKER,
        "/api/awards/" + award + "/claims",
        Map.of("filedOn", TestClock.today().toString()));
  }

  static JsonPath award(String award) {
    return Matters.get(AUDITOR, "/api/awards/" + award).then().statusCode(200).extract().jsonPath();
  }

  static Response account(String award, String number) {
    return Matters.post(
        CASEWORKER,
        "/api/bank-accounts/" + award(award).getString("payee"),
        Map.of(
            "number", number,
            "bank", "莎车农商银行",
            "holder", "合成单位",
            "saidOn", TestClock.today().toString(),
            "channel", "COUNTER"));
  }

  static Response show() {
    return Matters.post(CASEWORKER, "/api/notices", Map.of("scheme", FIRM));
  }

  static Response make(Actor by, String fund) {
    return Matters.post(by, "/api/batches", Map.of("fund", fund));
  }

  static Response release(Actor by, String batch) {
    return Matters.post(by, "/api/batches/" + batch + "/release", Map.of());
  }

  static Response answer(String batch, String... rows) {
    List<String> lines = new ArrayList<>(List.of("批次号,行号,金额,结果,失败原因,日期"));
    lines.addAll(List.of(rows));
    return Accounts.as(CASEWORKER)
        .contentType("text/csv")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
        .post("/api/batches/" + batch + "/returns");
  }

  /** A row of the bank's answer. */
  static String row(JsonPath batch, int line, String result, String reason) {
    return String.join(
        ",",
        batch.getString("number"),
        Integer.toString(line),
        batch.getString("lines.find { it.no == " + line + " }.amount"),
        result,
        reason,
        TestClock.today().toString());
  }

  /** From an award to a batch that the bank has: claimed, shown, made and released. */
  static JsonPath released(String award) {
    file(award).then().statusCode(201);
    account(award, "6228480000000001234").then().statusCode(201);
    show().then().statusCode(201);
    TestClock.pass(java.time.Duration.ofDays(6));
    JsonPath batch = make(CASEWORKER, FUND).then().statusCode(201).extract().jsonPath();
    release(CERTIFIER, batch.getString("id")).then().statusCode(200);
    return batch;
  }

  static Matter skill(LocalDate day, String tier) {
    return Matter.apply(
        Matters.person(
            true,
            Map.of(
                "skill_certificates",
                Map.of(
                    "complete_to",
                    "2024-09-02",
                    "rows",
                    List.of(
                        Map.of(
                            "obtained_on",
                            "2024-08-20",
                            "skill_tier",
                            tier,
                            "insured_months",
                            12,
                            "upgrade_applied_on",
                            "none",
                            "trade_awards",
                            Map.of("complete_to", "2024-09-02", "rows", List.of())))))),
        "skill-upgrade",
        day,
        Map.of());
  }
}
