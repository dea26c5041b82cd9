package huice.engine.measure;

import huice.model.Raw;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** The windows of days in which several people are each within a run of their own. */
final class Windows {
  private final Worked[] members;
  private long[] from;
  private long[] to;
  private int size;

  Windows(Worked[] members) {
    this.members = members;
    Worked first = members[0];
    from = new long[first.size];
    to = new long[first.size];
    for (int i = 0; i < first.size; i = first.runEnd(i) + 1) {
      from[size] = first.from[i];
      to[size] = first.to[first.runEnd(i)];
      size++;
    }
    for (int m = 1; m < members.length; m++) {
      meet(members[m]);
    }
  }

  private void meet(Worked other) {
    long[] firsts = new long[size + other.size];
    long[] lasts = new long[size + other.size];
    int met = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < other.size; j = other.runEnd(j) + 1) {
        long first = Math.max(from[i], other.from[j]);
        long last = Math.min(to[i], other.to[other.runEnd(j)]);
        if (first <= last) {
          if (met == firsts.length) {
            firsts = Arrays.copyOf(firsts, met * 2);
            lasts = Arrays.copyOf(lasts, met * 2);
          }
          firsts[met] = first;
          lasts[met] = last;
          met++;
        }
      }
    }
    from = firsts;
    to = lasts;
    size = met;
  }

  long months(int i) {
    return from[i] == Raw.LOW ? Raw.HIGH : Civil.months(from[i], to[i] + 1);
  }

  long longest() {
    long longest = 0;
    for (int i = 0; i < size; i++) {
      longest = Math.max(longest, months(i));
    }
    return longest;
  }

  boolean anyWithin(long first, long last, IntPredicate wanted) {
    for (int i = 0; i < size; i++) {
      if (from[i] <= last && to[i] >= first && wanted.test(i)) {
        return true;
      }
    }
    return false;
  }

  /** A window that reaches the day asked about grows with it. */
  void noteGrowth(Frame frame) {
    long longest = longest();
    for (int i = 0; i < size && longest != Raw.HIGH; i++) {
      if (to[i] == frame.on) {
        frame.at(Civil.addMonths(from[i], longest + 1) - 1);
      }
    }
  }

  /**
   * First day on which a window had a number of months: the last day of these months, or the first
   * day after on which those members work again who were then in a gap.
   */
  long reached(int i, long months) {
    if (months <= 0 || from[i] == Raw.LOW) {
      return Raw.LOW;
    }
    if (months == Raw.HIGH) {
      return Raw.NEVER;
    }
    long last = Civil.addMonths(from[i], months) - 1;
    if (last > to[i]) {
      return Raw.NEVER;
    }
    long day = last;
    for (Worked member : members) {
      day = Math.max(day, member.onOrAfter(last));
    }
    return day;
  }

  long reached(long months) {
    long earliest = months <= 0 ? Raw.LOW : Raw.NEVER;
    for (int i = 0; i < size; i++) {
      earliest = Math.min(earliest, reached(i, months));
    }
    return earliest;
  }

  void noteReach(long months, Frame frame) {
    for (int i = 0; i < size && Civil.isDay(months); i++) {
      if (to[i] == frame.on && from[i] != Raw.LOW) {
        frame.at(Civil.addMonths(from[i], months) - 1);
      }
    }
  }
}
