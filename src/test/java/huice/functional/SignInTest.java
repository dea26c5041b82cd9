package huice.functional;

import static huice.functional.RefusalsTest.problem;
import static org.hamcrest.Matchers.equalTo;

import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class SignInTest {
  @Test
  void aProgramSignsInWithEveryRequest() {
    Accounts.as(Role.CASEWORKER, "A")
        .get("/api/me")
        .then()
        .statusCode(200)
        .body("name", equalTo("caseworker-a"))
        .body("role", equalTo("caseworker"))
        .body("office", equalTo("A"));
  }

  @Test
  void nobodyIsToldWhoTheyAre() {
    problem(RestAssured.get("/api/me").then(), 401, "sign-in");
  }
}
