package huice.functional;

import static huice.functional.RefusalsTest.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class CheckTest {
  private static final String COUPLE = "couple-award";

  @Test
  void aCoupleInSteadyWorkIsFavourableIndicativelyAndWithoutAnAmount() {
    Given.check(Given.example(COUPLE))
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .body("on", equalTo("2024-09-01"))
        .body("release", equalTo(Given.release()))
        .rootPath("outcomes.find { it.scheme == 'couple-award' }")
        .body("outcome", equalTo("ELIGIBLE"))
        .body("indicative", is(true))
        .body("amount.set", is(false))
        .body("amount.value", nullValue())
        .body("conditions.clause", everyItem(notNullValue()))
        .body("conditions.result", hasItems("MET"));
  }

  @Test
  void theSameBodyGivesTheSameBytes() {
    Map<String, Object> body = Given.example(COUPLE);
    assertThat(Given.check(body).asByteArray()).isEqualTo(Given.check(body).asByteArray());
  }

  @Test
  void nothingKnownIsNeverHeldAgainstAnyone() {
    Given.check(Map.of("on", "2024-09-01", "facts", Map.of()))
        .then()
        .statusCode(200)
        .body("outcomes.outcome", not(hasItems("NOT_ELIGIBLE")))
        .body("outcomes.outcome", not(hasItems("NOT_KEPT")));
  }

  @Test
  void schemesNarrowsTheAnswer() {
    Given.body(Given.example(COUPLE))
        .post("/api/checks?schemes=couple-award")
        .then()
        .statusCode(200)
        .body("outcomes.scheme", contains(COUPLE));
  }

  @Test
  void reasonsMayBeBriefOrLeftOut() {
    Response full = Given.check(Given.example(COUPLE));
    Response brief = Given.body(Given.example(COUPLE)).post("/api/checks?reasons=brief");
    Response none = Given.body(Given.example(COUPLE)).post("/api/checks?reasons=none");

    assertThat(brief.<List<Object>>path("outcomes.outcome"))
        .isEqualTo(full.path("outcomes.outcome"))
        .isEqualTo(none.path("outcomes.outcome"));
    assertThat(brief.<List<Object>>path("outcomes.conditions.result"))
        .isEqualTo(full.path("outcomes.conditions.result"));
    brief.then().body("outcomes.conditions.flatten().parameter", everyItem(nullValue()));
    brief.then().body("outcomes.conditions.flatten().findAll { it.values }", empty());
    none.then().body("outcomes.conditions.flatten()", empty());
    assertThat(none.asByteArray()).hasSizeLessThan(full.asByteArray().length / 4);
  }

  @Test
  void theArithmeticStandsInFullReasonsOnly() {
    String scheme = "social-insurance-flexible";
    Map<String, Object> body = Given.example(scheme);
    String steps = "outcomes.findAll { it.amount != null }.amount.steps.flatten()";
    String values = "outcomes.amount.value";
    Response full = Given.check(body);

    full.then().body(steps, not(empty()));
    for (String less : List.of("brief", "none")) {
      Response answer = Given.body(body).post("/api/checks?reasons=" + less);
      answer.then().statusCode(200).body(steps, empty());
      assertThat(answer.<List<Object>>path(values)).isEqualTo(full.path(values));
    }
  }

  @Test
  void manyRowsAreRefusedAtOnceWithTheirPointer() {
    for (int rows : List.of(101, 20_000)) {
      problem(Given.check(loans(rows)).then(), 422, "case")
          .body("errors.pointer", everyItem(startsWith("/facts/worker/loans")))
          .body("errors[0].detailEn", containsString("more than"));
    }
  }

  @Test
  void otherAddressesAnswerWhileTheLargestChecksAreWorkedOut() throws Exception {
    List<Thread> senders = new java.util.ArrayList<>();
    java.util.Set<Integer> statuses = java.util.concurrent.ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 4; i++) {
      Thread sender =
          new Thread(
              () -> {
                for (int n = 0; n < 3; n++) {
                  statuses.add(
                      Given.body(loans(100)).post("/api/checks?reasons=none").statusCode());
                }
              });
      sender.start();
      senders.add(sender);
    }
    long slowest = 0;
    int asked = 0;
    while (senders.stream().anyMatch(Thread::isAlive)) {
      long begun = System.nanoTime();
      RestAssured.get("/q/health/live").then().statusCode(200);
      slowest = Math.max(slowest, System.nanoTime() - begun);
      asked++;
    }
    assertThat(statuses).containsExactly(200);
    assertThat(asked).isGreaterThan(5);
    assertThat(java.time.Duration.ofNanos(slowest)).isLessThan(java.time.Duration.ofSeconds(5));
  }

  private static Map<String, Object> loans(int rows) {
    List<Map<String, Object>> list = java.util.Collections.nCopies(rows, Map.of());
    return Map.of(
        "on", "2025-04-20", "facts", Map.of("worker", Map.of("loans", Map.of("rows", list))));
  }

  @Test
  void anUnknownSchemeIsRefusedWithTheNearestOne() {
    problem(
            Given.body(Map.of("on", "2024-09-01", "facts", Map.of()))
                .post("/api/checks?schemes=couple-awards,follow-up,&reasons=some")
                .then(),
            400,
            "query")
        .body("errors.parameter", contains("schemes", "schemes", "reasons"))
        .body("errors[0].insteadEn", equalTo("did you mean \"couple-award\"?"))
        .body("errors[2].insteadEn", equalTo("write full|brief|none"));
  }

  @Test
  void aMisspeltQueryParameterIsRefusedWithTheNearestOne() {
    problem(
            Given.body(Map.of("on", "2024-09-01", "facts", Map.of()))
                .post("/api/checks?scheme=couple-award")
                .then(),
            400,
            "query")
        .body("errors.parameter", contains("scheme"))
        .body("errors[0].insteadEn", equalTo("did you mean \"schemes\"?"));
  }

  @Test
  void allFaultsOfTheQueryAreToldAtOnce() {
    problem(
            Given.body(Map.of("on", "2024-09-01", "facts", Map.of()))
                .post("/api/checks?scheme=x&reasons=foo&schemes=nothing")
                .then(),
            400,
            "query")
        .body("errors.parameter", contains("scheme", "schemes", "reasons"));
    problem(RestAssured.get("/api/register?day=1&on=x").then(), 400, "query")
        .body("errors.parameter", contains("day", "on"));
  }

  @Test
  void everyFaultOfTheBodyIsToldAtOnceWithItsPointer() {
    String body =
        """
        {
          "from": "2025-13",
          "fact": {},
          "facts": {
            "worker": {"birth_dat": "1990-01-01", "birth_date": "1990-02-30",
                       "employments": [{"start": null}, {"start": "2024-01-01", "paid_months": "x"}]},
            "husband": {}
          }
        }
        """;
    problem(Given.check(body).then(), 422, "case")
        .body(
            "errors.pointer",
            hasItems(
                "/on",
                "/from",
                "/fact",
                "/facts/worker/birth_dat",
                "/facts/worker/birth_date",
                "/facts/worker/employments/0/start",
                "/facts/worker/employments/1/paid_months",
                "/facts/husband"))
        .body("errors", hasSize(8))
        .body(
            "errors.find { it.pointer == '/facts/worker/birth_dat' }.insteadEn",
            equalTo("did you mean \"birth_date\"?"))
        .body("errors.find { it.pointer == '/facts/worker/birth_dat' }.line", is(5))
        .body("errors.detail", everyItem(notNullValue()))
        .body("errors.instead", everyItem(notNullValue()));
  }

  @Test
  void aFaultNeverRepeatsAValue() {
    String secret = "6217-张三的秘密";
    String body =
        """
        {"on": "%1$s", "facts": {"worker": {"birth_date": "%1$s",
          "retirement_group": "%1$s",
          "employments": {"complete_to": "%1$s", "rows": [{"paid_months": "%1$s",
             "start": {"value": "2024-01-01", "source": "%1$s", "quality": "%1$s",
                       "until": "%1$s", "withdrawn": "%1$s"}},
             {"start": "1987-06-05", "end": "1986-05-04"}]}}}}
        """
            .formatted(secret);
    List<String> logged =
        LoggedWhile.doing(
            () -> {
              String answer = Given.check(body).then().statusCode(422).extract().asString();
              assertThat(answer).doesNotContain("张三", "6217", "1987", "1986");
              assertThat(
                      Given.check("{\"on\": " + secret).then().statusCode(400).extract().asString())
                  .doesNotContain("张三", "6217");
            });
    assertThat(logged).noneMatch(line -> line.contains("张三") || line.contains("6217"));
  }

  @Test
  void whatIsNoJsonIsRefusedWithLineAndColumn() {
    problem(Given.check("{\"on\": \"2024-09-01\",\n \"facts\": {]}").then(), 400, "malformed")
        .body("errors[0].line", is(2))
        .body("errors[0].column", is(12));
    problem(Given.check("").then(), 400, "malformed");
  }

  @Test
  void whatIsNotUtf8IsRefused() throws Exception {
    HttpResponse<String> answer = sendInPieces(new byte[] {'"', (byte) 0xff, '"'});

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("/problems#malformed");
  }

  @Test
  void aBodyThatIsNoCaseIsRefused() {
    problem(Given.check("[]").then(), 422, "case").body("errors", not(empty()));
    problem(Given.check("null").then(), 422, "case");
    problem(Given.check("{\"on\": \"2024-09-01\"}").then(), 422, "case")
        .body("errors.pointer", contains("/facts"));
  }

  @Test
  void onlyJsonIsTakenAndGiven() {
    problem(
        Given.body("on: 2024-09-01").contentType("text/plain").post("/api/checks").then(),
        415,
        "body-form");
    problem(Given.body("{}").accept("text/html").post("/api/checks").then(), 406, "answer-form");
  }

  @Test
  void anotherMethodIsRefusedWithTheOnesThereAre() {
    problem(Given.body("{}").put("/api/checks").then(), 405, "method")
        .header("Allow", "OPTIONS, POST");
    problem(Given.body("{}").delete("/api/register").then(), 405, "method")
        .header("Allow", "GET, HEAD, OPTIONS");
  }

  @Test
  void aBodyOfUnknownLengthIsReadUpToTheLimitOnly() throws Exception {
    HttpResponse<String> answer = sendInPieces(new byte[3 << 20]);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void aLargeBodyWithinTheLimitIsAssessed() throws Exception {
    String padding = " ".repeat(900_000);
    HttpResponse<String> answer =
        sendInPieces(("{\"on\": \"2024-09-01\", \"facts\": {}" + padding + "}").getBytes());

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> sendInPieces(byte[] body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/checks"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
