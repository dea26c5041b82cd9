package huice.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Who learns more gets an interval inside the earlier one; what is lacking is what can narrow it.
 */
class KnowledgeTest {
  private static final int WORLDS = Integer.getInteger("worlds", 300);
  private final List<Bound> bounds =
      Worlds.calls().stream().map(c -> Sample.bind(c, Sample.COUPLE)).toList();

  private static Moment moment(List<Node> roots, long on) {
    return Sample.moment(on, on, roots.toArray(new Node[0]));
  }

  @Test
  void whatIsFullyKnownIsExact() {
    for (int seed = 0; seed < WORLDS; seed++) {
      List<Node> truth = new Worlds(seed).truth();
      for (Bound bound : bounds) {
        Reading reading = bound.measure().read(moment(truth, Worlds.FIRST + seed % Worlds.DAYS));
        boolean open = bound.call().toString().contains("share(") || !reading.unset().isEmpty();
        assertThat(open || reading.isExact()).as(seed + " " + bound.call() + reading).isTrue();
        assertThat(reading.lacks()).as(seed + " " + bound.call()).isEmpty();
      }
    }
  }

  @Test
  void lessKnowledgeNeverLeavesTheInterval() {
    for (int seed = 0; seed < WORLDS; seed++) {
      Worlds worlds = new Worlds(seed);
      List<Node> roots = worlds.truth();
      long on = Worlds.FIRST + new Random(seed).nextInt(Worlds.DAYS);
      List<Reading> known = read(roots, on);
      for (int oneOf : new int[] {12, 8, 4}) {
        roots = worlds.degraded(roots, oneOf);
        List<Reading> less = read(roots, on);
        for (int i = 0; i < less.size(); i++) {
          String as = seed + " on " + on + " " + bounds.get(i).call();
          inside(known.get(i), less.get(i), as);
        }
        known = less;
      }
    }
  }

  private static void inside(Reading more, Reading less, String as) {
    assertThat(less.lo()).as(as + " lo").isLessThanOrEqualTo(more.lo());
    assertThat(less.hi()).as(as + " hi").isGreaterThanOrEqualTo(more.hi());
    assertThat(less.cautiousLo()).as(as + " clo").isLessThanOrEqualTo(more.cautiousLo());
    assertThat(less.cautiousHi()).as(as + " chi").isGreaterThanOrEqualTo(more.cautiousHi());
    assertThat(less.cautiousLo()).as(as + " clo, lo").isLessThanOrEqualTo(less.lo());
    assertThat(less.cautiousHi()).as(as + " chi, hi").isGreaterThanOrEqualTo(less.hi());
    assertThat(less.lo()).as(as + " lo, hi").isLessThanOrEqualTo(less.hi());
  }

  @Test
  void whatIsNotLackingCannotChangeTheReading() {
    for (int seed = 0; seed < WORLDS; seed++) {
      Worlds worlds = new Worlds(seed);
      List<Node> truth = worlds.truth();
      List<Node> roots = worlds.degraded(truth, 5);
      long on = Worlds.FIRST + new Random(seed).nextInt(Worlds.DAYS);
      for (Bound bound : bounds) {
        Reading reading = bound.measure().read(moment(roots, on));
        Set<String> lacks = reading.lacks().stream().map(Lack::path).collect(Collectors.toSet());
        Reading other = bound.measure().read(moment(Worlds.completed(roots, truth, lacks), on));
        String as = seed + " on " + on + " " + bound.call() + " lacking " + lacks;
        assertThat(List.of(other.lo(), other.hi()))
            .as(as)
            .isEqualTo(List.of(reading.lo(), reading.hi()));
      }
    }
  }

  @Test
  void fillingInWhatIsLackingEndsInAnExactReadingUnlessSourcesConflict() {
    for (int seed = 0; seed < WORLDS; seed++) {
      Worlds worlds = new Worlds(seed);
      List<Node> truth = worlds.truth();
      List<Node> roots = worlds.degraded(truth, 5);
      long on = Worlds.FIRST + new Random(seed).nextInt(Worlds.DAYS);
      for (Bound bound : bounds) {
        Reading reading = bound.measure().read(moment(roots, on));
        Reading best = bound.measure().read(moment(Worlds.completed(roots, truth, Set.of()), on));
        boolean sameEnds = reading.lo() == best.lo() && reading.hi() == best.hi();
        assertThat(sameEnds || !reading.lacks().isEmpty())
            .as(seed + " " + bound.call() + " " + reading)
            .isTrue();
      }
    }
  }

  private List<Reading> read(List<Node> roots, long on) {
    List<Reading> all = new ArrayList<>();
    for (Bound bound : bounds) {
      all.add(bound.measure().read(moment(roots, on)));
    }
    return all;
  }
}
