package huice.functional;

import static huice.functional.RefusalsTest.problem;
import static io.restassured.RestAssured.given;

import huice.model.Actor;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Cookie;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another site's page can send from a browser in which somebody is signed in here. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class CrossSiteTest {
  private static final String PASSWORD = "/api/me/password";

  private Cookie session;

  @BeforeEach
  void signIn() {
    Actor actor = Accounts.actor(Role.CASEWORKER, "A");
    session = SignInTest.signedIn(actor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data", "text/plain"})
  void whatAFormCanSendIsNotTakenUnderASession(String form) {
    problem(keyed().contentType(form).body("{}").post(PASSWORD).then(), 415, "body-form");
  }

  @Test
  void aWriteUnderASessionNeedsAHeaderThatNoFormCanSend() {
    problem(
        given().cookie(session).contentType("application/json").body("{}").post(PASSWORD).then(),
        400,
        "idempotency-key");
    problem(given().cookie(session).post(PASSWORD).then(), 400, "idempotency-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void aWriteThatTheBrowserSaysComesFromElsewhereIsRefused(String site) {
    problem(json().header("Sec-Fetch-Site", site).post(PASSWORD).then(), 403, "cross-site");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://elsewhere.example", "null", "http://localhost:1", "::"})
  void aWriteFromAPageOfAnotherOriginIsRefused(String origin) {
    problem(json().header("Origin", origin).post(PASSWORD).then(), 403, "cross-site");
  }

  @Test
  void theSignInFormOfAnotherSiteIsRefused() {
    problem(
        given()
            .header("Origin", "https://elsewhere.example")
            .formParam("name", "caseworker-a")
            .formParam("password", "caseworker-a")
            .post("/sign-in")
            .then(),
        403,
        "cross-site");
  }

  @Test
  void whatOurOwnPageSendsIsTaken() {
    String here = "http://localhost:" + RestAssured.port;
    problem(
        json().header("Origin", here).header("Sec-Fetch-Site", "same-origin").post(PASSWORD).then(),
        422,
        "invalid");
  }

  private RequestSpecification keyed() {
    return given().cookie(session).header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private RequestSpecification json() {
    return keyed().contentType("application/json").body("{}");
  }
}
