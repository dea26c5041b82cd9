package huice.engine.measure;

import huice.model.Node;
import huice.model.Raw;
import java.util.function.IntPredicate;

/**
 * Whole months of the longest window of days in which every member of the subject is within a run.
 * Days of a gap that is no break lie within the run, once it has gone on after the gap.
 */
record SpellOverlap(SpellPath path, String[] names) implements Lasting {
  @Override
  public Interval read(Frame frame) {
    long[] marks = new long[names.length + 1];
    Spells[] all = members(marks, frame);
    Windows sure = windows(all, true, false);
    Windows possible = windows(all, false, false);
    boolean same = certain(all);
    Windows cautiousSure = same ? sure : windows(all, true, true);
    Windows cautiousPossible = same ? possible : windows(all, false, true);
    for (Spells spells : all) {
      spells.noteEnds(frame);
    }
    sure.noteGrowth(frame);
    possible.noteGrowth(frame);
    cautiousSure.noteGrowth(frame);
    cautiousPossible.noteGrowth(frame);
    long lo = sure.longest();
    Interval result =
        new Interval(
            raw(lo),
            raw(possible.longest()),
            raw(cautiousSure.longest()),
            raw(cautiousPossible.longest()));
    if (!result.exact()) {
      forgetIdle(all, marks, possible, i -> possible.months(i) > lo, frame);
    }
    return result;
  }

  @Override
  public Interval reached(Interval months, Frame frame) {
    long[] marks = new long[names.length + 1];
    Spells[] all = members(marks, frame);
    Windows sure = windows(all, true, false);
    Windows possible = windows(all, false, false);
    boolean same = certain(all);
    Windows cautiousSure = same ? sure : windows(all, true, true);
    Windows cautiousPossible = same ? possible : windows(all, false, true);
    Interval result =
        new Interval(
            possible.reached(months.lo()),
            sure.reached(months.hi()),
            cautiousPossible.reached(months.clo()),
            cautiousSure.reached(months.chi()));
    if (result.hi() == Raw.NEVER || result.chi() == Raw.NEVER) {
      for (Spells spells : all) {
        spells.noteEnds(frame);
      }
      possible.noteReach(months.lo(), frame);
      sure.noteReach(months.hi(), frame);
      cautiousPossible.noteReach(months.clo(), frame);
      cautiousSure.noteReach(months.chi(), frame);
    }
    if (!result.exact()) {
      long hi = result.hi();
      forgetIdle(all, marks, possible, i -> possible.reached(i, months.lo()) < hi, frame);
    }
    return result;
  }

  private static long raw(long months) {
    return months == Raw.HIGH ? months : Raw.of(months);
  }

  private static boolean certain(Spells[] all) {
    boolean certain = true;
    for (Spells spells : all) {
      certain &= spells.best == spells.cautious;
    }
    return certain;
  }

  private Spells[] members(long[] marks, Frame frame) {
    Node member = frame.member;
    String name = frame.memberName;
    Spells[] all = new Spells[names.length];
    for (int i = 0; i < all.length; i++) {
      marks[i] = frame.mark();
      Each.select(frame, names, i);
      all[i] = path.read(frame);
    }
    marks[all.length] = frame.mark();
    frame.member = member;
    frame.memberName = name;
    return all;
  }

  private static Windows windows(Spells[] all, boolean sure, boolean cautious) {
    Worked[] days = new Worked[all.length];
    for (int i = 0; i < all.length; i++) {
      View view = cautious ? all[i].cautious : all[i].best;
      days[i] = sure ? view.sure : view.possible;
    }
    return new Windows(days);
  }

  /** Rows matter whose run takes part in a window that can still change the answer. */
  private static void forgetIdle(
      Spells[] all, long[] marks, Windows possible, IntPredicate open, Frame frame) {
    for (int i = all.length - 1; i >= 0; i--) {
      all[i].forgetIdle(
          marks[i],
          marks[i + 1],
          (days, first, last) -> possible.anyWithin(days.from[first], days.to[last], open),
          frame);
    }
  }
}
