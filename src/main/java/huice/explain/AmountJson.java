package huice.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import huice.model.Amount;
import huice.model.Due;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is paid and what is owed by when, as JSON. */
final class AmountJson {
  private AmountJson() {}

  static void amount(JsonGenerator json, @Nullable Amount amount) throws IOException {
    if (amount == null) {
      json.writeNullField("amount");
      return;
    }
    json.writeObjectFieldStart("amount");
    json.writeBooleanField("set", amount.notSet().isEmpty());
    JsonFields.number(json, "value", amount.value());
    if (amount.value() == null && amount.notSet().isEmpty()) {
      JsonFields.number(json, "low", amount.low());
      JsonFields.number(json, "high", amount.high());
    }
    JsonFields.strings(json, "notSet", amount.notSet());
    json.writeStringField("cap", amount.cap());
    steps(json, amount.steps());
    json.writeArrayFieldStart("shares");
    for (Amount.Share share : amount.shares()) {
      json.writeStartObject();
      json.writeStringField("to", share.to());
      JsonFields.number(json, "value", share.value());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void steps(JsonGenerator json, List<Amount.Step> steps) throws IOException {
    json.writeArrayFieldStart("steps");
    for (Amount.Step step : steps) {
      json.writeStartObject();
      JsonFields.text(json, "text", "textEn", step.text());
      json.writeStringField("value", step.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** {@code whole}: also the rule that the day comes from, as the newer form keeps it. */
  static void due(JsonGenerator json, @Nullable Due due, boolean whole) throws IOException {
    if (due == null) {
      json.writeNullField("due");
      return;
    }
    json.writeObjectFieldStart("due");
    JsonFields.date(json, "by", due.by());
    if (whole) {
      JsonFields.date(json, "from", due.from());
      JsonFields.strings(json, "clauses", due.clauses());
      json.writeNumberField("line", due.line());
    }
    JsonFields.text(json, "rhythm", "rhythmEn", due.rhythm());
    JsonFields.strings(json, "notSet", due.notSet());
    json.writeArrayFieldStart("items");
    for (Due.Item item : due.items()) {
      json.writeStartObject();
      json.writeStringField("name", item.name());
      JsonFields.number(json, "target", item.target());
      JsonFields.number(json, "done", item.done());
      json.writeEndObject();
    }
    json.writeEndArray();
    steps(json, due.steps());
    json.writeEndObject();
  }
}
