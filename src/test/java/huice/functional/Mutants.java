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
  /** Stands in much of what is sent, and must stand in no refusal. */
  static final String MARK = "植入7Q值";

  /** Values in JSON's own writing. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "3.5",
          "2147483648",
          "99999999999999999999999999999999",
          "-9223372036854775809",
          "1e400",
          "1e999999999",
          "-1e-999999999",
          "0.000000000000000000000000000000000001",
          "\"\"",
          "\" \"",
          "\"" + MARK + "\"",
          "\"9999-99-99\"",
          "\"2024-02-30\"",
          "\"2024-02-29\"",
          "\"2023-02-29\"",
          "\"2024-04-31\"",
          "\"9999-12-31\"",
          "\"0000-00-00\"",
          "\"0001-01-01\"",
          "\"+999999999-12-31\"",
          "\"-999999999-01-01\"",
          "\"2024-13\"",
          "\"24:00\"",
          "\"1e999999999\"",
          "\"NaN\"",
          "\"\\u0000" + MARK + "\"",
          "\"" + MARK + "\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u202e" + MARK + "\\ufeff\"",
          "\"👩‍👩‍👧" + MARK + "\"",
          "\"" + MARK.repeat(40) + "\"",
          "\"" + MARK.repeat(900) + "\"",
          "\"" + "x".repeat(100_000) + "\"",
          "\"' or 1=1; drop table person; --\"",
          "\"00000000-0000-0000-0000-000000000000\"",
          "\"1-1-1-1-1\"",
          "{}",
          "[]",
          "[null]",
          "[\"" + MARK + "\"]",
          "{\"" + "a\":\"" + MARK + "\"}",
          "[".repeat(60) + "]".repeat(60),
          "{\"a\":".repeat(60) + "1" + "}".repeat(60));

  private static final List<String> BODIES =
      List.of(
          "",
          " ",
          "null",
          "[]",
          "{}",
          "1",
          "true",
          "\"" + MARK + "\"",
          "{",
          "{\"a\":}",
          "{\"a\":1,}",
          "{\"version\":NaN}",
          "{'a':1}",
          "{} {}",
          "{}" + MARK,
          "[{}]",
          "[".repeat(5_000),
          "{\"a\":".repeat(5_000),
          "[".repeat(5_000) + "]".repeat(5_000),
          "{\"\":1}",
          "\ufeff{}",
          "{\"a\":1,\"a\":2}",
          "<x/>",
          "a=b&c=d");

  /** Words in an address, as they are written there. */
  static final List<String> WORDS =
      List.of(
          "",
          "x",
          "-1",
          "0",
          "99999999999999999999",
          "%00",
          "a%00" + "b",
          "%ff",
          "%ed%a0%80",
          "%E6%A4%8D%E5%85%A57Q%E5%80%BC",
          "9999-99-99",
          "2024-02-30",
          "9999-12-31",
          "1900-01-01",
          "%2B999999999-12-31",
          "-999999999-01-01",
          "true",
          "null",
          "%27%20or%201=1;--",
          "..",
          "%2e%2e%2f",
          "a;b=c",
          "1-1-1-1-1",
          "00000000-0000-0000-0000-000000000000",
          "AAAAAAAA-AAAA-4AAA-AAAA-AAAAAAAAAAAA",
          "%25s%25n",
          "%E6%A4%8D%E5%85%A57Q%E5%80%BC".repeat(60),
          "x".repeat(2_000));

  private final Random random;

  Mutants(long seed) {
    random = new Random(seed);
  }

  static List<byte[]> bodies() {
    List<byte[]> all = new ArrayList<>();
    BODIES.forEach(body -> all.add(utf8(body)));
    all.add(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, (byte) 0xc0, '"', '}'});
    all.add(
        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'});
    all.add(new byte[] {'{', 0, '}'});
    all.add("{\"a\":1}".getBytes(StandardCharsets.UTF_16));
    byte[] noise = new byte[500];
    new Random(1).nextBytes(noise);
    all.add(noise);
    return all;
  }

  String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
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
    byte[] bytes = utf8(text);
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
    raw.add(VALUES.get(random.nextInt(VALUES.size())));
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
      default -> MARK;
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
