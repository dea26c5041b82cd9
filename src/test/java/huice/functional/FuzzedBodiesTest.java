package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import huice.casework.Releases;
import huice.model.Actor;
import huice.model.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Sends every address what nobody should: whatever comes, it is no error of the program's own, what
 * was wrong is told as a problem, and no value that was sent is told back. No request may need two
 * connections to the database: enough of them at once would wait for each other. {@code
 * -Dhuice.fuzz} is another seed.
 */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestProject.class, scope = TestResourceScope.GLOBAL)
class FuzzedBodiesTest {
  private static final long SEED = Long.getLong("huice.fuzz", 20240902);
  private static final int CHANGED_BODIES = 30;
  private static final int LONGEST_ADDRESS = 3_900;
  private static final int ADDRESSES = 20;
  private static final LocalDate DAY = LocalDate.of(2024, 9, 2);

  private Wire wire;
  private JsonNode description;
  private Taken others;

  @Inject AgroalDataSource database;
  @Inject Releases releases;

  @BeforeEach
  void onThatDayWithOneConnectionOnly() throws SQLException {
    TestClock.put(DAY);
    // Changed packs are stored by the first request that names them.
    releases.live();
    others = Taken.allBut(database, 1);
  }

  @AfterEach
  void today() throws SQLException {
    others.close();
    TestClock.restore();
  }

  @TestFactory
  Stream<DynamicTest> whateverIsSentIsAnsweredOrRefusedInWords() throws IOException {
    wire = new Wire(RestAssured.port);
    description = Given.JSON.readTree(RestAssured.get("/q/openapi?format=json").asString());
    return Endpoint.all().stream()
        .map(endpoint -> DynamicTest.dynamicTest(endpoint.toString(), () -> tryAll(endpoint)));
  }

  private void tryAll(Endpoint endpoint) {
    Mutants mutants = new Mutants(SEED ^ endpoint.toString().hashCode());
    List<String> wrong = new ArrayList<>();
    Wire.@Nullable Who who = who(endpoint);
    String path = path(endpoint);
    if (!endpoint.verb().equals("GET")) {
      for (byte[] body : Oddities.bodies()) {
        look(endpoint, path, who, body, wrong);
      }
      JsonNode good = good(endpoint, mutants, path);
      for (int i = 0; i < CHANGED_BODIES; i++) {
        look(endpoint, path, who, mutants.body(good), wrong);
      }
    }
    byte[] empty = endpoint.verb().equals("GET") ? null : "{}".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < ADDRESSES; i++) {
      look(endpoint, path + query(endpoint, mutants), who, empty, wrong);
      if (endpoint.path().contains("{")) {
        look(endpoint, worded(endpoint, mutants), who, empty, wrong);
      }
    }
    assertThat(wrong.stream().distinct().limit(12)).as("seed %d", SEED).isEmpty();
  }

  private void look(
      Endpoint endpoint,
      String path,
      Wire.@Nullable Who who,
      byte @Nullable [] body,
      List<String> wrong) {
    // Longer ones are refused by the HTTP server, which closes the connection.
    if (path.length() > LONGEST_ADDRESS) {
      return;
    }
    String type = body == null ? null : endpoint.takes();
    String key = UUID.randomUUID().toString();
    Wire.Answer answer = wire.send(endpoint.verb(), path, who, type, key, body);
    String sent =
        shortened(path)
            + " "
            + (body == null ? "" : shortened(new String(body, StandardCharsets.UTF_8)));
    if (answer.status() >= 500) {
      wrong.add(answer.status() + " " + sent + " -> " + shortened(answer.text()));
    }
    boolean page = !path.startsWith("/api/");
    if (answer.status() >= 400 && !page && !answer.type().startsWith("application/problem+json")) {
      wrong.add("no problem: " + answer.status() + " " + answer.type() + " " + sent);
    }
    if (answer.status() >= 400 && answer.text().contains(Oddities.MARK)) {
      wrong.add("told back: " + sent + " -> " + shortened(answer.text()));
    }
  }

  private static String shortened(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }

  private static Wire.@Nullable Who who(Endpoint endpoint) {
    if (endpoint.open()) {
      return null;
    }
    Role role = endpoint.roles().stream().sorted().findFirst().orElseThrow();
    Actor actor = Accounts.made(role, "A", "-fuzz");
    return new Wire.Who(actor.name(), actor.name());
  }

  private JsonNode good(Endpoint endpoint, Mutants mutants, String path) {
    if (endpoint.path().equals("/api/checks")) {
      return Given.JSON.valueToTree(Given.example("couple-award"));
    }
    JsonNode content =
        description
            .path("paths")
            .path(endpoint.path())
            .path(endpoint.verb().toLowerCase(Locale.ROOT))
            .path("requestBody")
            .path("content");
    JsonNode schema = content.isEmpty() ? content : content.elements().next().path("schema");
    Map<String, String> known = new LinkedHashMap<>();
    known.put("number", Desk.number());
    known.put("scheme", "skill-upgrade");
    known.put("uuid", Desk.person("A"));
    known.put("path", "job_changes");
    known.put("source", "person");
    known.put("channel", endpoint.path().equals("/api/applications") ? "COUNTER" : "counter");
    JsonNode good = mutants.good(description, schema, known, 0);
    if (good instanceof ObjectNode object && object.has("version") && path.contains("/api/appl")) {
      object.put("version", 1);
    }
    return good;
  }

  /** The address of something that is there. */
  private static String path(Endpoint endpoint) {
    String path = endpoint.path();
    if (!path.contains("{")) {
      return path;
    }
    String id = UUID.randomUUID().toString();
    if (path.startsWith("/api/persons/") || path.startsWith("/api/records/")) {
      id = Desk.person("A");
    } else if (path.startsWith("/api/applications/")) {
      id = matter().id;
    } else if (path.startsWith("/api/decisions/")) {
      id = matter().propose().decision();
    } else if (path.startsWith("/api/accounts/")) {
      id = Accounts.made(Role.AUDITOR, "A", "-fuzzed").id().toString();
    } else if (path.startsWith("/api/releases/")) {
      id = Given.release();
    }
    return path.replaceAll("\\{[^}]*}", id);
  }

  /** What an earlier call began may still have the one connection that is left. */
  private static Matters.Matter matter() {
    List<Matters.Matter> made = new ArrayList<>();
    Await.until(
        () -> {
          try {
            UUID person = Matters.person(true, DecisionsTest.certificate("other", 12));
            return made.add(Matters.Matter.apply(person, "skill-upgrade", DAY, Map.of()));
          } catch (AssertionError busy) {
            return false;
          }
        });
    return made.get(0);
  }

  private static String worded(Endpoint endpoint, Mutants mutants) {
    String word = mutants.word();
    return endpoint.path().replaceAll("\\{[^}]*}", word.replace("$", ""));
  }

  private static String query(Endpoint endpoint, Mutants mutants) {
    return endpoint.queries().stream()
        .map(name -> name + "=" + mutants.word())
        .collect(Collectors.joining("&", "?", "&unknown=" + mutants.word()));
  }
}
