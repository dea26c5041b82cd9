package huice.twin;

import huice.model.Result;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the twin makes of one scheme for one subject: overall, month by month for monthly schemes,
 * what is paid, and by when something is owed.
 */
record Verdict(
    String scheme,
    String subject,
    Result outcome,
    List<Result> months,
    @Nullable Sum sum,
    @Nullable LocalDate due) {

  /** Between two ends, before rounding; {@code unset} when a parameter is not published. */
  record Sum(@Nullable BigDecimal lo, @Nullable BigDecimal hi, boolean unset) {
    static final Sum UNSET = new Sum(null, null, true);

    Sum plus(Sum other) {
      return new Sum(plus(lo, other.lo), plus(hi, other.hi), unset || other.unset);
    }

    private static @Nullable BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
      return a == null || b == null ? null : a.add(b);
    }

    String shown() {
      if (unset) {
        return "not set";
      }
      return lo != null && hi != null && lo.compareTo(hi) == 0
          ? fen(lo)
          : fen(lo) + " to " + fen(hi);
    }

    /** Sums are kept thrice, so that two thirds stay exact. */
    private static String fen(@Nullable BigDecimal thrice) {
      return thrice == null
          ? "?"
          : thrice.divide(BigDecimal.valueOf(3), 2, RoundingMode.HALF_UP).toPlainString();
    }
  }

  static Verdict of(String scheme, String subject, Result outcome) {
    return new Verdict(scheme, subject, outcome, List.of(), null, null);
  }
}
