package huice.casework.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which measures have another version than a decision was made with. Stateless. */
final class Measures {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Measures() {}

  /** Each as {@code age 1 → 2}. */
  static List<String> changed(String then, String now) {
    try {
      JsonNode today = JSON.readTree(now).path("forms");
      List<String> changed = new ArrayList<>();
      for (Map.Entry<String, JsonNode> form : JSON.readTree(then).path("forms").properties()) {
        JsonNode version = today.get(form.getKey());
        Integer other = version == null ? null : version.asInt();
        if (other == null || other != form.getValue().asInt()) {
          changed.add(
              form.getKey() + " " + form.getValue() + " → " + (other == null ? "-" : other));
        }
      }
      return changed;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
