package huice.casework.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import huice.model.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Getting back what was overpaid: {@code cause} as an officer found, null while nobody did; {@code
 * answerUntil} the last day to answer, null before the notice; {@code left} what is still to come
 * back; {@code monthly} the instalment.
 */
@Schema(name = "Recovery")
public record RecoveryView(
    UUID id,
    UUID application,
    UUID decision,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
    State state,
    Text stateText,
    @Nullable Cause cause,
    @Nullable LocalDate answerUntil,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal monthly,
    @Nullable Integer instalments,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal left,
    List<Done> acts,
    int version) {
  public RecoveryView {
    acts = List.copyOf(acts);
  }

  /** Who caused that too much was paid; never set by a rule. */
  public enum Cause {
    OFFICE,
    APPLICANT,
    NEITHER
  }

  /** Where it stands. */
  public enum State {
    PROPOSED("拟追回，尚未告知", "proposed, not told"),
    NOTICED("已告知，听取意见", "told, time to answer"),
    DECIDED("决定追回，分期", "decided, in instalments"),
    WRITTEN_OFF("决定不追回", "written off"),
    DROPPED("不再办理", "dropped"),
    SETTLED("已还清", "settled");

    private final Text label;

    State(String zh, String en) {
      this.label = Text.of(zh, en);
    }

    public Text label() {
      return label;
    }
  }

  /** Something that was done. */
  @Schema(name = "RecoveryAct")
  public record Done(String kind, LocalDate onDay, JsonNode content, Instant at, UUID by) {}
}
