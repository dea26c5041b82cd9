package huice.explain;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import huice.model.Assessment;
import huice.model.GivenUp;
import huice.model.Missing;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.model.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The one form in which an assessment leaves the program as JSON, on the command line and over
 * HTTP. Money, numbers and dates are strings; a Chinese text stands under its key and its English
 * under the key with {@code En}, which is left out where there is no English text; what is not
 * known is {@code null}, never 0. Parameters with their sources and labels of facts stand once, at
 * the end. Stateless.
 */
public final class AssessmentJson {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private static final int USUAL_SIZE = 1 << 15;

  /** As it leaves the program, and as decisions were kept up to 0.1.0. */
  private static final int FIRST = 1;

  /**
   * Says of which form it is, which conditions were set aside for an alternative, and what rule a
   * day comes from.
   */
  private static final int NEWEST = 2;

  private static final String SECOND = "{\"form\":" + NEWEST + ",";

  private AssessmentJson() {}

  /** The assessment in UTF-8, on one line. */
  public static byte[] bytes(Assessment assessment) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
    try {
      write(out, assessment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * The assessment as a decision keeps it, in the newest form. What was kept earlier stays in the
   * form that it was kept in.
   */
  public static byte[] kept(Assessment assessment) {
    return kept(assessment, NEWEST);
  }

  /** The assessment in one of the forms in which decisions keep it. */
  public static byte[] kept(Assessment assessment, int form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
    try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
      write(json, assessment, form);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The form in which something was kept. */
  public static int form(String kept) {
    return kept.startsWith(SECOND) ? NEWEST : FIRST;
  }

  /** Writes the assessment in UTF-8 on one line and leaves the stream open. */
  public static void write(OutputStream out, Assessment assessment) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
      write(json, assessment);
    }
  }

  /** Writes the assessment as one object; the caller closes the generator. */
  public static void write(JsonGenerator json, Assessment assessment) throws IOException {
    write(json, assessment, FIRST);
  }

  private static void write(JsonGenerator json, Assessment assessment, int form)
      throws IOException {
    json.writeStartObject();
    if (form != FIRST) {
      json.writeNumberField("form", form);
    }
    json.writeStringField("on", assessment.on().toString());
    json.writeStringField("release", assessment.release());
    Gathered gathered = new Gathered();
    json.writeArrayFieldStart("outcomes");
    for (Outcome outcome : assessment.outcomes()) {
      outcome(json, new ConditionJson(json, gathered, form != FIRST), outcome, form);
      outcome.parameters().forEach(gathered::add);
    }
    json.writeEndArray();
    gathered.write(json);
    json.writeEndObject();
  }

  private static void outcome(
      JsonGenerator json, ConditionJson conditions, Outcome outcome, int form) throws IOException {
    json.writeStartObject();
    json.writeStringField("scheme", outcome.scheme());
    JsonFields.text(json, "title", "titleEn", title(outcome));
    json.writeStringField("pack", outcome.pack());
    json.writeStringField("kind", outcome.kind().name());
    json.writeStringField("subject", outcome.subject());
    json.writeStringField("outcome", outcome.outcome().name());
    json.writeBooleanField("indicative", outcome.indicative());
    AmountJson.amount(json, outcome.amount());
    AmountJson.due(json, outcome.due(), form != FIRST);
    months(json, conditions, outcome);
    conditions.conditions(outcome.conditions());
    conditions.missing(outcome.missing());
    JsonFields.date(json, "recheckOn", outcome.recheckOn());
    JsonFields.date(json, "possibleFrom", outcome.possibleFrom());
    givenUp(json, outcome.givenUp());
    JsonFields.strings(json, "choose", outcome.choose());
    JsonFields.strings(json, "unsettled", outcome.unsettled());
    notes(json, outcome.notes());
    json.writeStringField("schemeDigest", outcome.schemeDigest());
    json.writeEndObject();
  }

  /** A scheme without an English name has its id in its place, which is no English text. */
  private static Text title(Outcome outcome) {
    Text title = outcome.title();
    return title.en().equals(outcome.scheme()) ? Text.of(title.zh(), "") : title;
  }

  private static void months(JsonGenerator json, ConditionJson conditions, Outcome outcome)
      throws IOException {
    json.writeArrayFieldStart("months");
    for (MonthLine line : outcome.months()) {
      json.writeStartObject();
      json.writeStringField("month", line.month().toString());
      json.writeStringField("to", line.to().toString());
      json.writeStringField("outcome", line.outcome().name());
      AmountJson.amount(json, line.amount());
      conditions.conditions(line.conditions(), outcome.conditions());
      JsonFields.strings(json, "missing", line.missing().stream().map(Missing::fact).toList());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void givenUp(JsonGenerator json, List<GivenUp> givenUp) throws IOException {
    json.writeArrayFieldStart("givenUp");
    for (GivenUp one : givenUp) {
      json.writeStartObject();
      json.writeStringField("scheme", one.scheme());
      json.writeStringField("because", one.because());
      json.writeStringField("clause", one.clause());
      JsonFields.text(json, "reason", "reasonEn", one.reason());
      JsonFields.strings(json, "months", one.months());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void notes(JsonGenerator json, List<Text> notes) throws IOException {
    json.writeArrayFieldStart("notes");
    for (Text note : notes) {
      json.writeStartObject();
      JsonFields.text(json, "text", "textEn", note);
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
