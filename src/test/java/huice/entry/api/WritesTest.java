package huice.entry.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import huice.functional.LogSubjects;
import huice.functional.Owner;
import huice.functional.TestDatabase;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A writing call is done once, however often it is sent. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@TestSecurity(user = "caseworker-a", roles = "caseworker")
class WritesTest {
  @Inject LogSubjects subjects;

  private final String key = UUID.randomUUID().toString();

  @BeforeEach
  void account() {
    subjects.account(Role.CASEWORKER);
  }

  @Test
  void aCallSentAgainIsAnsweredAndNotDoneAgain() throws SQLException {
    long before = entries();
    Response first = send(key, "entry");
    Response second = send(key, "entry");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(entries()).isEqualTo(before + 1);
  }

  @Test
  void twoAtOnceAreDoneOnce() throws SQLException {
    long before = entries();
    CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> send(key, "slow"));
    CompletableFuture<Response> second = CompletableFuture.supplyAsync(() -> send(key, "slow"));

    assertThat(first.join().statusCode()).isEqualTo(201);
    assertThat(second.join().asString()).isEqualTo(first.join().asString());
    assertThat(entries()).isEqualTo(before + 1);
  }

  @Test
  void aKeyIsForOneRequestOnly() throws SQLException {
    send(key, "entry");
    long before = entries();

    problem(send(key, "another"), 422, "idempotency-key-reused");
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void withoutAKeyNothingIsDone() throws SQLException {
    long before = entries();
    for (String wrong : List.of("", "two words", "x".repeat(101))) {
      problem(send(wrong, "entry"), 400, "idempotency-key");
    }
    problem(
        given().contentType("application/json").body("\"entry\"").post("/test/written"),
        400,
        "idempotency-key");
    assertThat(entries()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "fail, 500, internal",
    "conflict, 409, conflict",
    "not-allowed, 403, not-allowed",
    "absent, 404, not-found",
    "invalid, 422, invalid"
  })
  void whatFailsLeavesNothingBehindAndTheKeyFree(String word, int status, String kind)
      throws SQLException {
    long before = entries();

    problem(send(key, word), status, kind);
    assertThat(entries()).isEqualTo(before);

    assertThat(send(key, "entry").statusCode()).isEqualTo(201);
  }

  @Test
  void aConflictTellsThePresentVersionAndFaultsTheirPlaces() {
    send(key, "conflict").then().body("version", equalTo(7)).body("detail", equalTo("因为测试"));
    send(key, "invalid").then().body("errors[0].pointer", equalTo("/on"));
  }

  private static Response send(String key, String word) {
    return given()
        .contentType("application/json")
        .header(Writes.KEY, key)
        .body("\"" + word + "\"")
        .post("/test/written");
  }

  private static void problem(Response answer, int status, String kind) {
    answer.then().statusCode(status).body("type", equalTo("/problems#" + kind));
  }

  private static long entries() throws SQLException {
    try (Owner owner = new Owner()) {
      return Long.parseLong(owner.one("select count(*) from log_entry"));
    }
  }
}
