package huice.engine.measure;

import java.util.function.IntFunction;

/** The smallest or greatest of several readings; what cannot be it is not asked for. */
final class Pick {
  private Pick() {}

  static Interval of(Form[] parts, boolean greatest, Frame frame) {
    return of(parts.length, i -> frame.part(parts[i]), greatest, frame);
  }

  static Interval of(int count, IntFunction<Interval> read, boolean greatest, Frame frame) {
    long start = frame.mark();
    long[] marks = new long[count];
    Interval[] values = new Interval[count];
    Interval result = read.apply(0);
    values[0] = result;
    marks[0] = frame.mark();
    for (int i = 1; i < count; i++) {
      values[i] = read.apply(i);
      marks[i] = frame.mark();
      result = greatest ? result.greatest(values[i]) : result.least(values[i]);
    }
    for (int i = count - 1; i >= 0; i--) {
      boolean idle = greatest ? values[i].hi() <= result.lo() : values[i].lo() >= result.hi();
      if (idle) {
        frame.forget(i == 0 ? start : marks[i - 1], marks[i]);
      }
    }
    return result;
  }
}
