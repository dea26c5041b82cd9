package huice.functional;

import static huice.functional.RefusalsTest.problem;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class RegisterTest {
  @Test
  void aSchemeInForceIsShownWithClauseConditionsParametersTextAndTests() {
    when()
        .get("/api/register?on=2024-09-01")
        .then()
        .statusCode(200)
        .body("on", equalTo("2024-09-01"))
        .rootPath("schemes.find { it.scheme == 'couple-award' }")
        .body("title", equalTo("夫妻工就业奖补"))
        .body("status", equalTo("draft"))
        .body("from", equalTo("2024-01-01"))
        .body("clauses.id", hasItem("二（一）1d"))
        .body("clauses.quote", hasItem(containsString("夫妻工")))
        .body("conditions.text", everyItem(notNullValue()))
        .body("conditions.size()", greaterThan(3))
        .body("text", hasItem(containsString("规则 夫妻工就业奖补")))
        .body("cases", greaterThan(1))
        .body("digest", notNullValue());
  }

  @Test
  void aParameterIsShownWithItsReferenceAndOneThatNobodyPublishedAsSuch() {
    when()
        .get("/api/register?on=2024-09-01")
        .then()
        .rootPath("schemes.find { it.scheme == 'couple-award' }.parameters")
        .body("find { it.name == '连续就业月数' }.value", equalTo("6"))
        .body("find { it.name == '连续就业月数' }.published", is(true))
        .body("find { it.name == '连续就业月数' }.confidence", equalTo("text"))
        .body("find { it.name == '连续就业月数' }.checked", notNullValue())
        .body("find { it.name == '夫妻工奖补标准' }.published", is(false))
        .body("find { it.name == '夫妻工奖补标准' }.value", nullValue());
  }

  @Test
  void aParameterHasItsValueOfTheDay() {
    List<Object> before = minimumWages("2024-12-31");
    List<Object> after = minimumWages("2025-01-01");

    assertThat(before).isNotEmpty().isNotEqualTo(after);
  }

  private static List<Object> minimumWages(String on) {
    return when()
        .get("/api/register?on=" + on)
        .path("schemes.find { it.scheme == 'minimum-wage' }.parameters.values");
  }

  @Test
  void beforeARuleIsInForceItIsNamedAsNotInForce() {
    when()
        .get("/api/register?on=1999-01-01")
        .then()
        .body("notInForce", hasItem("couple-award"))
        .body("schemes.scheme", not(hasItem("couple-award")));
  }

  @Test
  void theReleaseIsNamedAndOneThatNeverWasIsNotFound() {
    String release = Given.release();

    when().get("/api/register?release=" + release).then().statusCode(200);
    problem(when().get("/api/register?release=0000").then(), 404, "not-found")
        .body("detail", containsString("没有这个发布"));
    when()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'release' }.data.digest", equalTo(release))
        .body("checks.find { it.name.startsWith('Database') }.status", equalTo("UP"));
  }

  @Test
  void aDayThatIsNoneIsRefused() {
    problem(when().get("/api/register?on=2024-02-30").then(), 400, "query")
        .body("errors.parameter", hasItem("on"));
  }

  @Test
  void everyFactHasALabelAndAQuestionInBothLanguages() {
    when()
        .get("/api/facts")
        .then()
        .statusCode(200)
        .body("roots.worker", equalTo("worker"))
        .body("entities.facts.flatten().question", everyItem(notNullValue()))
        .body("entities.facts.flatten().questionEn", everyItem(notNullValue()))
        .body(
            "entities.facts.flatten().findAll { it.type == 'choice' && !it.choices }.size()",
            is(0));
  }
}
