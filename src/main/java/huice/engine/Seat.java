package huice.engine;

import huice.model.Raw;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Where a scheme stands among those of its group, and what is worked out of its versions once: when
 * each begins and ends, and every day on which something changes. Not to be written to.
 */
record Seat(Group group, int place, long[] from, long[] to, long[] changes) {

  /**
   * The schemes of one kind of subject that are all settled by the month, or all not: they read the
   * same measures of the same subjects. {@code kind} tells the kinds of subject apart, {@code
   * relative} says of each different measure whether its reading can change with the month.
   */
  record Group(int index, int kind, int schemes, boolean[] relative) {
    int readings() {
      return relative.length;
    }

    static final Group NONE = new Group(0, 0, 0, new boolean[0]);
  }

  /** Of a scheme that stands nowhere yet. */
  static Seat none(List<Version> versions) {
    long[] from = versions.stream().mapToLong(v -> v.from().toEpochDay()).toArray();
    long[] to = versions.stream().mapToLong(v -> last(v.to())).toArray();
    TreeSet<Long> changes = new TreeSet<>();
    for (Version version : versions) {
      LongStream.of(version.from().toEpochDay(), after(version.to())).forEach(changes::add);
      for (Branch branch : version.branches()) {
        LongStream.of(branch.from().toEpochDay(), after(branch.to())).forEach(changes::add);
      }
    }
    changes.remove(Raw.NEVER);
    return new Seat(Group.NONE, 0, from, to, changes.stream().mapToLong(Long::longValue).toArray());
  }

  private static long last(@org.jspecify.annotations.Nullable LocalDate to) {
    return to == null ? Raw.HIGH : to.toEpochDay();
  }

  private static long after(@org.jspecify.annotations.Nullable LocalDate to) {
    return to == null ? Raw.NEVER : to.toEpochDay() + 1;
  }

  Seat at(Group newGroup, int newPlace) {
    return new Seat(newGroup, newPlace, from, to, changes);
  }

  /** The place of the version in force on a day; negative when none is. */
  int version(long day) {
    for (int i = 0; i < from.length; i++) {
      if (from[i] <= day && day <= to[i]) {
        return i;
      }
    }
    return -1;
  }

  long nextChange(long day) {
    for (long change : changes) {
      if (change > day) {
        return change;
      }
    }
    return Raw.NEVER;
  }

  /** Whether one version is in force from the first of two days to the last. */
  boolean sameVersion(long first, long last) {
    for (int i = 0; i < from.length; i++) {
      if (from[i] <= first && last <= to[i] && last != Raw.HIGH) {
        return true;
      }
    }
    return false;
  }
}
