package huice.engine.measure;

import huice.model.Raw;
import java.util.List;

/**
 * Spells on best or on cautious knowledge: the days surely worked and the days possibly worked,
 * each joined to runs so that whatever the full truth, its runs lie between the two.
 *
 * <p>A gap is no break when it is short enough, or when a row that ended on its first edge carries
 * the bridge mark; such a gap's days are still not worked days. A gap is surely bridged only if
 * nothing possibly worked lies in it; it is possibly bridged from the earliest end of a row that
 * may carry the mark to the next day surely worked after its latest end.
 */
final class View {
  final Worked sure = new Worked();
  final Worked possible;

  /** Last day looked at: surely, and at most. */
  final long endSure;

  final long endPossible;

  private final List<Spell> spells;
  private final boolean cautious;
  private final long gapSure;
  private final long gapPossible;

  /** First day that rows nobody told of may cover; {@link Raw#HIGH} when the list is complete. */
  final long unseenFrom;

  View(List<Spell> spells, boolean cautious, Found found, Interval end, Interval gap) {
    this.spells = spells;
    this.cautious = cautious;
    this.endSure = cautious ? end.clo() : end.lo();
    this.endPossible = cautious ? end.chi() : end.hi();
    this.gapSure = cautious ? gap.clo() : gap.lo();
    this.gapPossible = cautious ? gap.chi() : gap.hi();
    boolean open = cautious ? found.cautiouslyOpen : found.open;
    this.unseenFrom = !open ? Raw.HIGH : cautious ? found.cautiouslyUnseenFrom : found.unseenFrom;
    fillSure();
    if (exact()) {
      possible = sure;
      joinSure();
    } else {
      possible = new Worked();
      fillPossible();
      joinSure();
      joinPossible();
    }
  }

  /** Whether the days surely and possibly worked are the same, and so are their runs. */
  private boolean exact() {
    boolean exact = unseenFrom == Raw.HIGH && endSure == endPossible && gapSure == gapPossible;
    for (int i = 0; i < spells.size() && exact; i++) {
      Spell spell = spells.get(i);
      int bridge = cautious ? spell.bridge() >> Three.SHIFT : spell.bridge();
      exact =
          sure(spell) == possible(spell)
              && startLo(spell) == startHi(spell)
              && endLo(spell) == endHi(spell)
              && Three.sure(bridge) == Three.possible(bridge);
    }
    return exact;
  }

  boolean sure(Spell spell) {
    return cautious ? Three.cautiouslySure(spell.truth()) : Three.sure(spell.truth());
  }

  boolean possible(Spell spell) {
    return cautious ? Three.cautiouslyPossible(spell.truth()) : Three.possible(spell.truth());
  }

  long startLo(Spell spell) {
    return cautious ? spell.start().clo() : spell.start().lo();
  }

  private long startHi(Spell spell) {
    return cautious ? spell.start().chi() : spell.start().hi();
  }

  long endLo(Spell spell) {
    return cautious ? spell.end().clo() : spell.end().lo();
  }

  long endHi(Spell spell) {
    return cautious ? spell.end().chi() : spell.end().hi();
  }

  private void fillSure() {
    for (int i = 0; i < spells.size(); i++) {
      Spell spell = spells.get(i);
      long last = Math.min(endLo(spell), endSure);
      if (sure(spell) && startHi(spell) <= last) {
        sure.add(startHi(spell), last);
      }
    }
    sure.settle();
  }

  private void fillPossible() {
    for (int i = 0; i < spells.size(); i++) {
      Spell spell = spells.get(i);
      long last = Math.min(endHi(spell), endPossible);
      if (possible(spell) && startLo(spell) <= last) {
        possible.add(startLo(spell), last);
      }
    }
    if (unseenFrom <= endPossible) {
      possible.add(unseenFrom, endPossible);
    }
    possible.settle();
  }

  private void joinSure() {
    for (int i = 0; i < sure.size; i++) {
      long last = sure.to[i];
      long next = i + 1 < sure.size ? sure.from[i + 1] : endSure + 1;
      sure.joined[i] = next - last - 1 <= gapSure || surelyBridged(last, next);
    }
  }

  private boolean surelyBridged(long last, long next) {
    for (int i = 0; i < spells.size(); i++) {
      Spell spell = spells.get(i);
      int bridge = spell.bridge();
      boolean bridges = cautious ? Three.cautiouslySure(bridge) : Three.sure(bridge);
      boolean endsThere = endLo(spell) == last && endHi(spell) == last && startHi(spell) <= last;
      if (bridges && endsThere && sure(spell)) {
        return !possible.anyBetween(last, next);
      }
    }
    return false;
  }

  private void joinPossible() {
    for (int i = 0; i < possible.size; i++) {
      long last = possible.to[i];
      long next = i + 1 < possible.size ? possible.from[i + 1] : endPossible + 1;
      possible.joined[i] = next - last - 1 <= gapPossible || possiblyBridged(last, next);
    }
  }

  private boolean possiblyBridged(long last, long next) {
    for (int i = 0; i < spells.size(); i++) {
      Spell spell = spells.get(i);
      int bridge = spell.bridge();
      boolean bridges = cautious ? Three.cautiouslyPossible(bridge) : Three.possible(bridge);
      if (bridges && possible(spell) && Math.max(endLo(spell), startLo(spell)) <= last) {
        long end = Math.min(endHi(spell), endPossible);
        if (sure.onOrAfter(end + 1) >= next) {
          return true;
        }
      }
    }
    return false;
  }
}
