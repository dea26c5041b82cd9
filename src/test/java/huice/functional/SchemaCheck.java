package huice.functional;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The part of JSON Schema that the interface's description uses. */
final class SchemaCheck {
  private final JsonNode description;

  SchemaCheck(JsonNode description) {
    this.description = description;
  }

  /** Where and how a value differs from a named schema; empty when it does not. */
  List<String> faults(String schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    check(named(schema), value, "", faults);
    return faults;
  }

  private JsonNode named(String schema) {
    JsonNode found = description.at("/components/schemas").path(schema);
    if (found.isMissingNode()) {
      throw new AssertionError("no schema " + schema);
    }
    return found;
  }

  private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
    if (schema.has("$ref")) {
      check(named(schema.get("$ref").asText().replaceAll(".*/", "")), value, at, faults);
      return;
    }
    for (JsonNode all : schema.path("allOf")) {
      check(all, value, at, faults);
    }
    if (schema.has("anyOf")) {
      boolean any =
          StreamSupport.stream(schema.get("anyOf").spliterator(), false)
              .anyMatch(one -> fits(one, value));
      if (!any) {
        faults.add(at + ": fits none of the forms: " + value);
      }
      return;
    }
    if (schema.has("type") && !typed(schema.get("type"), value)) {
      faults.add(at + ": is no " + schema.get("type") + ": " + value);
      return;
    }
    if (schema.has("enum") && !listed(schema.get("enum"), value)) {
      faults.add(at + ": is not listed: " + value);
    }
    if (schema.has("pattern")
        && value.isTextual()
        && !value.asText().matches(schema.get("pattern").asText())) {
      faults.add(at + ": has another form: " + value);
    }
    if (schema.path("format").asText().equals("date")
        && value.isTextual()
        && !value.asText().matches("\\d{4}-\\d{2}-\\d{2}")) {
      faults.add(at + ": is no date: " + value);
    }
    parts(schema, value, at, faults);
  }

  private void parts(JsonNode schema, JsonNode value, String at, List<String> faults) {
    for (JsonNode required : schema.path("required")) {
      if (value.isObject() && !value.has(required.asText())) {
        faults.add(at + ": lacks " + required);
      }
    }
    value
        .properties()
        .forEach(
            field -> {
              JsonNode property = schema.path("properties").path(field.getKey());
              String there = at + "/" + field.getKey();
              if (!property.isMissingNode()) {
                check(property, field.getValue(), there, faults);
              } else if (schema.path("additionalProperties").isBoolean()
                  && !schema.get("additionalProperties").asBoolean()) {
                faults.add(there + ": is not described");
              }
            });
    if (value.isArray() && schema.has("items")) {
      for (int i = 0; i < value.size(); i++) {
        check(schema.get("items"), value.get(i), at + "/" + i, faults);
      }
    }
  }

  private boolean fits(JsonNode schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    check(schema, value, "", faults);
    return faults.isEmpty();
  }

  private static boolean listed(JsonNode list, JsonNode value) {
    return StreamSupport.stream(list.spliterator(), false).anyMatch(value::equals);
  }

  private static boolean typed(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      return StreamSupport.stream(type.spliterator(), false).anyMatch(one -> typed(one, value));
    }
    return switch (type.asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "null" -> value.isNull();
      default -> throw new AssertionError("unknown type " + type);
    };
  }
}
