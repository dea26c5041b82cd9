package huice.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The day on which a reading may change is never late, tried day by day. */
class NextTest {
  private static final int WORLDS = Integer.getInteger("worlds", 20);
  private final List<Bound> bounds =
      Worlds.calls().stream().map(c -> Sample.bind(c, Sample.COUPLE)).toList();

  @Test
  void nothingChangesBeforeTheNextDayWhileKnowledgeKeepsPace() {
    for (int seed = 0; seed < WORLDS; seed++) {
      run(seed, false);
    }
  }

  @Test
  void nothingChangesBeforeTheNextDayWhileOnlyTimeMoves() {
    for (int seed = 0; seed < WORLDS; seed++) {
      run(seed, true);
    }
  }

  @Test
  void noComparisonTurnsOutOtherwiseBeforeTheDayItMay() {
    List<Bound> dates = Worlds.dates().stream().map(c -> Sample.bind(c, Sample.COUPLE)).toList();
    long steps = 0;
    for (int seed = 0; seed < WORLDS / 2; seed++) {
      Worlds worlds = new Worlds(seed);
      List<Node> roots = worlds.degraded(worlds.truth(), 6);
      for (Bound left : dates) {
        for (Bound right : dates) {
          steps += compare(left, right, roots, seed);
        }
      }
    }
    // Most comparisons with the day itself turn on few days of the 420.
    assertThat(steps * 2 / WORLDS / dates.size() / dates.size()).isLessThan(250);
  }

  private static int compare(Bound left, Bound right, List<Node> roots, int seed) {
    int steps = 0;
    long next = 0;
    int truths = 0;
    for (long on = Worlds.FIRST; on < Worlds.FIRST + Worlds.DAYS; on++) {
      Moment moment = Sample.month(Sample.moment(on, on, roots.toArray(new Node[0])), "2024-05");
      Reading one = left.measure().read(moment);
      Reading other = right.measure().read(moment);
      int now = 0;
      for (Operator operator : Operator.values()) {
        now = now << 4 | operator.compare(interval(one), interval(other));
      }
      if (on < next) {
        assertThat(now).as(seed + " " + left.call() + right.call() + on).isEqualTo(truths);
      } else {
        steps++;
        truths = now;
        next = Reading.nextComparison(one, other, on);
        assertThat(next).isGreaterThan(on);
      }
    }
    return steps;
  }

  private static Interval interval(Reading r) {
    return new Interval(r.lo(), r.hi(), r.cautiousLo(), r.cautiousHi());
  }

  private void run(int seed, boolean knownStays) {
    Worlds worlds = new Worlds(seed);
    List<Node> roots = worlds.truth();
    if (seed % 4 > 0) {
      roots = worlds.degraded(roots, 6);
    }
    Node[] nodes = roots.toArray(new Node[0]);
    for (Bound bound : bounds) {
      Reading last = null;
      for (long on = Worlds.FIRST; on < Worlds.FIRST + Worlds.DAYS; on++) {
        Moment moment =
            Sample.month(Sample.moment(on, knownStays ? Worlds.FIRST : on, nodes), "2024-05");
        Reading now = bound.measure().read(moment);
        assertThat(now.next()).isGreaterThan(on);
        if (last != null && on < last.next()) {
          String as = seed + " " + bound.call() + " on " + on + " was " + last;
          assertThat(now.lo()).as(as + " lo").isEqualTo(last.lo());
          assertThat(now.hi()).as(as + " hi").isEqualTo(last.hi());
          assertThat(now.cautiousLo()).as(as + " clo").isEqualTo(last.cautiousLo());
          assertThat(now.cautiousHi()).as(as + " chi").isEqualTo(last.cautiousHi());
        } else {
          last = now;
        }
      }
    }
  }
}
