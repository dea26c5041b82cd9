package huice.functional;

import static huice.functional.RefusalsTest.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Actor;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class AttemptsTest {
  @Test
  void whoeverGuessesHasToWaitAndIsToldHowLong() {
    Actor actor = Accounts.made(Role.CASEWORKER, "A", "-guessed");
    Response answer = guess(actor.name(), "192.0.2.7");
    for (int i = 0; i < 15 && answer.statusCode() == 401; i++) {
      answer = guess(actor.name(), "192.0.2.7");
    }

    problem(answer.then(), 429, "too-many");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
    Response form =
        SignInTest.form(actor.name(), actor.name(), given().header("X-Forwarded-For", "192.0.2.8"));
    assertThat(form.header("Location")).contains("/sign-in?wait=");
    given().get("/sign-in?wait=7").then().statusCode(200);
    Accounts.as(Role.CERTIFIER, "A").get("/api/me").then().statusCode(200);
  }

  @Test
  void aProgramThatIsInIsNotKeptOutByOthersGuesses() {
    Actor actor = Accounts.made(Role.SERVICE, "A", "-steady");
    Accounts.as(actor).get("/api/me").then().statusCode(200);
    Response answer = guess(actor.name(), "192.0.2.9");
    for (int i = 0; i < 15 && answer.statusCode() == 401; i++) {
      answer = guess(actor.name(), "192.0.2.9");
    }

    assertThat(answer.statusCode()).isEqualTo(429);
    Accounts.as(actor).get("/api/me").then().statusCode(200);
  }

  private static Response guess(String name, String address) {
    RequestSpecification request = SignInTest.basic(name, "a guess");
    return request.header("X-Forwarded-For", address).get("/api/me");
  }
}
