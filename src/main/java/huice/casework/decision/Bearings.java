package huice.casework.decision;

import huice.model.Amount;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.model.Result;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an outcome means for whoever applied. Stateless. */
final class Bearings {
  private Bearings() {}

  /**
   * The bearing of an outcome for a claim ({@code null}: no sum named), beside what has effect now
   * ({@code null}: nothing yet).
   */
  static Bearing of(Outcome outcome, @Nullable BigDecimal claimed, @Nullable Outcome effective) {
    Result result = outcome.outcome();
    if (result == Result.UNSETTLED || result == Result.NOT_EVALUATED || outcome.indicative()) {
      return Bearing.UNSETTLED;
    }
    if (result == Result.NEEDS_INFO) {
      return Bearing.LACKING;
    }
    if (refusal(result) || shortened(outcome) || !outcome.givenUp().isEmpty()) {
      return Bearing.ADVERSE;
    }
    BigDecimal sum = sum(outcome);
    if (less(sum, claimed)) {
      return Bearing.ADVERSE;
    }
    return effective != null && less(outcome, effective) ? Bearing.ADVERSE : Bearing.FAVOURABLE;
  }

  /** What a person decided instead. */
  static Bearing of(
      Result result,
      @Nullable BigDecimal amount,
      @Nullable BigDecimal claimed,
      @Nullable BigDecimal effective) {
    return refusal(result) || less(amount, claimed) || less(amount, effective)
        ? Bearing.ADVERSE
        : Bearing.FAVOURABLE;
  }

  /** For whoever applied for it, what is not owed is refused. */
  static boolean refusal(Result result) {
    return result.adverse() || result == Result.NOT_DUE;
  }

  private static boolean shortened(Outcome outcome) {
    return outcome.months().stream().anyMatch(month -> refusal(month.outcome()));
  }

  /** Whether an outcome gives less than another: a sum or months. */
  static boolean less(Outcome now, Outcome before) {
    return less(sum(now), sum(before)) || months(now) < months(before);
  }

  static boolean less(@Nullable BigDecimal sum, @Nullable BigDecimal other) {
    return other != null && sum != null && sum.compareTo(other) < 0;
  }

  private static long months(Outcome outcome) {
    return outcome.months().stream()
        .filter(month -> month.outcome().favourable())
        .mapToLong(Bearings::length)
        .sum();
  }

  private static long length(MonthLine line) {
    return line.month().until(line.to(), ChronoUnit.MONTHS) + 1;
  }

  /** What it comes to; null when that is not set or not known. */
  static @Nullable BigDecimal sum(Outcome outcome) {
    Amount amount = outcome.amount();
    if (amount != null || outcome.months().isEmpty()) {
      return amount == null ? null : amount.value();
    }
    return sum(outcome.months());
  }

  private static @Nullable BigDecimal sum(List<MonthLine> lines) {
    BigDecimal sum = BigDecimal.ZERO.setScale(2);
    for (MonthLine line : lines) {
      if (!line.outcome().favourable()) {
        continue;
      }
      Amount amount = line.amount();
      BigDecimal each = amount == null ? null : amount.value();
      if (each == null) {
        return null;
      }
      sum = sum.add(each.multiply(BigDecimal.valueOf(length(line))));
    }
    return sum;
  }
}
