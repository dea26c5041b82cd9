package huice.functional;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class HealthTest {
  @Test
  void theServiceIsUpWithItsDatabase() {
    when()
        .get("/q/health")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.name", hasItem("Database connections health check"));
  }

  @Test
  void thoseWhoRunTheServiceReadHowItFaresAndNobodyElse() {
    Accounts.as(Role.CASEWORKER, "A").get("/api/persons/" + UUID.randomUUID()).then();
    given().redirects().follow(false).get("/q/metrics").then().statusCode(302);
    Accounts.as(Role.CASEWORKER, "A").get("/q/metrics").then().statusCode(403);
    Accounts.as(Role.ADMINISTRATOR, "A")
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("uri=\"/api/persons/{id}\""));
  }

  @Test
  void theInterfaceIsDescribed() {
    when()
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body("info.title", equalTo("惠策 Huice"));
  }
}
