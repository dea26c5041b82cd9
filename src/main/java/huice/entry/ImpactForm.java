package huice.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.simulation.impact.Impact;
import huice.simulation.impact.ImpactCsv;
import huice.simulation.impact.ImpactHtml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form in which an impact can be taken away. */
public enum ImpactForm {
  HTML("text/html; charset=UTF-8"),
  CSV("text/csv; charset=UTF-8"),
  JSON("application/json");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String type;

  ImpactForm(String type) {
    this.type = type;
  }

  public static Optional<ImpactForm> of(String id) {
    for (ImpactForm form : values()) {
      if (form.id().equals(id)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  public static List<String> ids() {
    return List.of(HTML.id(), CSV.id(), JSON.id());
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The media type. */
  public String type() {
    return type;
  }

  public byte[] bytes(Impact impact) {
    return switch (this) {
      case HTML -> ImpactHtml.document(impact).getBytes(StandardCharsets.UTF_8);
      case CSV -> ImpactCsv.of(impact);
      case JSON -> json(impact);
    };
  }

  private static byte[] json(Impact impact) {
    try {
      String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(impact);
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
