package huice.engine.measure;

import huice.model.Raw;
import java.util.Arrays;

/**
 * A set of days as disjoint pieces in order, joined to runs where the gap between two is no break.
 *
 * <p>The length of a run is counted in whole months after its gaps are closed: its W worked days
 * are put side by side, anchored at that piece from which most whole months result, and {@link
 * Civil#months} counts them from the first of these days to the day after the last. So without gaps
 * 1 January to 30 June is six months, the first day being a day of work, and no worked day more can
 * make a run shorter.
 */
final class Worked {
  long[] from = new long[4];
  long[] to = new long[4];

  /** Whether the piece and the next are one run; for the last: whether its run reaches the end. */
  boolean[] joined = new boolean[4];

  int size;

  void add(long first, long last) {
    if (size == from.length) {
      from = Arrays.copyOf(from, size * 2);
      to = Arrays.copyOf(to, size * 2);
      joined = Arrays.copyOf(joined, size * 2);
    }
    int i = size;
    while (i > 0 && from[i - 1] > first) {
      from[i] = from[i - 1];
      to[i] = to[i - 1];
      i--;
    }
    from[i] = first;
    to[i] = last;
    size++;
  }

  /** Melts pieces that overlap or follow each other day on day. */
  Worked settle() {
    int kept = 0;
    for (int i = 1; i < size; i++) {
      if (from[i] <= to[kept] + 1) {
        to[kept] = Math.max(to[kept], to[i]);
      } else {
        kept++;
        from[kept] = from[i];
        to[kept] = to[i];
      }
    }
    size = Math.min(size, kept + 1);
    return this;
  }

  /** Whether any day after {@code day} and before {@code before} is in the set. */
  boolean anyBetween(long day, long before) {
    for (int i = 0; i < size; i++) {
      if (to[i] > day && from[i] < before) {
        return true;
      }
    }
    return false;
  }

  boolean covers(long first, long last) {
    for (int i = 0; i < size; i++) {
      if (from[i] <= first && to[i] >= last) {
        return true;
      }
    }
    return false;
  }

  /** First day of the set on or after a day; {@link Raw#NEVER} when none is. */
  long onOrAfter(long day) {
    for (int i = 0; i < size; i++) {
      if (to[i] >= day) {
        return Math.max(from[i], day);
      }
    }
    return Raw.NEVER;
  }

  /** Index of the last piece of the run that begins with piece {@code first}. */
  int runEnd(int first) {
    int last = first;
    while (last < size - 1 && joined[last]) {
      last++;
    }
    return last;
  }

  /** Index of the first piece of the last run. */
  int lastRun() {
    int first = size - 1;
    while (first > 0 && joined[first - 1]) {
      first--;
    }
    return first;
  }

  boolean reachesEnd() {
    return size > 0 && joined[size - 1];
  }

  private long days(int first, int last) {
    long days = 0;
    for (int i = first; i <= last; i++) {
      days += to[i] - from[i] + 1;
    }
    return days;
  }

  /** Whole months of the pieces taken together; {@link Raw#HIGH} when they have no beginning. */
  long months(int first, int last) {
    if (first > last) {
      return 0;
    }
    if (from[first] == Raw.LOW) {
      return Raw.HIGH;
    }
    long days = days(first, last);
    long anchor = from[first];
    long most = Civil.months(anchor, anchor + days);
    for (int i = first + 1; i <= last; i++) {
      anchor += from[i] - to[i - 1] - 1;
      most = Math.max(most, Civil.months(anchor, anchor + days));
    }
    return most;
  }

  /** How many worked days more the pieces need for a number of months. */
  long daysShort(int first, int last, long months) {
    if (first > last || from[first] == Raw.LOW || months == Raw.HIGH) {
      return Raw.NEVER;
    }
    long days = days(first, last);
    long anchor = from[first];
    long least = Civil.addMonths(anchor, months) - anchor - days;
    for (int i = first + 1; i <= last; i++) {
      anchor += from[i] - to[i - 1] - 1;
      least = Math.min(least, Civil.addMonths(anchor, months) - anchor - days);
    }
    return least;
  }

  /** First worked day on which the pieces had a number of months; {@link Raw#NEVER} if not yet. */
  long reached(int first, int last, long months) {
    if (first > last) {
      return Raw.NEVER;
    }
    if (from[first] == Raw.LOW) {
      return Raw.LOW;
    }
    long anchor = from[first];
    long earliest = nth(first, last, Civil.addMonths(anchor, months) - anchor);
    for (int i = first + 1; i <= last; i++) {
      anchor += from[i] - to[i - 1] - 1;
      long day = nth(first, last, Civil.addMonths(anchor, months) - anchor);
      earliest = Math.min(earliest, Math.max(day, from[i]));
    }
    return earliest;
  }

  private long nth(int first, int last, long number) {
    long left = Math.max(number, 1);
    for (int i = first; i <= last; i++) {
      long length = to[i] - from[i] + 1;
      if (left <= length) {
        return from[i] + left - 1;
      }
      left -= length;
    }
    return Raw.NEVER;
  }
}
