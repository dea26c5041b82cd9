package huice.twin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Last days of periods that move off weekends and public holidays. In a year whose holidays nobody
 * published a day may be off for up to fifteen days, and what turns on it is the policy's gap.
 */
final class Holidays {
  private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
  private static final LocalDate TO = LocalDate.of(2027, 12, 31);
  private static final int LONGEST = 15;

  private final Set<LocalDate> days;

  Holidays(Set<LocalDate> days) {
    this.days = days;
  }

  /** {@code version}: the day that chooses the list in force. */
  Span next(Span last, LocalDate version) {
    return moved(last, 1, inForce(version));
  }

  Span previous(Span last, LocalDate version) {
    return moved(last, -1, inForce(version));
  }

  private static boolean inForce(LocalDate version) {
    return !version.isBefore(FROM) && !version.isAfter(TO);
  }

  private Span moved(Span last, int direction, boolean inForce) {
    long lo = roll(last.lo(), direction, inForce);
    long hi = roll(last.hi(), direction, inForce);
    boolean open = open(lo, inForce) || open(hi, inForce);
    if (direction < 0 && open(lo, inForce)) {
      lo = roll(lo - LONGEST, direction, inForce);
    } else if (direction > 0 && open(hi, inForce)) {
      hi = roll(hi + LONGEST, direction, inForce);
    }
    return last.with(open ? new Span(0, 1, false, false, true) : last, lo, hi);
  }

  private static boolean open(long day, boolean inForce) {
    return Days.isDay(day) && !(inForce && inForce(LocalDate.ofEpochDay(day)));
  }

  private long roll(long day, int direction, boolean inForce) {
    if (!Days.isDay(day)) {
      return day;
    }
    LocalDate found = LocalDate.ofEpochDay(day);
    while (found.getDayOfWeek() == DayOfWeek.SATURDAY
        || found.getDayOfWeek() == DayOfWeek.SUNDAY
        || inForce && days.contains(found)) {
      found = found.plusDays(direction);
    }
    return found.toEpochDay();
  }
}
