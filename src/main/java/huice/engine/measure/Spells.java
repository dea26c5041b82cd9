package huice.engine.measure;

import huice.model.Raw;
import java.util.List;

/** The spells of one person, seen on best and on cautious knowledge. */
final class Spells {
  /** Tells of a run of days, by its first and last piece, whether it can matter to the answer. */
  @FunctionalInterface
  interface Matters {
    boolean run(Worked possible, int first, int last);
  }

  final View best;
  final View cautious;
  private final List<Spell> spells;
  private final Interval gap;

  Spells(List<Spell> spells, Found found, Interval end, Interval gap) {
    this.spells = spells;
    this.gap = gap;
    this.best = new View(spells, false, found, end, gap);
    boolean certain = found.certain() && end.certain() && gap.certain();
    for (int i = 0; i < spells.size() && certain; i++) {
      certain = spells.get(i).certain();
    }
    this.cautious = certain ? best : new View(spells, true, found, end, gap);
  }

  /** Notes the days on which spells end or a gap after one becomes a break. */
  void noteEnds(Frame frame) {
    for (int i = 0; i < spells.size(); i++) {
      Interval end = spells.get(i).end();
      noteEnd(end.lo(), frame);
      if (!end.single()) {
        noteEnd(end.hi(), frame);
        noteEnd(end.clo(), frame);
        noteEnd(end.chi(), frame);
      }
    }
  }

  private void noteEnd(long end, Frame frame) {
    if (!Civil.isDay(end)) {
      return;
    }
    frame.at(end + 1);
    noteBreak(end, gap.lo(), frame);
    if (!gap.single()) {
      noteBreak(end, gap.hi(), frame);
      noteBreak(end, gap.clo(), frame);
      noteBreak(end, gap.chi(), frame);
    }
  }

  private static void noteBreak(long end, long days, Frame frame) {
    if (Civil.isDay(days)) {
      frame.at(end + days + 1);
    }
  }

  /** Drops what was lacking between the marks in rows and lists that cannot matter any more. */
  void forgetIdle(long mark, long end, Matters matters, Frame frame) {
    List<Lack> lacking = frame.lacking(mark, end);
    if (lacking.isEmpty()) {
      return;
    }
    for (Spell spell : spells) {
      long last = Math.min(best.endHi(spell), best.endPossible);
      boolean settled = Three.sure(spell.bridge()) || !Three.possible(spell.bridge());
      if (settled && best.sure.covers(best.startLo(spell), last)
          || !matters(best.startLo(spell), matters)) {
        String row = spell.row().path() + ".";
        lacking.removeIf(l -> l.path().startsWith(row));
      }
    }
    long from = best.unseenFrom;
    if (from == Raw.HIGH || best.sure.covers(from, best.endPossible) || !matters(from, matters)) {
      lacking.removeIf(l -> l.relation() != null);
    }
  }

  private boolean matters(long day, Matters matters) {
    Worked possible = best.possible;
    for (int first = 0; first < possible.size; first = possible.runEnd(first) + 1) {
      int last = possible.runEnd(first);
      if (possible.from[first] <= day && day <= possible.to[last]) {
        return matters.run(possible, first, last);
      }
    }
    return false;
  }
}
