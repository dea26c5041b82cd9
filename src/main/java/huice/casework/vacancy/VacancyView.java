package huice.casework.vacancy;

import com.fasterxml.jackson.annotation.JsonFormat;
import huice.model.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A vacancy as people see it. {@code checkBy} and {@code checkWhy}: until when the office has to
 * check it and which rule says so, {@code offers}: how often it was offered, {@code blocked}: words
 * that stand in it and must not since the list was changed; these for the office only.
 */
@Schema(name = "Vacancy")
public record VacancyView(
    UUID id,
    State state,
    String office,
    Text source,
    String firm,
    String title,
    String skill,
    Text skillText,
    String duties,
    @Nullable String needs,
    Reach reach,
    String place,
    @Nullable String township,
    int positions,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal payLow,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal payHigh,
    Draft.PayPer payPer,
    String workingTime,
    String contract,
    String insurance,
    String apply,
    LocalDate receivedOn,
    LocalDate expiresOn,
    @Nullable LocalDate checkedOn,
    @Nullable LocalDate checkBy,
    @Nullable Text checkWhy,
    boolean overdue,
    int offers,
    List<String> blocked,
    int version) {
  public VacancyView {
    blocked = List.copyOf(blocked);
  }

  /** How a vacancy stands. */
  @Schema(name = "VacancyState")
  public enum State {
    ENTERED("待核实", "to be checked", "open"),
    OPEN("招聘中", "open", "good"),
    NOT_CONFIRMED("核实不属实", "not confirmed", "bad"),
    EXPIRED("已过期", "expired", "quiet"),
    WITHDRAWN("已撤下", "taken down", "quiet"),
    BLOCKED("已停止展示", "blocked", "bad");

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
  }

  /** The pay as people read it. */
  public Text pay() {
    String sum =
        payHigh == null || payHigh.compareTo(payLow) == 0
            ? payLow.toPlainString()
            : payLow.toPlainString() + "–" + payHigh.toPlainString();
    return switch (payPer) {
      case MONTH -> Text.of(sum + " 元/月", sum + " yuan a month");
      case DAY -> Text.of(sum + " 元/日", sum + " yuan a day");
      case HOUR -> Text.of(sum + " 元/小时", sum + " yuan an hour");
      case PIECE -> Text.of(sum + " 元/件", sum + " yuan a piece");
    };
  }
}
