package huice.casework.employer;

import com.fasterxml.jackson.databind.JsonNode;
import huice.model.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A duty found not kept, as it was found, and what became of it. {@code worker} is the masked name
 * of whose case it was found in, null for the employer's own; {@code outcome} is the whole outcome,
 * null in lists; {@code opened}: whether the caller opened these reasons.
 */
public record FindingView(
    UUID id,
    UUID employer,
    String employerTitle,
    UUID record,
    @Nullable String worker,
    String scheme,
    Text title,
    String subject,
    String result,
    LocalDate on,
    YearMonth from,
    long factsVersion,
    String release,
    String program,
    String drools,
    JsonNode measures,
    @Nullable JsonNode outcome,
    Instant madeAt,
    UUID madeBy,
    boolean opened,
    @Nullable Said proposed,
    @Nullable Said answered) {

  /** Who handed it on or wrote down the answer. {@code answer} only in an answer. */
  @Schema(name = "FindingAct")
  public record Said(
      UUID by, String name, Instant at, @Nullable Answer answer, @Nullable String why) {}

  /** What an inspector answers. A closed list. */
  @Schema(name = "InspectorAnswer")
  public enum Answer {
    TAKEN_UP("taken-up", "已受理查处", "taken up"),
    NOT_TAKEN_UP("not-taken-up", "不予受理", "not taken up");

    private final String id;
    private final Text label;

    Answer(String id, String zh, String en) {
      this.id = id;
      this.label = Text.of(zh, en);
    }

    public String id() {
      return id;
    }

    public Text label() {
      return label;
    }

    static Answer of(String id) {
      for (Answer answer : values()) {
        if (answer.id.equals(id)) {
          return answer;
        }
      }
      throw new IllegalArgumentException(id);
    }
  }
}
