package huice.entry.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import huice.casework.Invalid;
import huice.entry.api.ProblemDetails.Fault;
import huice.model.Text;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads small bodies into records; what does not fit is refused with its place, not its value. */
@Singleton
class JsonBody {
  private final ObjectMapper json;

  JsonBody(ObjectMapper json) {
    this.json = json;
  }

  /**
   * The body as a record.
   *
   * @throws Refused when it is no JSON
   * @throws Invalid when it is another JSON
   */
  <T> T read(SentBody body, Class<T> type) {
    ObjectReader reader =
        json.readerFor(type)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    try {
      T read = reader.readValue(body.bytes());
      if (read == null) {
        throw unfit("");
      }
      return read;
    } catch (PropertyBindingException e) {
      throw new Invalid(
          pointer(e), Text.of("没有这一项", "there is no such field"), Text.of("去掉它", "leave it out"));
    } catch (JsonMappingException e) {
      throw unfit(pointer(e));
    } catch (JsonProcessingException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Invalid unfit(String pointer) {
    return new Invalid(
        pointer,
        Text.of("形式不对", "it has another form"),
        Text.of("见 /q/swagger-ui", "see /q/swagger-ui"));
  }

  private static String pointer(JsonMappingException fault) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : fault.getPath()) {
      String name = step.getFieldName();
      pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : name);
    }
    return pointer.toString();
  }

  private static Refused malformed(JsonProcessingException fault) {
    var place = fault.getLocation();
    return new Refused(
        ProblemKind.MALFORMED,
        ProblemKind.MALFORMED.remedy(),
        place == null
            ? List.of()
            : List.of(
                Fault.inText(
                    place.getLineNr(),
                    place.getColumnNr(),
                    Text.of("不是合法的 JSON", "this is not valid JSON"),
                    ProblemKind.MALFORMED.remedy())));
  }
}
