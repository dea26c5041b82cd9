package huice.casework.money;

import huice.casework.Invalid;
import huice.model.Text;
import java.math.BigDecimal;
import java.util.List;

/** Sums of money as they are entered: yuan with at most two decimals. Stateless. */
final class Sums {
  private static final BigDecimal MOST = new BigDecimal("999999999999.99");

  private Sums() {}

  static List<Invalid.Fault> faults(String pointer, BigDecimal sum, boolean zero) {
    boolean small = zero ? sum.signum() < 0 : sum.signum() <= 0;
    return small || sum.stripTrailingZeros().scale() > 2 || sum.compareTo(MOST) > 0
        ? List.of(
            new Invalid.Fault(
                pointer,
                Text.of("金额不对", "no such sum"),
                Text.of("写元，最多两位小数，如 1234.50", "yuan with two decimals, such as 1234.50")))
        : List.of();
  }

  static void check(String pointer, BigDecimal sum) {
    List<Invalid.Fault> faults = faults(pointer, sum, false);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }
}
