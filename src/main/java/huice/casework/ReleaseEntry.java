package huice.casework;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import huice.model.ReleaseStep;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What the log says of a step of a release. */
final class ReleaseEntry {
  private static final JsonFactory JSON = new JsonFactory();

  private ReleaseEntry() {}

  static String json(ReleaseStep step) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("release", step.release());
      json.writeStringField("step", step.kind().id());
      if (step.impact() != null) {
        json.writeStringField("impact", step.impact());
      }
      if (step.startOn() != null) {
        json.writeStringField("from", String.valueOf(step.startOn()));
      }
      if (step.terms() != null) {
        json.writeStringField("terms", step.terms().id());
      }
      if (step.reason() != null) {
        json.writeStringField("reason", step.reason());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
