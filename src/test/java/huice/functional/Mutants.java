package huice.functional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Bodies and words that nobody should send, made from good ones; the same seed makes the same. */
final class Mutants {
  private final Random random;

  Mutants(long seed) {
    random = new Random(seed);
  }

  String word() {
    return pick(Oddities.WORDS);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  /** A good body with one to three things wrong in it, or as it is. */
  byte[] body(JsonNode good) {
    JsonNode tree = good.deepCopy();
    List<String> raw = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      change(tree, raw);
    }
    String text = tree.toString();
    for (int i = 0; i < raw.size(); i++) {
      text = text.replace("\"@raw" + i + "@\"", raw.get(i));
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(20)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> broken(bytes);
      default -> bytes;
    };
  }

  private void change(JsonNode tree, List<String> raw) {
    List<JsonNode> places = new ArrayList<>();
    gather(tree, places);
    if (places.isEmpty()) {
      return;
    }
    JsonNode place = places.get(random.nextInt(places.size()));
    String value = "@raw" + raw.size() + "@";
    if (place instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      int what = names.isEmpty() ? 0 : random.nextInt(8);
      if (what == 0) {
        object.put("unknown" + random.nextInt(9), value);
      } else if (what == 1) {
        object.remove(names.get(random.nextInt(names.size())));
        return;
      } else {
        object.put(names.get(random.nextInt(names.size())), value);
      }
    } else if (place instanceof ArrayNode array) {
      if (array.isEmpty() || random.nextBoolean()) {
        array.add(value);
      } else {
        array.set(random.nextInt(array.size()), Given.JSON.valueToTree(value));
      }
    }
    raw.add(pick(Oddities.VALUES));
  }

  private static void gather(JsonNode node, List<JsonNode> places) {
    if (node.isContainerNode()) {
      places.add(node);
    }
    for (Iterator<JsonNode> inner = node.elements(); inner.hasNext(); ) {
      gather(inner.next(), places);
    }
  }

  /** A byte that no UTF-8 has, somewhere. */
  private byte[] broken(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    out.write(0xff);
    out.write(bytes, at, bytes.length - at);
    return out.toByteArray();
  }

  /** A good body by a schema of the interface's description. */
  JsonNode good(JsonNode description, JsonNode schema, Map<String, String> known, int depth) {
    JsonNode at = schema;
    while (at.has("$ref")) {
      at = description.at(at.get("$ref").asText().substring(1));
    }
    for (String several : List.of("oneOf", "anyOf", "allOf")) {
      if (at.has(several)) {
        return good(description, at.get(several).get(0), known, depth + 1);
      }
    }
    if (at.has("enum")) {
      JsonNode words = at.get("enum");
      return words.get(random.nextInt(words.size()));
    }
    if (at.has("properties") && depth < 6) {
      ObjectNode object = Given.JSON.createObjectNode();
      for (Map.Entry<String, JsonNode> field : at.get("properties").properties()) {
        String word = known.get(field.getKey());
        object.set(
            field.getKey(),
            word == null
                ? good(description, field.getValue(), known, depth + 1)
                : Given.JSON.valueToTree(word));
      }
      return object;
    }
    return scalar(description, at, known, depth);
  }

  private JsonNode scalar(JsonNode description, JsonNode at, Map<String, String> known, int depth) {
    JsonNode type = at.path("type");
    String kind = type.isArray() ? type.get(0).asText() : type.asText();
    return switch (kind) {
      case "integer" -> Given.JSON.valueToTree(random.nextInt(3));
      case "number" -> Given.JSON.valueToTree(100);
      case "boolean" -> Given.JSON.valueToTree(random.nextBoolean());
      case "array" ->
          Given.JSON.createArrayNode().add(good(description, at.path("items"), known, depth + 1));
      case "object" -> Given.JSON.createObjectNode();
      default -> Given.JSON.valueToTree(text(at, known));
    };
  }

  private static String text(JsonNode at, Map<String, String> known) {
    String format = at.path("format").asText();
    return switch (format) {
      case "date" -> "2024-09-02";
      case "uuid" -> known.getOrDefault("uuid", "00000000-0000-0000-0000-000000000000");
      default -> Oddities.MARK;
    };
  }
}
