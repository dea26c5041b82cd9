package huice.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import huice.model.Text;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fields of the kinds that outcomes are made of; an unknown value is written as null. */
final class JsonFields {
  private JsonFields() {}

  /** Both languages; the English is left out where there is none of its own. */
  static void text(JsonGenerator json, String zh, String en, Text text) throws IOException {
    json.writeStringField(zh, text.zh());
    if (!text.en().isBlank() && !text.en().equals(text.zh())) {
      json.writeStringField(en, text.en());
    }
  }

  static void date(JsonGenerator json, String name, @Nullable LocalDate date) throws IOException {
    json.writeStringField(name, date == null ? null : date.toString());
  }

  static void number(JsonGenerator json, String name, @Nullable BigDecimal number)
      throws IOException {
    json.writeStringField(name, number == null ? null : number.toPlainString());
  }

  static void strings(JsonGenerator json, String name, List<String> strings) throws IOException {
    json.writeArrayFieldStart(name);
    for (String string : strings) {
      json.writeString(string);
    }
    json.writeEndArray();
  }

  /** The different parts that are known, joined; null when there is none. */
  static <T> void joined(
      JsonGenerator json, String name, List<T> parts, Function<T, @Nullable String> part)
      throws IOException {
    if (parts.size() == 1) {
      json.writeStringField(name, part.apply(parts.get(0)));
      return;
    }
    Set<String> known = new LinkedHashSet<>();
    for (T one : parts) {
      String next = part.apply(one);
      if (next != null) {
        known.add(next);
      }
    }
    json.writeStringField(name, known.isEmpty() ? null : String.join("；", known));
  }
}
