package huice.casework.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a due day rests on, as it was when the task was made: rule, clauses, who adopted it, the day
 * it counts from and the parameters. {@code asked}: facts that are missing to set the day.
 */
@Schema(name = "TaskBasis")
public record Basis(
    String scheme,
    String title,
    List<String> clauses,
    String file,
    int line,
    @Nullable String adoptedBy,
    @Nullable String adoptedFrom,
    @Nullable String since,
    @Nullable String rhythm,
    List<Used> parameters,
    List<String> notSet,
    List<String> asked,
    List<Item> items) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A parameter with the version that was used; {@code value} null: not published. */
  @Schema(name = "TaskParameter")
  public record Used(
      String name, @Nullable String value, @Nullable String from, @Nullable String reference) {}

  /** Something to be offered a number of times. */
  @Schema(name = "TaskItem")
  public record Item(String name, String target, String done) {}

  public Basis {
    clauses = List.copyOf(clauses);
    parameters = List.copyOf(parameters);
    notSet = List.copyOf(notSet);
    asked = List.copyOf(asked);
    items = List.copyOf(items);
  }

  /** The rhythm with the parameters' values in place of their names; empty when there is none. */
  public String inWords() {
    String words = rhythm == null ? "" : rhythm;
    for (Used used : parameters) {
      String value = used.value();
      if (value != null) {
        words =
            words.replace("〔" + used.name() + "〕", " " + value.replaceAll("[^0-9.].*", "") + " ");
      }
    }
    return words;
  }

  String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Basis of(String text) {
    try {
      return JSON.readValue(text, Basis.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
