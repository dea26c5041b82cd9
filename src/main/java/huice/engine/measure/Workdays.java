package huice.engine.measure;

import org.jspecify.annotations.Nullable;

/**
 * Working days: all but Saturdays, Sundays and the days of a list parameter. In years of which the
 * list holds no day nobody has published the days off: there a day may be off for as long as any
 * holiday has ever lasted, and a reading that turns on it is unsettled, never adverse.
 */
record Workdays(@Nullable ListParameter holidays) {
  /** No holiday keeps offices closed for longer, weekends included. */
  private static final int LONGEST_HOLIDAY = 15;

  /** No year has more days off that are not weekends. */
  private static final int MOST_A_YEAR = 40;

  /** Only weekends are off. */
  static final Workdays WEEKENDS = new Workdays(null);

  private static final Known NONE = new Known(new long[0], Long.MIN_VALUE, Long.MAX_VALUE);

  /** The days off as known at this moment. */
  Known known(Frame frame) {
    if (holidays == null) {
      return NONE;
    }
    long[] days = holidays.values(frame);
    return days == null || days.length == 0
        ? new Known(new long[0], Long.MAX_VALUE, Long.MIN_VALUE)
        : new Known(days, year(days[0]), year(days[days.length - 1]));
  }

  /** Tells that the list is missing, when a year it does not cover came into play. */
  void tell(Known known, Frame frame) {
    if (holidays != null && known.asked) {
      frame.unset(holidays.name());
    }
  }

  private static long year(long day) {
    return Math.floorDiv(Civil.month(day), 12L);
  }

  /** Days off with the first and last year they cover. One thread, one use. */
  static final class Known {
    private final long[] days;
    private final long first;
    private final long last;

    /** Whether a year that nobody published came into play. */
    private boolean asked;

    private Known(long[] days, long first, long last) {
      this.days = days;
      this.first = first;
      this.last = last;
    }

    private boolean published(long day) {
      if (this == NONE) {
        return true;
      }
      long year = year(day);
      boolean known = year >= first && year <= last;
      asked |= !known;
      return known;
    }

    private long roll(long day, int direction) {
      long result = day;
      while (Civil.weekend(result) || ListParameter.contains(days, result)) {
        result += direction;
      }
      return result;
    }

    long next(long day, boolean late) {
      long result = roll(day, 1);
      return published(result) || !late ? result : roll(result + LONGEST_HOLIDAY, 1);
    }

    long previous(long day, boolean late) {
      long result = roll(day, -1);
      return published(result) || late ? result : roll(result - LONGEST_HOLIDAY, -1);
    }

    /** The working day that is so many after a day. */
    long after(long day, long number, boolean late) {
      long result = day;
      for (long left = number; left > 0; left--) {
        result = roll(result + 1, 1);
      }
      boolean open = !published(day) | !published(result);
      long years = year(result) - year(day) + 1;
      return open && late ? result + years * MOST_A_YEAR : result;
    }
  }
}
