package huice.engine.measure;

import huice.model.Known;
import huice.model.Node;
import org.jspecify.annotations.Nullable;

/** {@code where FIELD OP DATE-OR-NUMBER}. Facts that name a month are compared month by month. */
final class Compares extends Filter {
  private final Operator operator;

  /** Null: the day asked about, {@code @on}. */
  private final @Nullable Form other;

  private final boolean months;
  private final boolean bounding;

  Compares(Field field, Operator operator, @Nullable Form other, boolean months, boolean bounding) {
    super(field);
    this.operator = operator;
    this.other = other;
    this.months = months;
    this.bounding = bounding;
  }

  @Override
  Interval right(Frame frame) {
    Interval right = other == null ? Interval.of(frame.on) : frame.part(other);
    return months ? startOfMonth(right) : right;
  }

  @Override
  int test(Node row, Interval right, Frame frame) {
    Interval left = left(row, frame);
    if (other == null) {
      note(left, frame);
    }
    Known.Conflict conflict = conflict(row);
    if (conflict == null) {
      return compare(left, right);
    }
    int result = 0;
    for (Known.Value value : conflict.values()) {
      result |= compare(Interval.of(value.raw()), right);
    }
    return Three.conflicting(result);
  }

  private int compare(Interval left, Interval right) {
    // A fact that names a month already is its first day.
    return operator.compare(months && !field.fact.month() ? startOfMonth(left) : left, right);
  }

  @Override
  @Nullable Interval bound(Interval right) {
    if (!bounding || !operator.capsLeft()) {
      return null;
    }
    return new Interval(last(right.lo()), last(right.hi()), last(right.clo()), last(right.chi()));
  }

  /** The last day that passes: before a day is the day before, in a month is up to its end. */
  private long last(long date) {
    // Against the day asked about the bound moves with it: there the day itself is kept.
    if (operator == Operator.LT && other != null && Civil.isDay(date)) {
      return (months ? Civil.monthStart(date) : date) - 1;
    }
    return months ? end(date) : date;
  }

  private void note(Interval left, Frame frame) {
    if (!months) {
      frame.boundary(left);
      return;
    }
    noteMonth(left.lo(), frame);
    if (!left.single()) {
      noteMonth(left.hi(), frame);
      noteMonth(left.clo(), frame);
      noteMonth(left.chi(), frame);
    }
  }

  private static void noteMonth(long date, Frame frame) {
    // A month long past changes nothing any more.
    if (Civil.isDay(date) && date > frame.on - 31) {
      frame.at(Civil.monthStart(date));
      frame.at(Civil.monthEnd(date) + 1);
    }
  }

  private static Interval startOfMonth(Interval dates) {
    if (dates.single()) {
      return Interval.of(start(dates.lo()));
    }
    return new Interval(
        start(dates.lo()), start(dates.hi()), start(dates.clo()), start(dates.chi()));
  }

  private static long start(long date) {
    return Civil.isDay(date) ? Civil.monthStart(date) : date;
  }

  private static long end(long date) {
    return Civil.isDay(date) ? Civil.monthEnd(date) : date;
  }
}
