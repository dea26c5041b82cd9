package huice.engine.measure;

import huice.model.Raw;
import org.jspecify.annotations.Nullable;

/**
 * Last day of a period that begins with a day. By 民法典 §§201–203 that day itself is not counted
 * ({@code withFirst}: it is), the period ends on the day of the same number or the month's last,
 * and a last day that is no working day moves to the next (or, where the clause says so, to the one
 * before). {@code workdays} null: days off play no part.
 */
record Deadline(
    Form from, Form length, Unit unit, Roll roll, boolean withFirst, @Nullable Workdays workdays)
    implements Form {
  enum Unit {
    DAYS,
    MONTHS,
    YEARS,
    WORKDAYS
  }

  enum Roll {
    NONE,
    NEXT_WORKDAY,
    PREVIOUS_WORKDAY
  }

  private static final long MOST = 400_000 * Raw.ONE;

  @Override
  public Interval read(Frame frame) {
    Interval start = frame.part(from);
    Interval period = frame.part(length);
    Workdays.Known known = (workdays == null ? Workdays.WEEKENDS : workdays).known(frame);
    Interval days =
        new Interval(
            day(start.lo(), period.lo(), known, false),
            day(start.hi(), period.hi(), known, true),
            day(start.clo(), period.clo(), known, false),
            day(start.chi(), period.chi(), known, true));
    if (workdays != null) {
      workdays.tell(known, frame);
    }
    return days;
  }

  /** {@code late}: the latest that days off nobody published yet may make of it. */
  private long day(long start, long period, Workdays.Known off, boolean late) {
    if (!Civil.isDay(start)) {
      return start;
    }
    if (Numbers.open(period) || Math.abs(period) > MOST) {
      return period < 0 ? Raw.LOW : Raw.HIGH;
    }
    long less = withFirst ? 1 : 0;
    long number = Math.floorDiv(period, Raw.ONE);
    long last =
        switch (unit) {
          case DAYS -> start + number - less;
          case MONTHS -> Civil.addMonths(start, number) - less;
          case YEARS -> Civil.addMonths(start, number * 12) - less;
          case WORKDAYS -> off.after(start - less, number, late);
        };
    return switch (roll) {
      case NONE -> last;
      case NEXT_WORKDAY -> off.next(last, late);
      case PREVIOUS_WORKDAY -> off.previous(last, late);
    };
  }
}
