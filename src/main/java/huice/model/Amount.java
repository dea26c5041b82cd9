package huice.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sum with its arithmetic. Exactly one of: {@code value} known; a range from {@code low} to
 * {@code high} (either may be null when unbounded) because facts are unknown; or not set, because a
 * parameter is not published ({@code notSet} names it). Yuan, rounded once.
 */
public record Amount(
    @Nullable BigDecimal value,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    List<String> notSet,
    @Nullable String cap,
    List<Step> steps,
    List<Share> shares) {

  /** One line of arithmetic in words, with the value it gave. */
  public record Step(Text text, String value) {}

  /** Who is paid how much. */
  public record Share(String to, BigDecimal value) {}

  public Amount {
    notSet = List.copyOf(notSet);
    steps = List.copyOf(steps);
    shares = List.copyOf(shares);
  }

  public boolean isSet() {
    return value != null;
  }
}
