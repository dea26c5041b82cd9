package huice.engine.measure;

import huice.model.Known;
import huice.model.Node;
import org.jspecify.annotations.Nullable;

/** {@code where FIELD = VALUE}, {@code in a|b} and their opposites; also over a list parameter. */
final class Among extends Filter {
  private final long[] accepted;
  private final @Nullable ListParameter list;
  private final boolean not;

  Among(Field field, long[] accepted, boolean not) {
    super(field);
    this.accepted = accepted;
    this.list = null;
    this.not = not;
  }

  Among(Field field, ListParameter list, boolean not) {
    super(field);
    this.accepted = new long[0];
    this.list = list;
    this.not = not;
  }

  @Override
  Interval right(Frame frame) {
    return Interval.NO;
  }

  @Override
  int test(Node row, Interval right, Frame frame) {
    Interval left = left(row, frame);
    long[] values = values(frame);
    if (values == null) {
      return Three.UNKNOWN;
    }
    int result = result(row, left, values);
    return not ? Three.not(result) : result;
  }

  private long @Nullable [] values(Frame frame) {
    if (list == null) {
      return accepted;
    }
    long[] values = list.values(frame);
    if (values == null) {
      frame.unset(list.name());
    }
    return values;
  }

  private int result(Node row, Interval left, long[] values) {
    Known.Conflict conflict = conflict(row);
    if (conflict == null) {
      return Three.of(in(left.lo(), left.hi(), values), in(left.clo(), left.chi(), values));
    }
    int result = 0;
    for (Known.Value value : conflict.values()) {
      result |= in(value.raw(), value.raw(), values);
    }
    return Three.conflicting(result);
  }

  private static int in(long lo, long hi, long[] values) {
    long inside = 0;
    for (long value : values) {
      if (value >= lo && value <= hi) {
        inside++;
      }
    }
    long others = hi - lo;
    return Three.bits(inside > 0, inside == 0 || others < 0 || inside <= others);
  }
}
