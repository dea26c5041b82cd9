package huice.functional;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huice.model.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class DescriptionTest {
  private JsonNode description;
  private SchemaCheck schemas;

  @BeforeEach
  void read() throws Exception {
    description = Given.JSON.readTree(when().get("/q/openapi?format=json").asByteArray());
    schemas = new SchemaCheck(description);
  }

  @Test
  void everyFactOfTheDictionaryIsDescribed() throws Exception {
    JsonNode facts = Given.JSON.readTree(when().get("/api/facts").asByteArray());
    for (JsonNode entity : facts.get("entities")) {
      JsonNode schema =
          description.at("/components/schemas").path("Case." + entity.get("id").asText());
      for (String kind : Set.of("facts", "lists", "ones")) {
        for (JsonNode fact : entity.get(kind)) {
          assertThat(schema.path("properties").has(fact.get("id").asText()))
              .as(entity.get("id") + " " + fact.get("id"))
              .isTrue();
        }
      }
      assertThat(schema.get("additionalProperties").asBoolean()).isFalse();
    }
  }

  @Test
  void thereIsAnExampleOfEverySchemeAndItIsTaken() throws Exception {
    JsonNode examples =
        description.at("/paths/~1api~1checks/post/requestBody/content/application~1json/examples");
    List<String> schemes = when().get("/api/register").path("schemes.scheme");

    assertThat(examples.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet()))
        .containsAll(schemes);
    for (JsonNode example : examples) {
      JsonNode value = example.get("value");
      assertThat(schemas.faults("Case", value)).as(example.get("summary").asText()).isEmpty();
      byte[] answer = Given.check(value.toString()).then().statusCode(200).extract().asByteArray();
      assertThat(schemas.faults("Assessment", Given.JSON.readTree(answer))).isEmpty();
    }
  }

  @Test
  void theSchemesToChooseFromAreThoseOfTheRelease() {
    JsonNode parameters = description.at("/paths/~1api~1checks/post/parameters");
    JsonNode schemes =
        StreamSupport.stream(parameters.spliterator(), false)
            .filter(p -> p.get("name").asText().equals("schemes"))
            .findFirst()
            .orElseThrow();

    assertThat(schemes.at("/schema/items/enum").toString()).contains("couple-award", "follow-up");
  }

  @Test
  void everyRefusalIsDescribedAsAProblem() throws Exception {
    JsonNode answers = description.at("/paths/~1api~1checks/post/responses");
    for (String status : Set.of("400", "413", "415", "422", "500")) {
      assertThat(answers.at("/" + status + "/content/application~1problem+json/schema/$ref"))
          .as(status)
          .hasToString("\"#/components/schemas/Problem\"");
    }
    byte[] refusal = Given.check("{}").then().statusCode(422).extract().asByteArray();
    assertThat(schemas.faults("Problem", Given.JSON.readTree(refusal))).isEmpty();
  }

  @Test
  void theRegisterAndTheDictionaryAreAsDescribed() throws Exception {
    byte[] register = when().get("/api/register?on=2025-06-01").asByteArray();
    assertThat(schemas.faults("Register", Given.JSON.readTree(register))).isEmpty();
    byte[] facts = when().get("/api/facts").asByteArray();
    assertThat(schemas.faults("FactList", Given.JSON.readTree(facts))).isEmpty();
  }

  @Test
  void everyBodyIsDescribedWithWhatItMustHave() throws Exception {
    List<String> compared = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
      JsonNode call = path.getValue().path("post");
      Set<String> required = required(call);
      Optional<Role> role = Role.of(call.at("/security/0/account/0").asText());
      if (required.isEmpty() || role.isEmpty()) {
        continue;
      }
      Response answer =
          Desk.writing(role.get(), "A")
              .body("{}")
              .post(path.getKey().replaceAll("\\{[^}]*}", UUID.randomUUID().toString()));
      assertThat(answer.statusCode()).as(path.getKey()).isBetween(400, 499);
      if (answer.statusCode() == 422) {
        List<String> missing = answer.path("errors.pointer");
        assertThat(missing).as(path.getKey()).containsExactlyInAnyOrderElementsOf(required);
        compared.add(path.getKey());
      }
    }
    assertThat(compared).contains("/api/persons", "/api/applications", "/api/switches");
  }

  /** The pointers of what a call's body must have. */
  private Set<String> required(JsonNode call) {
    String schema = call.at("/requestBody/content/application~1json/schema/$ref").asText();
    return StreamSupport.stream(
            description.at(schema.replaceFirst("^#", "")).path("required").spliterator(), false)
        .map(name -> "/" + name.asText())
        .collect(Collectors.toSet());
  }

  @Test
  void theCopyThatClientsAreMadeFromIsWhatIsServed() throws Exception {
    String served = DescriptionCopy.of(description);
    if (DescriptionCopy.toBeRenewed()) {
      DescriptionCopy.write(served);
    }
    assertThat(DescriptionCopy.read()).as(DescriptionCopy.HOW).isEqualTo(served);
  }

  @Test
  void theInterfaceCanBeTriedOnAPage() {
    when().get("/q/swagger-ui/").then().statusCode(200);
  }
}
