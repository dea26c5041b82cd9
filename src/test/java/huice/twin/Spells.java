package huice.twin;

import huice.model.Node;
import huice.model.Raw;
import huice.model.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The employments of one person up to a day, as runs of days worked without a break: once with what
 * is surely worked, once with all that may have been. A gap is no break after a job that ended by
 * unpaid wages, sickness, childbirth, injury, a stoppage or the end of the project.
 */
final class Spells {
  /** Days from first to last. */
  record Piece(long first, long last) {}

  private record Job(
      long startLo, long startHi, long endLo, long endHi, boolean sure, Truth excused) {}

  private final List<Job> jobs = new ArrayList<>(4);
  private final long on;
  private final long unseenFrom;
  private final List<Piece> sureDays;
  private final List<Piece> possibleDays;
  final List<List<Piece>> sure;
  final List<List<Piece>> possible;

  Spells(@Nullable Node person, Names names, long on) {
    this.on = on;
    Table table = new Table(person, names.employments, names.start, on, Raw.HIGH, row -> Truth.MET);
    unseenFrom = table.open() ? table.unseenFrom() : Raw.HIGH;
    boolean exact = !table.open();
    for (int i = 0; i < table.size(); i++) {
      Span start = Table.read(table.row(i), names.start);
      Span end = Table.read(table.row(i), names.end);
      Truth excused = end.lo() < on ? excused(table.row(i), names) : Truth.NOT_MET;
      exact &= table.sure(i) && start.exact() && end.exact() && excused != Truth.UNKNOWN;
      jobs.add(new Job(start.lo(), start.hi(), end.lo(), end.hi(), table.sure(i), excused));
    }
    sureDays = days(true);
    possibleDays = exact ? sureDays : days(false);
    sure = runs(sureDays, true);
    possible = exact ? sure : runs(possibleDays, false);
  }

  private static Truth excused(Node row, Names names) {
    Span reason = Table.read(row, names.reason);
    long other = Names.choice(names.reason, "other");
    return reason.exact()
        ? reason.lo() >= 0 && reason.lo() != other ? Truth.MET : Truth.NOT_MET
        : Truth.UNKNOWN;
  }

  private List<Piece> days(boolean surely) {
    List<Piece> pieces = new ArrayList<>(jobs.size() + 1);
    for (Job job : jobs) {
      long first = surely ? job.startHi : job.startLo;
      long last = Math.min(on, surely ? job.endLo : job.endHi);
      if (first <= last && (job.sure || !surely)) {
        pieces.add(new Piece(first, last));
      }
    }
    if (!surely && unseenFrom <= on) {
      pieces.add(new Piece(unseenFrom, on));
    }
    if (pieces.size() < 2) {
      return pieces;
    }
    pieces.sort(java.util.Comparator.comparingLong(Piece::first));
    List<Piece> merged = new ArrayList<>(pieces.size());
    Piece open = pieces.get(0);
    for (Piece piece : pieces.subList(1, pieces.size())) {
      if (piece.first <= open.last + 1) {
        open = new Piece(open.first, Math.max(open.last, piece.last));
      } else {
        merged.add(open);
        open = piece;
      }
    }
    merged.add(open);
    return merged;
  }

  private List<List<Piece>> runs(List<Piece> pieces, boolean surely) {
    List<List<Piece>> runs = new ArrayList<>(pieces.size());
    List<Piece> run = new ArrayList<>(2);
    for (int i = 0; i < pieces.size(); i++) {
      run.add(pieces.get(i));
      boolean last = i == pieces.size() - 1;
      if (last || !joined(pieces.get(i).last, pieces.get(i + 1).first, surely)) {
        runs.add(run);
        run = new ArrayList<>(2);
      }
    }
    return runs;
  }

  private boolean joined(long last, long next, boolean surely) {
    if (!surely) {
      return jobs.stream().anyMatch(j -> mayJoin(j, last, next));
    }
    boolean excused =
        jobs.stream()
            .anyMatch(j -> j.sure && j.excused == Truth.MET && j.endLo == last && j.endHi == last);
    return excused && possibleDays().stream().noneMatch(p -> p.last > last && p.first < next);
  }

  private List<Piece> possibleDays() {
    return possibleDays == null ? days(false) : possibleDays;
  }

  /** The job may have ended in what is possibly worked before the gap, and bridge to the next. */
  private boolean mayJoin(Job job, long last, long next) {
    if (job.excused == Truth.NOT_MET || Math.max(job.endLo, job.startLo) > last) {
      return false;
    }
    long end = Math.min(job.endHi, on);
    for (Piece piece : sureDays) {
      if (piece.last > end) {
        return Math.max(piece.first, end + 1) >= next;
      }
    }
    return true;
  }

  /** Whole months of the longest run, the days of its gaps left out. */
  Span longest() {
    return Span.between(Raw.of(longest(sure)), open(longest(possible)));
  }

  static long open(long months) {
    return months == Raw.HIGH ? months : Raw.of(months);
  }

  private static long longest(List<List<Piece>> runs) {
    long longest = 0;
    for (List<Piece> run : runs) {
      longest = Math.max(longest, months(run));
    }
    return longest;
  }

  /** The pieces put side by side, counted from where most months come of it. */
  private static long months(List<Piece> run) {
    if (run.get(0).first == Raw.LOW) {
      return Raw.HIGH;
    }
    long worked = 0;
    for (Piece piece : run) {
      worked += piece.last - piece.first + 1;
    }
    long before = 0;
    long most = 0;
    for (Piece piece : run) {
      long first = piece.first - before;
      most = Math.max(most, Days.months(first, first + worked));
      before += piece.last - piece.first + 1;
    }
    return most;
  }

  /** First day on or after a day that belongs to some piece. */
  private static long workedFrom(List<List<Piece>> runs, long day) {
    for (List<Piece> run : runs) {
      for (Piece piece : run) {
        if (piece.last >= day) {
          return Math.max(piece.first, day);
        }
      }
    }
    return Raw.NEVER;
  }

  /** Windows in which both are within a run. */
  private static List<Piece> together(List<List<Piece>> a, List<List<Piece>> b) {
    List<Piece> windows = new ArrayList<>(4);
    for (List<Piece> one : a) {
      for (List<Piece> other : b) {
        long first = Math.max(one.get(0).first, other.get(0).first);
        long last = Math.min(one.get(one.size() - 1).last, other.get(other.size() - 1).last);
        if (first <= last) {
          windows.add(new Piece(first, last));
        }
      }
    }
    return windows;
  }

  private static long overlap(List<List<Piece>> a, List<List<Piece>> b) {
    long longest = 0;
    for (Piece window : together(a, b)) {
      longest =
          Math.max(
              longest,
              window.first == Raw.LOW ? Raw.HIGH : Days.months(window.first, window.last + 1));
    }
    return longest;
  }

  static Span overlap(Spells a, Spells b) {
    return Span.between(Raw.of(overlap(a.sure, b.sure)), open(overlap(a.possible, b.possible)));
  }

  private static long reached(List<List<Piece>> a, List<List<Piece>> b, long months) {
    long earliest = Raw.NEVER;
    for (Piece window : together(a, b)) {
      if (window.first == Raw.LOW) {
        return Raw.LOW;
      }
      long last = Days.addMonths(window.first, months) - 1;
      if (last <= window.last) {
        earliest = Math.min(earliest, Math.max(workedFrom(a, last), workedFrom(b, last)));
      }
    }
    return earliest;
  }

  /** First day on which the overlap had that many months. */
  static Span reached(Spells a, Spells b, long months) {
    return Span.between(reached(a.possible, b.possible, months), reached(a.sure, b.sure, months));
  }
}
