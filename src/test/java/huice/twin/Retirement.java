package huice.twin;

import huice.model.Node;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The statutory day of retirement: from 2025 it comes later by one month for every four (every two
 * for those who retired at fifty) months begun since January 2025, up to three (five) years.
 */
final class Retirement {
  private static final LocalDate START = LocalDate.of(2025, 1, 1);
  private static final int[] YEARS = {60, 55, 50};
  private static final int[] STEPS = {4, 4, 2};
  private static final int[] CAPS = {36, 36, 60};

  private Retirement() {}

  static Span day(@Nullable Node worker, Names names, long on) {
    Span birth = Table.read(worker, names.birth);
    Span group = Table.read(worker, names.group);
    if (group.exact()) {
      int g = (int) group.lo();
      return birth.to(
          day(birth.lo(), YEARS[g], STEPS[g], cap(CAPS[g], on)),
          day(birth.hi(), YEARS[g], STEPS[g], cap(CAPS[g], on)));
    }
    return group.with(
        birth, day(birth.lo(), 50, 4, cap(36, on)), day(birth.hi(), 60, 2, cap(60, on)));
  }

  /** Before the reform was in force nothing was delayed. */
  private static int cap(int months, long on) {
    return on < START.toEpochDay() ? 0 : months;
  }

  private static long day(long birth, int years, int step, int cap) {
    if (!Days.isDay(birth)) {
      return birth;
    }
    LocalDate old = LocalDate.ofEpochDay(Days.birthday(birth, years));
    long begun = ChronoUnit.MONTHS.between(START, old.withDayOfMonth(1)) + 1;
    if (begun <= 0) {
      return old.toEpochDay();
    }
    return old.plusMonths(Math.min(cap, (begun + step - 1) / step)).toEpochDay();
  }
}
