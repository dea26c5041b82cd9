package huice.simulation.impact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What outcomes cost together: exact amounts as a sum, ranges as a range, and how many are not set,
 * which are in no sum. Used by one thread.
 */
final class Spending {
  private long exact;
  private BigDecimal sum = BigDecimal.ZERO;
  private long ranges;
  private BigDecimal low = BigDecimal.ZERO;
  private BigDecimal high = BigDecimal.ZERO;
  private long unbounded;
  private long notSet;

  void add(Worth worth) {
    switch (worth.kind()) {
      case NONE -> {}
      case EXACT -> {
        exact++;
        sum = plus(sum, worth.low());
      }
      case RANGE -> {
        ranges++;
        low = plus(low, worth.low());
        high = plus(high, worth.high());
        unbounded += worth.high() == null ? 1 : 0;
      }
      case NOT_SET -> notSet++;
    }
  }

  void add(Spending other) {
    exact += other.exact;
    sum = sum.add(other.sum);
    ranges += other.ranges;
    low = low.add(other.low);
    high = high.add(other.high);
    unbounded += other.unbounded;
    notSet += other.notSet;
  }

  boolean empty() {
    return exact + ranges + notSet == 0;
  }

  Impact.Sum told() {
    return new Impact.Sum(
        exact,
        money(sum),
        ranges,
        ranges == 0 ? null : money(low),
        ranges == 0 || unbounded > 0 ? null : money(high),
        notSet);
  }

  private static BigDecimal plus(BigDecimal sum, @Nullable BigDecimal one) {
    return one == null ? sum : sum.add(one);
  }

  private static String money(BigDecimal sum) {
    return sum.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
  }
}
