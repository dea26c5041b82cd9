package huice.casework.complaint;

import com.fasterxml.jackson.annotation.JsonFormat;
import huice.model.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as the office sees it. In lists without its words: {@code text}, {@code name} and the
 * like are null there and {@code acts} is empty.
 */
@Schema(name = "Complaint")
public record ComplaintView(
    UUID id,
    Topic topic,
    Text topicText,
    String office,
    Sent.Channel channel,
    boolean hidden,
    LocalDate receivedOn,
    @Nullable LocalDate dueOn,
    Text dueWhy,
    boolean overdue,
    State state,
    @Nullable UUID firm,
    @Nullable String firmTitle,
    @Nullable String text,
    @Nullable String firmNamed,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal amount,
    @Nullable String name,
    @Nullable String replyTo,
    List<Did> acts,
    int version) {
  public ComplaintView {
    acts = List.copyOf(acts);
  }

  /** Whether the office has answered at least once. */
  public boolean answered() {
    return acts.stream().anyMatch(act -> act.step() == Step.ANSWERED);
  }

  /** How a complaint stands. */
  @Schema(name = "ComplaintState")
  public enum State {
    OPEN("待答复", "to be answered", "open"),
    ANSWERED("已答复", "answered", "good"),
    MONEY_OPEN("已答复，钱未到手", "answered, the money is not there", "open"),
    MONEY_RECEIVED("钱已收到，办结", "money received, closed", "good"),
    WITHDRAWN("本人撤回", "withdrawn", "quiet");

    private final Text label;
    private final String mark;

    State(String zh, String en, String mark) {
      this.label = Text.of(zh, en);
      this.mark = mark;
    }

    public Text label() {
      return label;
    }

    public String mark() {
      return mark;
    }

    public boolean over() {
      return this != OPEN && this != MONEY_OPEN;
    }

    /** Whether the person may say that it is not solved: whatever an office wrote can be opened. */
    public boolean contestable() {
      return this != OPEN;
    }
  }

  /** Something that was done, by an officer or by the person with the number. */
  @Schema(name = "ComplaintAct")
  public record Did(Step step, Text stepText, LocalDate onDay, String text, boolean person) {}
}
