package huice.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * Values as one {@code long}: dates as days since 1970-01-01, money and counts in millionths,
 * yes/no as 1/0, choices by their place in the declared list. {@link #NEVER} stands for a date
 * known not to have come, {@link #LOW} and {@link #HIGH} for an unbounded end of an interval,
 * {@link #NO_CHOICE} for a choice known to be none.
 */
public final class Raw {
  public static final long ONE = 1_000_000L;
  public static final long LOW = Long.MIN_VALUE;
  public static final long HIGH = Long.MAX_VALUE;
  public static final long NEVER = Long.MAX_VALUE / 2;
  public static final long NO_CHOICE = -1;

  private Raw() {}

  public static long of(LocalDate date) {
    return date.toEpochDay();
  }

  public static long of(long whole) {
    return Math.multiplyExact(whole, ONE);
  }

  /** Exact; throws ArithmeticException when more than six decimals or too large. */
  public static long of(BigDecimal number) {
    return number.movePointRight(6).longValueExact();
  }

  public static BigDecimal decimal(long raw) {
    BigDecimal value = BigDecimal.valueOf(raw, 6).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0, RoundingMode.UNNECESSARY) : value;
  }

  public static LocalDate date(long raw) {
    return LocalDate.ofEpochDay(raw);
  }
}
