package huice.casework.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import huice.model.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment batch: made by one person, released by another, then answered by the bank. */
@Schema(name = "Batch")
public record BatchView(
    UUID id,
    String number,
    String fund,
    Text fundText,
    int year,
    State state,
    LocalDate madeOn,
    UUID madeBy,
    @Nullable Instant releasedAt,
    @Nullable UUID releasedBy,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
    int count,
    int paid,
    int failed,
    int takenBack,
    List<Line> lines) {
  public BatchView {
    lines = List.copyOf(lines);
  }

  /** Where a batch stands. */
  @Schema(name = "BatchState")
  public enum State {
    MADE("待复核放行", "waits for release"),
    RELEASED("已放行，等银行回单", "released, waits for the bank"),
    ANSWERED("银行已全部回单", "answered by the bank"),
    DROPPED("已作废", "dropped");

    private final Text label;

    State(String zh, String en) {
      this.label = Text.of(zh, en);
    }

    public Text label() {
      return label;
    }
  }

  /**
   * One payment; {@code paid} null until the bank answered; {@code takenBackOn}: it was paid, and
   * came back on that day for that reason.
   */
  @Schema(name = "BatchLine")
  public record Line(
      int no,
      String payee,
      String account,
      String scheme,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
      @Nullable Boolean paid,
      @Nullable String reason,
      @Nullable LocalDate answeredOn,
      @Nullable LocalDate takenBackOn) {}
}
