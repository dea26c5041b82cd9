package huice.functional;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The committed copy of the service's description, from which the build makes the client that tests
 * use. Without what comes from the packs, so that a fact or scheme added there needs no new copy: a
 * case is an object there, the checks have no examples, and schemes are any words.
 */
final class DescriptionCopy {
  static final String HOW =
      "the interface has changed: run `mvn -Dquick -Dmaven.test.skip=false test"
          + " -Dtest=DescriptionTest -Dhuice.description=write` and look at the difference";

  private static final Path FILE = Path.of("src", "test", "openapi", "huice.json");

  private DescriptionCopy() {}

  static boolean toBeRenewed() {
    return "write".equals(System.getProperty("huice.description"));
  }

  /** The copy's text for what is served; names in alphabetical order. */
  static String of(JsonNode served) throws IOException {
    ObjectNode copy = served.deepCopy();
    copy.remove("servers");
    ObjectNode schemas = (ObjectNode) copy.at("/components/schemas");
    schemas.properties().removeIf(schema -> schema.getKey().startsWith("Case."));
    schemas.putObject("Case").put("type", "object").put("additionalProperties", true);
    ObjectNode check = (ObjectNode) copy.at("/paths/~1api~1checks/post");
    check.at("/requestBody/content").forEach(content -> ((ObjectNode) content).remove("examples"));
    for (JsonNode parameter : check.get("parameters")) {
      if (parameter.at("/schema/items") instanceof ObjectNode word) {
        word.remove("enum");
      }
    }
    return text(copy);
  }

  private static String text(JsonNode copy) throws IOException {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return json.writer(
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
            .writeValueAsString(json.treeToValue(copy, Object.class))
        + "\n";
  }

  static String read() throws IOException {
    return Files.exists(FILE) ? Files.readString(FILE) : "";
  }

  static void write(String text) throws IOException {
    Files.createDirectories(FILE.getParent());
    Files.writeString(FILE, text);
  }
}
