package huice.entry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line and the service answer the same. */
@QuarkusTest
class DoorsAgreeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir Path folder;

  @Test
  void decideAndChecksGiveTheSameJsonForEveryExample() throws Exception {
    JsonNode examples =
        JSON.readTree(RestAssured.get("/q/openapi?format=json").asByteArray())
            .at("/paths/~1api~1checks/post/requestBody/content/application~1json/examples");

    assertThat(examples).isNotEmpty();
    for (JsonNode example : examples) {
      String body = example.get("value").toString();
      assertThat(decided(body)).as(example.get("summary").asText()).isEqualTo(checked(body));
    }
  }

  private static JsonNode checked(String body) throws Exception {
    return JSON.readTree(
        RestAssured.given()
            .contentType("application/json; charset=UTF-8")
            .body(body)
            .post("/api/checks")
            .asByteArray());
  }

  private JsonNode decided(String body) throws Exception {
    Path file = Files.writeString(folder.resolve("case.yaml"), body);
    StringWriter out = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out),
            new PrintWriter(System.err, true),
            "decide",
            file.toString(),
            "--json",
            "--root",
            Path.of("").toAbsolutePath().toString());
    assertThat(code).isEqualTo(Main.GOOD);
    return JSON.readTree(out.toString());
  }
}
