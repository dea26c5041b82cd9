package huice.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes identities out of texts: ids become pseudonyms by order of appearance, and of a content
 * only fields known to be harmless keep their values. One for one export; not for several threads.
 */
final class Masking {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MASK = "***";

  /**
   * Codes and names of our own making; a fact's value or a person's words are never under these.
   */
  private static final Set<String> HARMLESS =
      Set.of(
          "kind",
          "scheme",
          "result",
          "outcome",
          "state",
          "code",
          "version",
          "path",
          "source",
          "quality",
          "release",
          "rule",
          "condition",
          "channel",
          "adverse",
          "automatic",
          "read",
          "first",
          "last",
          "checked",
          "whole",
          "sample",
          "seed",
          "count",
          "rows",
          "no");

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:/\\[\\]-]{1,80}");
  private static final Pattern LONG_NUMBER = Pattern.compile(".*\\d{7}.*");
  private static final Pattern RELEASE = Pattern.compile("(sha256:)?[0-9a-f]{64}");
  private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,40}");
  private static final Pattern ID =
      Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Map<String, String> pseudonyms = new HashMap<>();
  private final Map<Character, Integer> counts = new HashMap<>();

  String actor(String id) {
    return pseudonym('A', id);
  }

  String person(String id) {
    return pseudonym('P', id);
  }

  String other(String id) {
    return pseudonym('X', id);
  }

  /** What is left of a JSON text. */
  JsonNode content(String text) {
    try {
      return masked("", JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return JsonNodeFactory.instance.textNode(MASK);
    }
  }

  private String pseudonym(char letter, String id) {
    return pseudonyms.computeIfAbsent(id, i -> letter + "" + counts.merge(letter, 1, Integer::sum));
  }

  private JsonNode masked(String field, JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode masked = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(e -> masked.set(name(e.getKey()), masked(e.getKey(), e.getValue())));
      return masked;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode masked = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> masked.add(masked(field, element)));
      return masked;
    }
    if (node.isNull()) {
      return node;
    }
    String text = node.asText();
    if (node.isTextual() && ID.matcher(text).matches()) {
      return JsonNodeFactory.instance.textNode(other(text));
    }
    return HARMLESS.contains(field) && harmless(text)
        ? node
        : JsonNodeFactory.instance.textNode(MASK);
  }

  private String name(String field) {
    return ID.matcher(field).matches()
        ? other(field)
        : FIELD.matcher(field).matches() ? field : MASK;
  }

  private static boolean harmless(String text) {
    return RELEASE.matcher(text).matches()
        || (WORD.matcher(text).matches() && !LONG_NUMBER.matcher(text).matches());
  }
}
