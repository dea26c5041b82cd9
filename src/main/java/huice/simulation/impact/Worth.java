package huice.simulation.impact;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an outcome pays. The ends are there for an exact amount, equal, and for a range as far as it
 * has them. An amount that is not set is none of these, and never 0.
 */
record Worth(Kind kind, @Nullable BigDecimal low, @Nullable BigDecimal high) {
  static final Worth NOTHING = new Worth(Kind.NONE, null, null);
  static final Worth NOT_SET = new Worth(Kind.NOT_SET, null, null);

  enum Kind {
    /** Nothing is paid: the rule pays nothing, or it gives way to another. */
    NONE,
    EXACT,
    RANGE,
    NOT_SET
  }

  static Worth between(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    boolean exact = low != null && high != null && low.compareTo(high) == 0;
    return new Worth(exact ? Kind.EXACT : Kind.RANGE, low, high);
  }

  /** More (positive) or less than another; null when that cannot be said. */
  @Nullable Integer compared(Worth other) {
    if (kind == Kind.NOT_SET || other.kind == Kind.NOT_SET) {
      return null;
    }
    Integer lows = compared(least(), other.least());
    Integer highs = compared(most(), other.most());
    if (lows == null || highs == null) {
      return null;
    }
    return lows * highs < 0 ? null : Integer.valueOf(Integer.signum(lows + highs));
  }

  private static @Nullable Integer compared(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? null : Integer.valueOf(a.compareTo(b));
  }

  private @Nullable BigDecimal least() {
    return kind == Kind.NONE ? BigDecimal.ZERO : low;
  }

  private @Nullable BigDecimal most() {
    return kind == Kind.NONE ? BigDecimal.ZERO : high;
  }

  /** By how much two sums differ at most, for putting cases in order; 0 when it cannot be said. */
  static BigDecimal apart(Worth a, Worth b) {
    BigDecimal lows = apart(a.least(), b.least());
    return lows.max(apart(a.most(), b.most()));
  }

  private static BigDecimal apart(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? BigDecimal.ZERO : a.subtract(b).abs();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Worth worth
        && kind == worth.kind
        && same(low, worth.low)
        && same(high, worth.high);
  }

  private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? a == b : a.compareTo(b) == 0;
  }

  @Override
  public int hashCode() {
    return kind.hashCode();
  }
}
