package huice.casework.run;

import huice.model.Result;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run made of one scheme for one subject; the fields as in {@link huice.engine.Brief}. Do
 * not write to the bytes.
 */
public record Stated(
    String scheme,
    String subject,
    Result result,
    byte[] states,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    boolean payable) {

  /** Whether the amount is known exactly. */
  public boolean exact() {
    return low != null && low.equals(high);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Stated o
        && scheme.equals(o.scheme)
        && subject.equals(o.subject)
        && result == o.result
        && Arrays.equals(states, o.states)
        && Objects.equals(low, o.low)
        && Objects.equals(high, o.high)
        && payable == o.payable;
  }

  @Override
  public int hashCode() {
    return Objects.hash(scheme, subject, result, Arrays.hashCode(states), low, high, payable);
  }

  @Override
  public String toString() {
    return String.join(
        " ",
        scheme,
        subject,
        result.name(),
        HexFormat.of().formatHex(states),
        low + ".." + high,
        payable ? "payable" : "indicative");
  }
}
