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
 * back; {@code monthly} the instalment, {@code plan} month by month once it is decided; {@code by}
 * who proposed it.
 */
@Schema(name = "Recovery")
public record RecoveryView(
    UUID id,
    UUID application,
    UUID decision,
    UUID payee,
    String payeeName,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
    State state,
    Text stateText,
    @Nullable Cause cause,
    @Nullable LocalDate answerUntil,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal monthly,
    @Nullable Integer instalments,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal left,
    List<Instalment> plan,
    List<Done> acts,
    UUID by,
    int version) {
  public RecoveryView {
    plan = List.copyOf(plan);
    acts = List.copyOf(acts);
  }

  /** Who caused that too much was paid; never set by a rule. */
  public enum Cause {
    OFFICE,
    APPLICANT,
    NEITHER
  }

  /** Why nothing is to come back. */
  @Schema(name = "WriteOffCode")
  public enum Code {
    OFFICE_ERROR("本机构的差错，本人没有察觉的理由", "the office's error, which the person could not notice"),
    SPENT("已用于生活，追回会使生活困难", "spent on living, and recovery would cause hardship"),
    COSTS("追回的费用多于所得", "recovery costs more than it brings"),
    TOO_LATE("时间太久", "too long ago"),
    DIED("本人已去世", "the person has died"),
    OTHER("其他，写在理由里", "another reason, in words");

    private final Text label;

    Code(String zh, String en) {
      this.label = Text.of(zh, en);
    }

    public Text label() {
      return label;
    }
  }

  /** Where it stands. */
  @Schema(name = "RecoveryState")
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

    /** Whether it is under way. */
    public boolean open() {
      return this == PROPOSED || this == NOTICED || this == DECIDED;
    }
  }

  /** What is to come back in a month ({@code yyyy-MM}), and what did. */
  @Schema(name = "RecoveryInstalment")
  public record Instalment(
      String month,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal paid) {}

  /** Something that was done. */
  @Schema(name = "RecoveryAct")
  public record Done(String kind, LocalDate onDay, JsonNode content, Instant at, UUID by) {}
}
