package huice.casework.complaint;

import com.fasterxml.jackson.annotation.JsonFormat;
import huice.casework.Invalid;
import huice.model.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as somebody makes it; only what it is about, which office is asked, and the text are
 * needed. {@code hidden}: the employer is not told that there is one.
 */
@Schema(name = "NewComplaint")
public record Sent(
    Topic topic,
    String office,
    Channel channel,
    String text,
    @Nullable String firm,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal amount,
    @Nullable String name,
    @Nullable String replyTo,
    boolean hidden) {
  private static final int LONGEST = 2_000;
  private static final int SHORT = 200;
  private static final BigDecimal MOST = new BigDecimal("10000000");

  /** How it came. */
  @Schema(name = "ComplaintChannel")
  public enum Channel {
    ONLINE,
    COUNTER,
    PHONE,
    LETTER
  }

  /** What is sealed of it. */
  record Content(
      String text,
      @Nullable String firm,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal amount,
      @Nullable String name,
      @Nullable String replyTo) {}

  Content content() {
    return new Content(text, firm, amount, name, replyTo);
  }

  /** Lets one pass that can be kept. */
  void check(List<String> offices) {
    List<Invalid.Fault> faults = new ArrayList<>();
    if (!offices.contains(office)) {
      faults.add(
          new Invalid.Fault(
              "/office",
              Text.of("没有这个经办机构", "there is no such office"),
              Text.of("请选择一个", "choose one")));
    }
    fits("/text", text, LONGEST, faults);
    fits("/firm", firm, SHORT, faults);
    fits("/name", name, SHORT, faults);
    fits("/replyTo", replyTo, SHORT, faults);
    if (amount != null
        && (amount.signum() <= 0
            || amount.compareTo(MOST) > 0
            || amount.stripTrailingZeros().scale() > 2)) {
      faults.add(
          new Invalid.Fault(
              "/amount",
              Text.of("金额不对", "no such sum"),
              Text.of("写大于零的数，不清楚就不写", "more than 0, or leave it out")));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  static void fits(String field, @Nullable String text, int most, List<Invalid.Fault> faults) {
    if (text != null && (text.isBlank() || text.length() > most || text.indexOf('\0') >= 0)) {
      faults.add(
          new Invalid.Fault(
              field,
              Text.of("没有填写，或者太长", "it is empty or too long"),
              Text.of("最多 " + most + " 个字", "at most " + most + " characters")));
    }
  }
}
