package huice.engine.measure;

import huice.model.Raw;

/** Whole months worked in the current run, the longest one, or all together: see {@link Worked}. */
record SpellMonths(SpellPath path, Mode mode) implements Lasting {
  enum Mode {
    CURRENT,
    LONGEST,
    TOTAL
  }

  @Override
  public Interval read(Frame frame) {
    long mark = frame.mark();
    Spells spells = path.read(frame);
    View best = spells.best;
    View cautious = spells.cautious;
    long lo = least(best);
    long hi = most(best);
    boolean same = best == cautious;
    long cautiousLo = same ? lo : least(cautious);
    long cautiousHi = same ? hi : most(cautious);
    spells.noteEnds(frame);
    noteGrowth(best.sure, lo, frame);
    noteGrowth(best.possible, hi, frame);
    if (!same) {
      noteGrowth(cautious.sure, cautiousLo, frame);
      noteGrowth(cautious.possible, cautiousHi, frame);
    }
    if (lo < hi) {
      spells.forgetIdle(
          mark, frame.mark(), (days, first, last) -> matters(best, first, last, lo), frame);
    }
    return new Interval(raw(lo), raw(hi), raw(cautiousLo), raw(cautiousHi));
  }

  private static long raw(long months) {
    return months == Raw.HIGH ? months : Raw.of(months);
  }

  private boolean matters(View view, int first, int last, long least) {
    Worked days = view.possible;
    boolean reaches = unsettled(view) || last == days.size - 1 && days.joined[last];
    return mode == Mode.TOTAL
        || days.months(first, last) > least && (mode == Mode.LONGEST || reaches);
  }

  /** A run that reaches one possible last day need not reach another. */
  private boolean unsettled(View view) {
    return mode == Mode.CURRENT && view.endSure != view.endPossible;
  }

  private long least(View view) {
    return unsettled(view) ? 0 : months(view.sure, mode);
  }

  private long most(View view) {
    return months(view.possible, unsettled(view) ? Mode.LONGEST : mode);
  }

  private static long months(Worked days, Mode mode) {
    return switch (mode) {
      case TOTAL -> days.months(0, days.size - 1);
      case CURRENT -> days.reachesEnd() ? days.months(days.lastRun(), days.size - 1) : 0;
      case LONGEST -> longest(days);
    };
  }

  private static long longest(Worked days) {
    long longest = 0;
    for (int first = 0; first < days.size; first = days.runEnd(first) + 1) {
      longest = Math.max(longest, days.months(first, days.runEnd(first)));
    }
    return longest;
  }

  /** Days that reach the day asked about grow with it. */
  private void noteGrowth(Worked days, long months, Frame frame) {
    if (days.size > 0 && days.to[days.size - 1] == frame.on && months != Raw.HIGH) {
      frame.at(frame.on + days.daysShort(first(days), days.size - 1, months + 1));
    }
  }

  private int first(Worked days) {
    return mode == Mode.TOTAL ? 0 : days.lastRun();
  }

  @Override
  public Interval reached(Interval months, Frame frame) {
    long mark = frame.mark();
    Spells spells = path.read(frame);
    View best = spells.best;
    View cautious = spells.cautious;
    long hi = reached(best.sure, months.hi());
    Interval result =
        new Interval(
            reached(best.possible, months.lo()),
            hi,
            reached(cautious.possible, months.clo()),
            reached(cautious.sure, months.chi()));
    if (result.hi() == Raw.NEVER || result.chi() == Raw.NEVER) {
      spells.noteEnds(frame);
      noteReach(best.possible, months.lo(), result.lo(), frame);
      noteReach(best.sure, months.hi(), result.hi(), frame);
      noteReach(cautious.possible, months.clo(), result.clo(), frame);
      noteReach(cautious.sure, months.chi(), result.chi(), frame);
    }
    if (!result.exact()) {
      spells.forgetIdle(
          mark,
          frame.mark(),
          (days, first, last) ->
              mode == Mode.TOTAL || months.lo() <= 0 || days.reached(first, last, months.lo()) < hi,
          frame);
    }
    return result;
  }

  private long reached(Worked days, long months) {
    if (months <= 0) {
      return Raw.LOW;
    }
    if (months == Raw.HIGH) {
      return Raw.NEVER;
    }
    if (mode == Mode.TOTAL) {
      return days.reached(0, days.size - 1, months);
    }
    long earliest = Raw.NEVER;
    for (int first = 0; first < days.size; first = days.runEnd(first) + 1) {
      earliest = Math.min(earliest, days.reached(first, days.runEnd(first), months));
    }
    return earliest;
  }

  private void noteReach(Worked days, long months, long reached, Frame frame) {
    boolean grows = days.size > 0 && days.to[days.size - 1] == frame.on;
    if (grows && reached == Raw.NEVER && months != Raw.HIGH) {
      frame.at(frame.on + days.daysShort(first(days), days.size - 1, months));
    }
  }
}
