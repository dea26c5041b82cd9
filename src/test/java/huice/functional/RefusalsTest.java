package huice.functional;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class RefusalsTest {
  @Test
  void anUnknownAddressIsAProblemInBothLanguages() {
    problem(when().get("/api/nothing").then(), 404, "not-found");
    problem(when().get("/nothing").then(), 404, "not-found");
  }

  @Test
  void aBodyOverTheLimitIsRefusedAtAnyAddress() {
    problem(given().body(new byte[5 << 20]).when().post("/api/checks").then(), 413, "too-large")
        .body("detail", containsString("1048576"));
  }

  @Test
  void everyAnswerCarriesTheHeadersThatKeepABrowserSafe() {
    when()
        .get("/nothing")
        .then()
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "same-origin")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Content-Security-Policy", not(containsString("unsafe-inline")));
  }

  @Test
  void anAddressThatDoesNotSayWhoMayCallItIsClosed() {
    problem(when().get("/test/closed").then(), 401, "sign-in");
  }

  @Test
  void ourOwnFaultIsToldByANumberOnlyAndLoggedUnderItWithoutData() {
    String[] number = new String[1];
    List<String> logged =
        LoggedWhile.doing(
            () -> {
              ValidatableResponse answer =
                  problem(when().get("/test/faulty").then(), 500, "internal");
              number[0] = answer.extract().path("instance");
              assertThat(answer.extract().asString()).doesNotContain("张三", "Exception", "\tat");
            });

    assertThat(number[0]).startsWith("urn:uuid:");
    assertThat(logged)
        .anyMatch(
            line ->
                line.contains(number[0].substring("urn:uuid:".length()))
                    && line.contains("Faulty.get"))
        .noneMatch(line -> line.contains("张三"));
  }

  static ValidatableResponse problem(ValidatableResponse answer, int status, String kind) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems#" + kind))
        .body("status", is(status))
        .body("title", notNullValue())
        .body("titleEn", notNullValue())
        .body("detail", notNullValue())
        .body("detailEn", notNullValue());
  }
}
