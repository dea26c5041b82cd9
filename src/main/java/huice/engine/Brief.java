package huice.engine;

import huice.model.Result;
import huice.model.Truth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the rules make of one scheme for one subject, in brief: what an outcome says but for its
 * words. {@code subject} as the outcome names it. {@code states} holds two bits a condition of the
 * deciding line's version, in the order of the file, four to a byte (0 unknown, 1 met, 2 not met);
 * empty when no version is in force. {@code low} and {@code high} are equal when the amount is
 * exact, null where it has no end, is not set, or there is none. {@code payable} is false where the
 * policy is a draft. Immutable; {@code states} must not be written to.
 */
public record Brief(
    String scheme,
    @Nullable String subject,
    Result result,
    byte[] states,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    boolean payable,
    @Nullable LocalDate recheckOn) {

  private static final int BITS = 2;
  private static final int IN_A_BYTE = 4;
  private static final int MASK = 3;

  static byte[] pack(Truth[] truths) {
    byte[] states = new byte[(truths.length + IN_A_BYTE - 1) / IN_A_BYTE];
    for (int i = 0; i < truths.length; i++) {
      int state =
          switch (truths[i]) {
            case UNKNOWN -> 0;
            case MET -> 1;
            case NOT_MET -> 2;
          };
      states[i / IN_A_BYTE] |= (byte) (state << BITS * (i % IN_A_BYTE));
    }
    return states;
  }

  /** Whether a condition, by its place in the file, is met, not met or unknown. */
  public Truth state(int condition) {
    return state(states, condition);
  }

  /** As {@link #state(int)}, of states that were kept. */
  public static Truth state(byte[] states, int condition) {
    return switch (states[condition / IN_A_BYTE] >> BITS * (condition % IN_A_BYTE) & MASK) {
      case 0 -> Truth.UNKNOWN;
      case 1 -> Truth.MET;
      case 2 -> Truth.NOT_MET;
      default -> throw new IllegalArgumentException("no such state");
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Brief brief
        && scheme.equals(brief.scheme)
        && Objects.equals(subject, brief.subject)
        && result == brief.result
        && Arrays.equals(states, brief.states)
        && Objects.equals(low, brief.low)
        && Objects.equals(high, brief.high)
        && payable == brief.payable
        && Objects.equals(recheckOn, brief.recheckOn);
  }

  @Override
  public int hashCode() {
    return Objects.hash(scheme, subject, result, Arrays.hashCode(states), low, high, recheckOn);
  }

  @Override
  public String toString() {
    return scheme
        + " "
        + subject
        + " "
        + result
        + " "
        + java.util.HexFormat.of().formatHex(states)
        + " "
        + low
        + " to "
        + high
        + (payable ? "" : " indicative")
        + " recheck "
        + recheckOn;
  }
}
