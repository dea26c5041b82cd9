package huice.functional;

import static huice.functional.RefusalsTest.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import huice.model.Actor;
import huice.model.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class AccountsTest {
  private static final String PASSWORD = "correct horse battery";

  @Inject AgroalDataSource database;

  @Test
  void anAdministratorMakesAnAccountThatThenSignsIn() throws SQLException {
    String name = "made-" + UUID.randomUUID();
    Response made = create(name, "service", PASSWORD);

    made.then()
        .statusCode(201)
        .body("name", equalTo(name))
        .body("role", equalTo("service"))
        .body("password", equalTo(true))
        .body("disabledAt", nullValue());
    assertThat(made.asString()).doesNotContain(PASSWORD, "$2");
    SignInTest.basic(name, PASSWORD).get("/api/me").then().body("role", equalTo("service"));
    SignInTest.administrator().get("/api/accounts").then().body("name", hasItem(name));
    assertThat(logged(made.path("id"))).hasSize(2).noneMatch(line -> line.contains(PASSWORD));
  }

  @Test
  void aPasswordIsKeptAsBcryptAndNowhereElse() throws SQLException {
    String name = "kept-" + UUID.randomUUID();
    create(name, "auditor", PASSWORD).then().statusCode(201);

    assertThat(column("select secret from account where name = ?", name))
        .allMatch(secret -> secret.startsWith("$2"));
    assertThat(column("select answer from answered where answer like '%' || ? || '%'", PASSWORD))
        .isEmpty();
  }

  @Test
  void anAccountWithoutAPasswordIsForAnIdentityProviderToSignIn() {
    String name = "outside-" + UUID.randomUUID();
    create(name, "reviewer", null).then().statusCode(201).body("password", equalTo(false));

    SignInTest.basic(name, "").get("/api/me").then().statusCode(401);
  }

  @Test
  void namesAreUnique() {
    String name = "twice-" + UUID.randomUUID();
    create(name, "auditor", PASSWORD).then().statusCode(201);

    problem(create(name, "auditor", PASSWORD).then(), 409, "conflict");
  }

  @Test
  void everyFaultIsToldAtOnceWithoutItsValue() {
    Response answer =
        SignInTest.administrator()
            .body("{\"name\": \"/\", \"role\": \"king\", \"password\": \"short\"}")
            .post("/api/accounts");

    problem(answer.then(), 422, "invalid")
        .body(
            "errors.pointer",
            containsInAnyOrder("/name", "/shown", "/role", "/office", "/password"));
    assertThat(answer.asString()).doesNotContain("king", "short\"");
    problem(
            SignInTest.administrator().body("{\"nam\": \"x\"}").post("/api/accounts").then(),
            422,
            "invalid")
        .body("errors.pointer", contains("/nam"));
    problem(SignInTest.administrator().body("{").post("/api/accounts").then(), 400, "malformed");
    problem(SignInTest.administrator().body("null").post("/api/accounts").then(), 422, "invalid");
  }

  @Test
  void anAdministratorResetsAPasswordAndTheOldOneEnds() throws SQLException {
    Actor actor = Accounts.made(Role.AUDITOR, "A", "-forgetful");
    Accounts.as(actor).get("/api/me").then().statusCode(200);
    SignInTest.administrator()
        .body("{\"password\": \"" + PASSWORD + "\"}")
        .post("/api/accounts/" + actor.id() + "/password")
        .then()
        .statusCode(200);

    Accounts.as(actor).get("/api/me").then().statusCode(401);
    SignInTest.basic(actor.name(), PASSWORD).get("/api/me").then().statusCode(200);
    assertThat(logged(actor.id().toString()))
        .anyMatch(line -> line.contains("new-password"))
        .anyMatch(line -> line.contains("failed"));
  }

  @Test
  void whatIsDisabledStaysInTheListAndTheOwnAccountCannotBe() {
    Actor actor = Accounts.made(Role.AUDITOR, "A", "-gone");
    String disable = "/api/accounts/" + actor.id() + "/disable";
    SignInTest.administrator().post(disable).then().body("disabledAt", notNullValue());
    SignInTest.administrator().post(disable).then().statusCode(200);
    SignInTest.administrator()
        .get("/api/accounts")
        .then()
        .body("find { it.name == '" + actor.name() + "' }.disabledAt", notNullValue());

    Actor own = Accounts.actor(Role.ADMINISTRATOR, "A");
    problem(
        SignInTest.administrator().post("/api/accounts/" + own.id() + "/disable").then(),
        403,
        "not-allowed");
    problem(
        SignInTest.administrator().post("/api/accounts/" + UUID.randomUUID() + "/disable").then(),
        404,
        "not-found");
  }

  @Test
  void theLogKeepsOnlyTheBeginningOfANameThatIsNobodys() throws SQLException {
    SignInTest.basic("hunter2-typed-here", "x").get("/api/me").then().statusCode(401);

    assertThat(
            column(
                "select convert_from(content, 'UTF8') from log_content where about is null and ? = ''",
                ""))
        .anyMatch(line -> line.contains("hun…"))
        .noneMatch(line -> line.contains("hunter2"));
  }

  @Test
  void nobodyButAnAdministratorKeepsAccounts() {
    Accounts.as(Role.POLICY_OFFICER, "A").get("/api/accounts").then().statusCode(403);
    Accounts.as(Role.AUDITOR, "A")
        .get("/api/accounts")
        .then()
        .statusCode(403)
        .body("name", not(hasItem("auditor-a")));
  }

  private static Response create(String name, String role, String password) {
    String secret = password == null ? "null" : "\"" + password + "\"";
    return SignInTest.administrator()
        .body(
            "{\"name\": \"%s\", \"shown\": \"测试\", \"role\": \"%s\", \"office\": \"A\", \"password\": %s}"
                .formatted(name, role, secret))
        .post("/api/accounts");
  }

  /** The log's entries that name an account. */
  private List<String> logged(String account) throws SQLException {
    return column(
        "select convert_from(content, 'UTF8') from log_content"
            + " where about is null and position(? in convert_from(content, 'UTF8')) > 0",
        account);
  }

  private List<String> column(String query, String argument) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, argument);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          values.add(new String(rows.getBytes(1), StandardCharsets.UTF_8));
        }
      }
    }
    return values;
  }
}
