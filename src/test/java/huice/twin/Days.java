package huice.twin;

import huice.model.Raw;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Terms by the Civil Code, with the calendar of the JDK. Open ends and never stay what they are.
 */
final class Days {
  private Days() {}

  static boolean isDay(long raw) {
    return raw > -Raw.NEVER && raw < Raw.NEVER;
  }

  static long addMonths(long day, long months) {
    return isDay(day) ? LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay() : day;
  }

  static long addDays(long day, long days) {
    return isDay(day) ? day + days : day;
  }

  static long monthStart(long day) {
    return isDay(day) ? LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay() : day;
  }

  /** Whole months from a day to a later one; a day missing at the end of a month is its last. */
  static long months(long from, long to) {
    if (to <= from) {
      return 0;
    }
    LocalDate first = LocalDate.ofEpochDay(from);
    LocalDate last = LocalDate.ofEpochDay(to);
    long months = ChronoUnit.MONTHS.between(first, last);
    return first.plusMonths(months + 1).isAfter(last) ? months : months + 1;
  }

  /** The day on which an age is reached: the birthday, 1 March for 29 February. */
  static long birthday(long birth, long age) {
    if (!isDay(birth)) {
      return birth;
    }
    LocalDate born = LocalDate.ofEpochDay(birth);
    LocalDate day = born.plusYears(age);
    return (day.getDayOfMonth() < born.getDayOfMonth() ? day.plusDays(1) : day).toEpochDay();
  }
}
