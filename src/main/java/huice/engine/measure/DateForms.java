package huice.engine.measure;

import huice.model.Raw;
import org.jspecify.annotations.Nullable;

/** Forms that count from or to a day. */
final class DateForms {
  private DateForms() {}

  /** The unit in which time is counted. */
  enum Span {
    DAYS,
    MONTHS,
    YEARS
  }

  /** Whole units that have passed from one day to another; the first day is not counted. */
  static long elapsed(long from, long to, Span unit) {
    if (from >= Raw.NEVER || to <= from || to == Raw.LOW) {
      return 0;
    }
    if (!Civil.isDay(from) || !Civil.isDay(to)) {
      return Raw.HIGH;
    }
    return switch (unit) {
      case DAYS -> Raw.of(to - from);
      case MONTHS -> Raw.of(Civil.months(from, to));
      case YEARS -> Raw.of(Civil.months(from, to) / 12);
    };
  }

  /** First day after {@code on} on which {@link #elapsed} up to that day is another. */
  static long nextElapsed(long from, long on, Span unit) {
    if (!Civil.isDay(from)) {
      return Raw.NEVER;
    }
    return switch (unit) {
      case DAYS -> Math.max(from, on) + 1;
      case MONTHS -> Civil.addMonths(from, Civil.months(from, on) + 1);
      case YEARS -> Civil.addMonths(from, (Civil.months(from, on) / 12 + 1) * 12);
    };
  }

  /** {@code to} null: the day asked about. */
  record Elapsed(Form from, @Nullable Form to, Span unit) implements Form {
    @Override
    public Interval read(Frame frame) {
      if (from == CaseForms.ON && to != null) {
        return left(frame, frame.part(to));
      }
      Interval start = frame.part(from);
      if (to != null) {
        Interval end = frame.part(to);
        return new Interval(
            elapsed(start.hi(), end.lo(), unit),
            elapsed(start.lo(), end.hi(), unit),
            elapsed(start.chi(), end.clo(), unit),
            elapsed(start.clo(), end.chi(), unit));
      }
      long on = frame.on;
      note(start.lo(), frame);
      if (start.single()) {
        return Interval.of(elapsed(start.lo(), on, unit));
      }
      note(start.hi(), frame);
      note(start.clo(), frame);
      note(start.chi(), frame);
      return new Interval(
          elapsed(start.hi(), on, unit),
          elapsed(start.lo(), on, unit),
          elapsed(start.chi(), on, unit),
          elapsed(start.clo(), on, unit));
    }

    private void note(long from, Frame frame) {
      frame.at(nextElapsed(from, frame.on, unit));
    }

    /** What is left from the day asked about: it grows less as that day moves. */
    private Interval left(Frame frame, Interval end) {
      noteLess(end.lo(), frame);
      if (!end.single()) {
        noteLess(end.hi(), frame);
        noteLess(end.clo(), frame);
        noteLess(end.chi(), frame);
      }
      return new Interval(
          elapsed(frame.on, end.lo(), unit),
          elapsed(frame.on, end.hi(), unit),
          elapsed(frame.on, end.clo(), unit),
          elapsed(frame.on, end.chi(), unit));
    }

    private void noteLess(long end, Frame frame) {
      long now = elapsed(frame.on, end, unit);
      if (now == 0 || !Civil.isDay(end)) {
        return;
      }
      long months = unit == Span.YEARS ? now / Raw.ONE * 12 : now / Raw.ONE;
      long day = unit == Span.DAYS ? frame.on : Civil.addMonths(end, -months);
      day = Math.max(day, frame.on);
      while (elapsed(day, end, unit) >= now) {
        day++;
      }
      frame.at(day);
    }
  }

  /** Full years; reached on the birthday. {@code at} null: the day asked about. */
  record Age(Form birth, @Nullable Form at) implements Form {
    @Override
    public Interval read(Frame frame) {
      Interval born = frame.part(birth);
      Interval day = at == null ? Interval.of(frame.on) : frame.part(at);
      if (at == null) {
        note(born.lo(), frame);
        if (!born.single()) {
          note(born.hi(), frame);
          note(born.clo(), frame);
          note(born.chi(), frame);
        }
      }
      return new Interval(
          age(born.hi(), day.lo()),
          age(born.lo(), day.hi()),
          age(born.chi(), day.clo()),
          age(born.clo(), day.chi()));
    }

    private static void note(long born, Frame frame) {
      if (Civil.isDay(born)) {
        frame.at(Civil.birthday(born, Civil.age(born, frame.on) + 1));
      }
    }

    private static long age(long born, long at) {
      if (born >= Raw.NEVER || at <= born || at == Raw.LOW) {
        return 0;
      }
      return Civil.isDay(born) && Civil.isDay(at) ? Raw.of(Civil.age(born, at)) : Raw.HIGH;
    }
  }

  /** A statutory day postponed in steps: see {@link #day}. */
  record Phased(Form birth, Form years, Form step, Form cap, Form start) implements Form {
    @Override
    public Interval read(Frame frame) {
      Interval born = frame.part(birth);
      Interval age = frame.part(years);
      Interval every = frame.part(step);
      Interval most = frame.part(cap);
      Interval from = frame.part(start);
      return new Interval(
          day(born.lo(), age.lo(), every.hi(), most.lo(), from.hi()),
          day(born.hi(), age.hi(), every.lo(), most.hi(), from.lo()),
          day(born.clo(), age.clo(), every.chi(), most.clo(), from.chi()),
          day(born.chi(), age.chi(), every.clo(), most.chi(), from.clo()));
    }

    /**
     * The day an age is reached, later by one month for each {@code step} begun months from the
     * month of {@code start} to the month of that day, both counted, at most {@code cap} months.
     */
    private static long day(long born, long years, long step, long cap, long start) {
      if (born >= Raw.NEVER) {
        return born;
      }
      if (born == Raw.LOW || Numbers.open(years)) {
        return years == Raw.HIGH && born != Raw.LOW ? Raw.HIGH : Raw.LOW;
      }
      long old = Civil.birthday(born, years / Raw.ONE);
      long months = start == Raw.LOW ? Raw.HIGH : 0;
      if (Civil.isDay(start)) {
        months = Math.max(0, Civil.month(old) - Civil.month(start) + 1);
      }
      if (months == 0 || step == Raw.HIGH || cap <= 0) {
        return old;
      }
      long steps = step / Raw.ONE;
      long delay = months == Raw.HIGH || steps <= 0 ? Raw.HIGH : -Math.floorDiv(-months, steps);
      delay = cap == Raw.HIGH ? delay : Math.min(cap / Raw.ONE, delay);
      return delay == Raw.HIGH ? Raw.HIGH : Civil.addMonths(old, delay);
    }
  }
}
