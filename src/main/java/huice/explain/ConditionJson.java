package huice.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import huice.model.ConditionResult;
import huice.model.ConditionResult.ParameterSeen;
import huice.model.ConditionResult.Seen;
import huice.model.Missing;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Conditions with what was seen, and what is missing, as JSON. */
final class ConditionJson {
  private final JsonGenerator json;
  private final Gathered gathered;
  private final boolean aside;

  /** {@code aside}: whether it says which conditions were set aside. */
  ConditionJson(JsonGenerator json, Gathered gathered, boolean aside) {
    this.json = json;
    this.gathered = gathered;
    this.aside = aside;
  }

  /** Every condition whole. */
  void conditions(List<ConditionResult> conditions) throws IOException {
    json.writeArrayFieldStart("conditions");
    for (ConditionResult condition : conditions) {
      condition(condition, true);
    }
    json.writeEndArray();
  }

  /**
   * Conditions of a month: what the outcome's own conditions say of sentence and place is left out.
   */
  void conditions(List<ConditionResult> conditions, List<ConditionResult> told) throws IOException {
    Set<String> ids = new HashSet<>();
    told.forEach(c -> ids.add(c.id()));
    json.writeArrayFieldStart("conditions");
    for (ConditionResult condition : conditions) {
      condition(condition, !ids.contains(condition.id()));
    }
    json.writeEndArray();
  }

  private void condition(ConditionResult condition, boolean whole) throws IOException {
    List<Seen> seen = condition.values();
    json.writeStartObject();
    json.writeStringField("id", condition.id());
    if (whole) {
      json.writeStringField("text", condition.text());
    }
    json.writeStringField("result", condition.result().name());
    json.writeStringField("value", seen.isEmpty() ? null : seen.get(0).value());
    JsonFields.joined(json, "source", seen, Seen::source);
    JsonFields.joined(json, "parameter", condition.parameters(), ConditionJson::inBrief);
    if (whole) {
      json.writeStringField("clause", condition.clause());
      json.writeStringField("file", condition.file());
      json.writeNumberField("line", condition.line());
    }
    if (condition.changesOn() != null) {
      JsonFields.date(json, "changesOn", condition.changesOn());
    }
    if (condition.unless()) {
      json.writeBooleanField("unless", true);
    }
    if (aside && condition.aside()) {
      json.writeBooleanField("aside", true);
    }
    values(seen);
    json.writeEndObject();
    condition.parameters().forEach(gathered::add);
  }

  /** The recorded facts; what was computed from them is the condition's own value. */
  private void values(List<Seen> values) throws IOException {
    boolean open = false;
    for (Seen seen : values) {
      if (seen.of().indexOf('(') >= 0) {
        continue;
      }
      if (!open) {
        json.writeArrayFieldStart("values");
        open = true;
      }
      gathered.add(seen);
      json.writeStartObject();
      json.writeStringField("of", seen.of());
      json.writeStringField("value", seen.value());
      if (seen.source() != null) {
        json.writeStringField("source", seen.source());
      }
      if (seen.obtained() != null) {
        JsonFields.date(json, "obtained", seen.obtained());
      }
      if (!seen.flags().isEmpty()) {
        JsonFields.strings(json, "flags", seen.flags());
      }
      json.writeEndObject();
    }
    if (open) {
      json.writeEndArray();
    }
  }

  private static String inBrief(ParameterSeen parameter) {
    return "〔" + parameter.name() + "〕" + (parameter.value() == null ? "未公布" : parameter.value());
  }

  void missing(List<Missing> missing) throws IOException {
    json.writeArrayFieldStart("missing");
    for (Missing fact : missing) {
      json.writeStartObject();
      json.writeStringField("fact", fact.fact());
      JsonFields.text(json, "label", "labelEn", fact.label());
      JsonFields.text(json, "question", "questionEn", fact.question());
      JsonFields.strings(json, "sources", fact.sources());
      JsonFields.strings(json, "proofs", fact.proofs());
      JsonFields.strings(json, "conditions", fact.conditions());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
