package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tries every address of the program as nobody and as each role: whoever is not named is refused,
 * whoever is named is heard. Addresses are found, not listed.
 */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class RolesTest {
  /** As long as Quarkus makes them. */
  private static final String TOKEN = "dGVzdHMtb2YtYS1mb3JtIQ";

  @TestFactory
  Stream<DynamicTest> everyAddressHearsTheRolesItNamesAndNobodyElse() {
    return Endpoint.all().stream()
        .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> tryAll(endpoint)));
  }

  @Test
  void noAddressIsLeftOut() {
    Set<String> described =
        RestAssured.get("/q/openapi?format=json")
            .jsonPath()
            .<String, Object>getMap("paths")
            .keySet();

    assertThat(Endpoint.all()).extracting(Endpoint::path).containsAll(described);
    assertThat(described).isNotEmpty();
  }

  @Test
  void anAdministratorSeesNoCase() {
    assertThat(Endpoint.all())
        .filteredOn(endpoint -> !endpoint.open() && endpoint.roles().contains(Role.ADMINISTRATOR))
        .filteredOn(endpoint -> endpoint.verb().equals("GET"))
        .extracting(Endpoint::path)
        // Whether the log's chain holds tells nothing of anybody; a hold is what stops an erasure;
        // a run tells how many were assessed.
        .allMatch(
            path ->
                path.matches(
                    "/api/((accounts|me|runs|populations)(/.*)?|log/verification"
                        + "|persons/[^/]*/holds)|/desk/runs(/now)?|/[^/]*"));
  }

  private static void tryAll(Endpoint endpoint) {
    Response nobody = send(endpoint, RestAssured.given());
    if (endpoint.isPage() && !endpoint.open()) {
      assertThat(nobody.statusCode()).as("%s as nobody", endpoint).isEqualTo(303);
      assertThat(nobody.header("Location")).as("%s as nobody", endpoint).endsWith("/sign-in");
    } else {
      assertHeard(endpoint, "nobody", nobody, endpoint.open(), 401);
    }
    for (Role role : Role.values()) {
      boolean allowed = endpoint.open() || endpoint.roles().contains(role);
      Response answer = send(endpoint, Accounts.as(Accounts.made(role, "A", "-matrix")));
      assertHeard(endpoint, role.id(), answer, allowed, 403);
    }
  }

  /** Later refusals, of this thing or that body, are the address' own business. */
  private static void assertHeard(
      Endpoint endpoint, String who, Response answer, boolean allowed, int refusal) {
    String kind = refusal == 401 ? "/problems#sign-in" : "/problems#not-yours";
    boolean refused =
        answer.statusCode() == 401
            || answer.statusCode() == 403 && answer.asString().contains("/problems#not-yours");
    if (allowed) {
      assertThat(refused).as("%s as %s: %s", endpoint, who, answer.asString()).isFalse();
    } else {
      assertThat(answer.statusCode()).as("%s as %s", endpoint, who).isEqualTo(refusal);
      assertThat(answer.asString()).as("%s as %s", endpoint, who).contains(kind);
    }
  }

  private static Response send(Endpoint endpoint, RequestSpecification as) {
    RequestSpecification request =
        as.redirects()
            .follow(false)
            .accept(endpoint.gives())
            .header("Idempotency-Key", UUID.randomUUID().toString());
    if (!Set.of("GET", "HEAD", "OPTIONS", "DELETE").contains(endpoint.verb())) {
      request.contentType(endpoint.takes());
      if (endpoint.takes().startsWith("multipart")) {
        request.multiPart("file", "x");
      } else if (endpoint.takes().endsWith("form-urlencoded")) {
        request.cookie("csrf-token", TOKEN).formParam("csrf-token", TOKEN);
      } else {
        request.body("{}".getBytes(StandardCharsets.UTF_8));
      }
    }
    // A name that fits every form of path parameter.
    String path = endpoint.path().replaceAll("\\{[^}]*}", new UUID(0, 1).toString());
    return request.request(endpoint.verb(), path);
  }
}
