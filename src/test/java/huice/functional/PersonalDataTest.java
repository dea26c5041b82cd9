package huice.functional;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PersonalDataTest {
  private static final String IDENTITY =
      "{\"name\": \"%s\", \"number\": \"%s\", \"phone\": \"%s\"}"
          .formatted(Planted.NAME, Planted.NUMBER, Planted.PHONE);

  @Test
  void anIdentityThatIsSentToWhatThereIsStaysOutOfLogsMetricsAddressesAndErrors() {
    Planted.isNowhereElseAfter(
        () -> {
          Given.check("{\"on\": \"2025-01-01\", \"facts\": {\"worker\": " + IDENTITY + "}}");
          Given.check("{\"on\": \"" + Planted.NUMBER + "\", \"facts\": " + IDENTITY);
          Given.check(IDENTITY);
          SignInTest.basic(Planted.NUMBER, Planted.NAME).get("/api/me");
          SignInTest.form(Planted.NAME, Planted.PHONE, RestAssured.given());
          SignInTest.administrator().body(IDENTITY).post("/api/accounts");
          SignInTest.administrator()
              .body("{\"name\": \"" + Planted.NUMBER + " \", \"role\": \"" + Planted.NAME + "\"}")
              .post("/api/accounts");
          Accounts.as(Role.CASEWORKER, "A")
              .header("Idempotency-Key", Planted.NAME.hashCode())
              .contentType("application/json")
              .body("{\"present\": \"" + Planted.NAME + "\"}")
              .post("/api/me/password");
        });
  }

  @Test
  void whatIsWrittenToTheLogOutputIsFound() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                Planted.isNowhereElseAfter(
                    () -> {
                      RestAssured.get("/api/facts");
                      Logger.getLogger(PersonalDataTest.class).info("read " + Planted.PHONE);
                    }));
  }

  @Test
  void whatIsInAnAddressOrAnErrorIsFound() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () -> Planted.isNowhereElseAfter(() -> RestAssured.get("/persons/" + Planted.NUMBER)));
  }
}
