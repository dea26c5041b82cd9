package huice.casework.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import huice.model.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a decision in effect grants, and what became of each month. {@code fund} is null for schemes
 * that are not paid out here; {@code place}: in the queue of the fund, null when nothing waits;
 * {@code payees}: who is paid, each to an account of its own; of what is not split only one.
 */
@Schema(name = "Award")
public record AwardView(
    UUID application,
    UUID record,
    UUID payee,
    String payeeName,
    String scheme,
    Text title,
    String office,
    @Nullable UUID decision,
    boolean held,
    @Nullable String fund,
    @Nullable Rhythm rhythm,
    LocalDate completeOn,
    List<Month> months,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal paid,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal over,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal under,
    @Nullable Integer place,
    @Nullable String account,
    List<Payee> payees) {
  public AwardView {
    months = List.copyOf(months);
    payees = List.copyOf(payees);
  }

  /**
   * Who is paid: {@code share} is the name that the outcome splits its sum by, empty for the whole;
   * {@code account} the last four digits, null when there is none that counts.
   */
  @Schema(name = "AwardPayee")
  public record Payee(UUID record, String share, String name, @Nullable String account) {}

  /** How a month stands. */
  public enum Standing {
    /** Granted, without a sum: nothing is published. */
    NOT_SET("金额未公布", "sum not set"),
    /** Its period is not over. */
    NOT_YET("未到申领时间", "not yet to be claimed"),
    CLAIMABLE("可以申领", "to be claimed"),
    WAITS("已申领，排队中", "claimed, in the queue"),
    IN_BATCH("已列入支付批次", "in a payment batch"),
    PAID("银行确认已付", "paid"),
    /** Paid once, taken back by the bank, and no longer granted. */
    TAKEN_BACK("银行已退回，现已不予核发", "taken back by the bank, no longer granted"),
    /** Paid before, and no longer granted. */
    NO_LONGER("已付，现已不予核发", "paid, no longer granted");

    private final Text label;

    Standing(String zh, String en) {
      this.label = Text.of(zh, en);
    }

    public Text label() {
      return label;
    }
  }

  /**
   * {@code granted} null: not set, or no longer granted; {@code from}: claimable from that month;
   * {@code takenBackOn}: the bank took a payment of it back, the latest time on that day.
   */
  @Schema(name = "AwardMonth")
  public record Month(
      String period,
      String share,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal granted,
      Standing standing,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal paid,
      @Nullable UUID batch,
      @Nullable Integer line,
      @Nullable LocalDate paidOn,
      @Nullable LocalDate takenBackOn,
      @Nullable String claimableFrom) {}
}
