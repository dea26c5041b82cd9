package huice.casework.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Reasons as an employer or agency may see them (R31): every condition keeps its result, but what a
 * person told the office in confidence is left out. Stateless.
 */
final class Withheld {
  private static final String TOLD_BY = "person";
  private static final List<String> VALUES = List.of("value", "values", "source");

  private Withheld() {}

  /** Changes and returns the tree. */
  static JsonNode from(JsonNode assessment) {
    for (JsonNode outcome : assessment.path("outcomes")) {
      conditions(outcome.path("conditions"));
      for (JsonNode month : outcome.path("months")) {
        conditions(month.path("conditions"));
      }
    }
    return assessment;
  }

  private static void conditions(JsonNode conditions) {
    for (JsonNode condition : conditions) {
      if (condition instanceof ObjectNode node && told(node)) {
        node.remove(VALUES);
        node.put("withheld", true);
      }
    }
  }

  private static boolean told(ObjectNode condition) {
    if (condition.path("values") instanceof ArrayNode values) {
      for (JsonNode value : values) {
        if (value.path("source").asText().equals(TOLD_BY)) {
          return true;
        }
      }
    }
    return List.of(condition.path("source").asText().split("[、,;； ]+")).contains(TOLD_BY);
  }
}
