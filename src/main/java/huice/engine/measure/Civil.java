package huice.engine.measure;

import huice.model.Raw;

/**
 * Days and months by the calendar, on plain numbers: a day is days since 1970-01-01, a month is
 * year × 12 + month − 1. Terms by 民法典 §§201–203: the first day is not counted, the last day is the
 * one with the same number, or the last of the month where there is none.
 */
final class Civil {
  private static final int DAYS_TO_1970 = 719_468;
  private static final int DAYS_IN_ERA = 146_097;

  private Civil() {}

  /** Whether this is a day of the calendar, not an open end or {@link Raw#NEVER}. */
  static boolean isDay(long raw) {
    return raw > -Raw.NEVER && raw < Raw.NEVER;
  }

  /** Month and day of month in one number: month × 32 + day. */
  private static long split(long day) {
    long z = day + DAYS_TO_1970;
    long era = Math.floorDiv(z, (long) DAYS_IN_ERA);
    long dayOfEra = z - era * DAYS_IN_ERA;
    long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long march = (5 * dayOfYear + 2) / 153;
    long dayOfMonth = dayOfYear - (153 * march + 2) / 5 + 1;
    return ((yearOfEra + era * 400) * 12 + march + 2) * 32 + dayOfMonth;
  }

  static long month(long day) {
    return split(day) >> 5;
  }

  /** First day of a month. */
  static long first(long month) {
    long march = month - 2;
    long year = Math.floorDiv(march, 12L);
    long monthOfYear = march - year * 12;
    long era = Math.floorDiv(year, 400L);
    long yearOfEra = year - era * 400;
    long dayOfYear = (153 * monthOfYear + 2) / 5;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * DAYS_IN_ERA + dayOfEra - DAYS_TO_1970;
  }

  static long monthStart(long day) {
    long split = split(day);
    return day - (split & 31) + 1;
  }

  static long monthEnd(long day) {
    return first(month(day) + 1) - 1;
  }

  private static int length(long month) {
    int ofYear = (int) Math.floorMod(month, 12L);
    if (ofYear == 1) {
      long year = Math.floorDiv(month, 12L);
      return (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return ofYear == 3 || ofYear == 5 || ofYear == 8 || ofYear == 10 ? 30 : 31;
  }

  /** Same day of month, or the last day of that month where there is none (民法典 §202). */
  static long addMonths(long day, long months) {
    long split = split(day);
    long month = (split >> 5) + months;
    return first(month) + Math.min(split & 31, length(month)) - 1;
  }

  /** Whole months from a day to a later one; 0 when it is not later. */
  static long months(long from, long to) {
    if (to <= from) {
      return 0;
    }
    long first = split(from);
    long last = split(to);
    long between = (last >> 5) - (first >> 5);
    long day = last & 31;
    boolean unfinished = day < (first & 31) && (day < 28 || day < length(last >> 5));
    return unfinished ? between - 1 : between;
  }

  /** The day on which an age is reached: the birthday, 1 March for 29 February. */
  static long birthday(long birth, long age) {
    long split = split(birth);
    return first((split >> 5) + age * 12) + (split & 31) - 1;
  }

  /** Full years of age; 0 before birth. */
  static long age(long birth, long at) {
    if (at <= birth) {
      return 0;
    }
    long first = split(birth);
    long last = split(at);
    long months = (last >> 5) - (first >> 5);
    return ((last & 31) < (first & 31) ? months - 1 : months) / 12;
  }

  static boolean weekend(long day) {
    return Math.floorMod(day + 3, 7) >= 5;
  }
}
