package huice.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import huice.model.ConditionResult.ParameterSeen;
import huice.model.ConditionResult.Seen;
import huice.model.Text;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What many conditions share and an assessment therefore tells once: parameters and labels. */
final class Gathered {
  private final Map<Version, ParameterSeen> parameters = new LinkedHashMap<>();
  private final Map<String, Text> labels = new LinkedHashMap<>();

  /** One version of a parameter as it was used. */
  private record Version(String name, Object value, Object from, Object dated) {}

  void add(ParameterSeen parameter) {
    parameters.putIfAbsent(
        new Version(
            parameter.name(),
            String.valueOf(parameter.value()),
            String.valueOf(parameter.from()),
            String.valueOf(parameter.dated())),
        parameter);
  }

  void add(Seen seen) {
    labels.putIfAbsent(withoutRows(seen.of()), seen.label());
  }

  private static String withoutRows(String path) {
    int open = path.indexOf('[');
    if (open < 0) {
      return path;
    }
    StringBuilder plain = new StringBuilder(path.length());
    boolean inside = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      inside = c == '[' || (inside && c != ']');
      if (!inside && c != ']') {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("parameters");
    for (ParameterSeen parameter : parameters.values()) {
      json.writeStartObject();
      json.writeStringField("name", parameter.name());
      json.writeStringField("value", parameter.value());
      JsonFields.date(json, "from", parameter.from());
      JsonFields.date(json, "dated", parameter.dated());
      json.writeStringField("reference", parameter.reference());
      json.writeStringField(
          "confidence", parameter.confidence() == null ? null : parameter.confidence().name());
      json.writeBooleanField("pastReview", parameter.pastReview());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("labels");
    for (Map.Entry<String, Text> label : labels.entrySet()) {
      json.writeObjectFieldStart(label.getKey());
      JsonFields.text(json, "zh", "en", label.getValue());
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
