package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Actor;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No address that writes can be called without a key, so that every call can be sent again. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class KeysTest {
  @TestFactory
  Stream<DynamicTest> everyWritingCallNeedsAKey() {
    return Endpoint.all().stream()
        .filter(Endpoint::writes)
        .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> withoutKey(endpoint)));
  }

  @Test
  void addressesThatWriteAreFound() {
    assertThat(Endpoint.all())
        .filteredOn(Endpoint::writes)
        .extracting(Endpoint::path)
        .contains("/api/persons", "/api/decisions/{id}/confirmation", "/api/releases/rollback");
  }

  private static void withoutKey(Endpoint endpoint) {
    Wire wire = new Wire(RestAssured.port);
    Role role = endpoint.roles().iterator().next();
    Actor actor = Accounts.made(role, "A", "-matrix");
    Wire.Who who = new Wire.Who(actor.name(), actor.name());
    String path = endpoint.path().replaceAll("\\{[^}]*}", new UUID(0, 1).toString());
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    for (String key : new String[] {null, "", "two words", "x".repeat(101)}) {
      Wire.Answer answer = wire.send(endpoint.verb(), path, who, endpoint.takes(), key, body);
      assertThat(answer.status()).as("%s with the key %s", endpoint, key).isEqualTo(400);
      assertThat(answer.json().path("type").asText()).isEqualTo("/problems#idempotency-key");
    }
    assertThat(wire.send(endpoint.verb(), path, null, endpoint.takes(), null, body).status())
        .as("nobody")
        .isIn(List.of(400, 401));
  }
}
