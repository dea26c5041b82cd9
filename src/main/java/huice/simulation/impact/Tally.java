package huice.simulation.impact;

import huice.engine.Brief;
import huice.model.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was counted of one scheme. Used by one thread, then added to the others' counts. */
final class Tally {
  private static final Change[] CHANGES = Change.values();
  private static final Result[] RESULTS = Result.values();

  /** The place, among results, of no outcome at all. */
  private static final int NONE = RESULTS.length;

  private final long[] changes = new long[CHANGES.length];
  private final long[][] moves = new long[NONE + 1][NONE + 1];
  private final Map<String, Breakdowns> breakdowns = new TreeMap<>();
  final Spending payableBefore = new Spending();
  final Spending payableAfter = new Spending();
  final Spending draftBefore = new Spending();
  final Spending draftAfter = new Spending();
  private long decided;
  private long payable;

  /** A number of outcomes that went from one result to another; null for none. */
  record Move(@Nullable Result from, @Nullable Result to, long count) {}

  void add(@Nullable Brief before, Worth was, @Nullable Brief after, Worth is, Change change) {
    decided++;
    changes[change.ordinal()]++;
    moves[place(before)][place(after)]++;
    if (before != null) {
      (before.payable() ? payableBefore : draftBefore).add(was);
      payable += before.payable() ? 1 : 0;
    }
    if (after != null) {
      (after.payable() ? payableAfter : draftAfter).add(is);
      payable += after.payable() ? 1 : 0;
    }
  }

  private static int place(@Nullable Brief brief) {
    return brief == null ? NONE : brief.result().ordinal();
  }

  /** Somebody, by the most telling change of theirs. */
  void person(List<Grouping> groupings, Party party, Change change) {
    for (Grouping grouping : groupings) {
      Grouping.Group group = grouping.group(party);
      if (group != null) {
        breakdowns.computeIfAbsent(grouping.id(), id -> new Breakdowns()).add(group, change);
      }
    }
  }

  void add(Tally other) {
    decided += other.decided;
    payable += other.payable;
    for (int i = 0; i < changes.length; i++) {
      changes[i] += other.changes[i];
    }
    for (int from = 0; from <= NONE; from++) {
      for (int to = 0; to <= NONE; to++) {
        moves[from][to] += other.moves[from][to];
      }
    }
    payableBefore.add(other.payableBefore);
    payableAfter.add(other.payableAfter);
    draftBefore.add(other.draftBefore);
    draftAfter.add(other.draftAfter);
    other.breakdowns.forEach(
        (id, more) -> breakdowns.computeIfAbsent(id, i -> new Breakdowns()).add(more));
  }

  long decided() {
    return decided;
  }

  /** Whether there were outcomes and none of them payable. */
  boolean indicative() {
    return decided > 0 && payable == 0;
  }

  long count(Change change) {
    return changes[change.ordinal()];
  }

  /** The moves that happened, where something moved. */
  List<Move> moves() {
    List<Move> all = new ArrayList<>();
    for (int from = 0; from <= NONE; from++) {
      for (int to = 0; to <= NONE; to++) {
        if (moves[from][to] > 0) {
          all.add(new Move(result(from), result(to), moves[from][to]));
        }
      }
    }
    return all;
  }

  private static @Nullable Result result(int place) {
    return place == NONE ? null : RESULTS[place];
  }

  List<Impact.Breakdown> breakdowns(List<Grouping> groupings, int smallest) {
    List<Impact.Breakdown> told = new ArrayList<>();
    for (Grouping grouping : groupings) {
      Breakdowns counted = breakdowns.get(grouping.id());
      Impact.Breakdown one = counted == null ? null : counted.told(grouping, smallest);
      if (one != null) {
        told.add(one);
      }
    }
    return told;
  }
}
