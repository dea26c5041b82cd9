package huice.functional;

import static huice.functional.RefusalsTest.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import huice.model.Actor;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class SignInTest {
  private static final String SESSION = "huice-session";
  private static final String CSRF = "csrf-token";

  @Test
  void aProgramSignsInWithEveryRequest() {
    Accounts.as(Role.CASEWORKER, "A")
        .get("/api/me")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("name", equalTo("caseworker-a"))
        .body("role", equalTo("caseworker"))
        .body("office", equalTo("A"));
  }

  @Test
  void whoeverIsNobodyIsToldToSignIn() {
    problem(RestAssured.get("/api/me").then(), 401, "sign-in")
        .header("WWW-Authenticate", startsWith("Basic"));
    problem(given().header("Sec-Fetch-Mode", "cors").get("/api/me").then(), 401, "sign-in")
        .header("WWW-Authenticate", equalTo(null));
  }

  @Test
  void aWrongPasswordAndANameThatIsNobodysAreAnsweredAlike() {
    Accounts.actor(Role.CASEWORKER, "A");
    String wrong = basic("caseworker-a", "something else").get("/api/me").asString();
    String nobody = basic("nobody-at-all", "something else").get("/api/me").asString();

    assertThat(wrong).isEqualTo(nobody).contains("/problems#sign-in");
  }

  @Test
  void theCookieOfASessionIsOutOfReachOfScriptsAndOtherSites() {
    Cookie cookie = signedIn(Accounts.actor(Role.CASEWORKER, "A"));

    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Strict");
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getMaxAge()).as("ends with the browser").isEqualTo(-1);
    assertThat(cookie.isSecured()).isFalse();
    given().cookie(cookie).get("/api/me").then().body("name", equalTo("caseworker-a"));
  }

  @Test
  void theCookieTravelsEncryptedOnlyWhereTheRequestDid() {
    Actor actor = Accounts.actor(Role.CASEWORKER, "A");
    Response answer =
        form(actor.name(), actor.name(), given().header("X-Forwarded-Proto", "https"));

    assertThat(answer.getDetailedCookie(SESSION).isSecured()).isTrue();
  }

  @Test
  void aFormWithAWrongPasswordLeadsBackToThePageThatSaysSo() {
    Response answer = form("caseworker-a", "wrong", given());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.getDetailedCookie(SESSION)).isNull();
    assertThat(answer.header("Location")).endsWith("/sign-in?failed=1");
    RestAssured.get("/sign-in?failed=1").then().statusCode(200).body(containsString("密码不对"));
  }

  @Test
  void aDisabledAccountIsRefusedAtOnceAlsoWithALivingCookie() {
    Actor actor = Accounts.made(Role.CASEWORKER, "A", "-leaving");
    Cookie cookie = signedIn(actor);
    Accounts.as(actor).get("/api/me").then().statusCode(200);

    administrator().post("/api/accounts/" + actor.id() + "/disable").then().statusCode(200);

    problem(given().cookie(cookie).get("/api/me").then(), 401, "sign-in");
    problem(Accounts.as(actor).get("/api/me").then(), 401, "sign-in");
    given().cookie(cookie).get("/sign-in").then().statusCode(200).body(containsString("密码"));
  }

  @Test
  void anotherPasswordEndsTheSessionsOfTheOldOne() {
    Actor actor = Accounts.made(Role.CASEWORKER, "A", "-careful");
    Cookie cookie = signedIn(actor);
    String chosen = "a better password";

    Accounts.as(actor)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .body("{\"present\": \"" + actor.name() + "\", \"password\": \"" + chosen + "\"}")
        .post("/api/me/password")
        .then()
        .statusCode(200);

    problem(given().cookie(cookie).get("/api/me").then(), 401, "sign-in");
    problem(Accounts.as(actor).get("/api/me").then(), 401, "sign-in");
    basic(actor.name(), chosen).get("/api/me").then().statusCode(200);
  }

  @Test
  void aSessionThatWasIdleForHalfAnHourIsOver() {
    Cookie cookie = signedIn(Accounts.actor(Role.CASEWORKER, "A"));
    SessionCookie session = SessionCookie.read(cookie.getValue());

    assertThat(session.left()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
    given()
        .cookie(SESSION, session.idleFor(Duration.ofMinutes(29)))
        .get("/api/me")
        .then()
        .statusCode(200)
        .cookie(SESSION);
    problem(
        given().cookie(SESSION, session.idleFor(Duration.ofMinutes(31))).get("/api/me").then(),
        401,
        "sign-in");
    problem(given().cookie(SESSION, session.forged()).get("/api/me").then(), 401, "sign-in");
  }

  @Test
  void signingOutTakesTheCookieAndNeedsTheFormsOwnToken() {
    Cookie cookie = signedIn(Accounts.actor(Role.CASEWORKER, "A"));
    Response page = given().cookie(cookie).get("/sign-in");
    page.then().body(containsString("caseworker-a"));
    String token = page.htmlPath().getString("**.find { it.@name == 'csrf-token' }.@value");

    signOut(cookie, page.getDetailedCookie(CSRF), "made up").then().statusCode(400);
    Response answer = signOut(cookie, page.getDetailedCookie(CSRF), token);

    answer.then().statusCode(303).header("Location", containsString("/sign-in"));
    assertThat(answer.getDetailedCookie(SESSION).getMaxAge()).isZero();
  }

  @Test
  void theSignInPageRunsNoScriptAndStaysInNoCache() {
    RestAssured.get("/sign-in")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .header("Content-Security-Policy", containsString("form-action 'self'"))
        .body(containsString("<form method=\"post\" action=\"/sign-in\">"))
        .body(not(containsString("<script")));
  }

  private static Response signOut(Cookie session, Cookie csrf, String token) {
    return given()
        .redirects()
        .follow(false)
        .cookie(session)
        .cookie(csrf)
        .formParam("csrf-token", token)
        .post("/sign-out");
  }

  static RequestSpecification basic(String name, String password) {
    return given().auth().preemptive().basic(name, password);
  }

  static RequestSpecification administrator() {
    return Accounts.as(Role.ADMINISTRATOR, "A")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json");
  }

  /** The session's cookie as a browser has it after the form. */
  static Cookie signedIn(Actor actor) {
    Response answer = form(actor.name(), actor.name(), given());
    answer.then().statusCode(302).header("Location", containsString("/desk"));
    return answer.getDetailedCookie(SESSION);
  }

  static Response form(String name, String password, RequestSpecification request) {
    return request
        .redirects()
        .follow(false)
        .formParam("name", name)
        .formParam("password", password)
        .post("/sign-in");
  }
}
