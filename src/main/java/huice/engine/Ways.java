package huice.engine;

import huice.model.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The ways in which a formula can be met, kept so that two questions are answered quickly: which
 * unknown conditions can still change the answer, and which literals Drools must see. Immutable.
 *
 * <p>An unknown condition matters when it stands in a shortest way that is still open: with all
 * else of that way given and every other way shut, it alone decides.
 */
final class Ways {
  private static final int MOST_CONDITIONS = 64;

  private final List<List<Formula.Literal>> literals;
  private final long[] positive;
  private final long[] negative;
  private final boolean narrow;

  private Ways(List<List<Formula.Literal>> literals) {
    this.literals = literals;
    this.positive = new long[literals.size()];
    this.negative = new long[literals.size()];
    boolean fits = true;
    for (int i = 0; i < literals.size(); i++) {
      for (Formula.Literal literal : literals.get(i)) {
        fits &= literal.condition() < MOST_CONDITIONS;
        (literal.positive() ? positive : negative)[i] |= 1L << literal.condition();
      }
    }
    this.narrow = fits;
  }

  /** Empty ({@link #tooMany}) when there are more than {@code limit}. */
  static Ways of(Formula formula, int limit) {
    return new Ways(formula.ways(true, limit));
  }

  boolean tooMany() {
    return literals.isEmpty();
  }

  List<List<Formula.Literal>> literals() {
    return literals;
  }

  /** Unknown conditions that can still change the answer; {@code askable} excludes the others. */
  List<Integer> relevant(Truth[] truths, IntPredicate askable) {
    if (!narrow) {
      return wide(truths, askable);
    }
    long met = 0;
    long notMet = 0;
    long free = 0;
    long shut = 0;
    for (int i = 0; i < truths.length; i++) {
      long bit = 1L << i;
      switch (truths[i]) {
        case MET -> met |= bit;
        case NOT_MET -> notMet |= bit;
        case UNKNOWN -> {
          if (askable.test(i)) {
            free |= bit;
          } else {
            shut |= bit;
          }
        }
      }
    }
    return places(shortest(met, notMet, free, shut));
  }

  /** The conditions in open ways that hold no other open way. */
  private long shortest(long met, long notMet, long free, long shut) {
    long[] open = new long[positive.length];
    int count = 0;
    for (int i = 0; i < positive.length; i++) {
      boolean dead = (positive[i] & (notMet | shut)) != 0 || (negative[i] & (met | shut)) != 0;
      if (!dead) {
        open[count++] = (positive[i] | negative[i]) & free;
      }
    }
    long relevant = 0;
    for (int i = 0; i < count; i++) {
      boolean holdsAnother = false;
      for (int j = 0; j < count && !holdsAnother; j++) {
        holdsAnother = (open[j] & ~open[i]) == 0 && open[j] != open[i];
      }
      relevant |= holdsAnother ? 0 : open[i];
    }
    return relevant;
  }

  private static List<Integer> places(long bits) {
    List<Integer> places = new ArrayList<>();
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      places.add(Long.numberOfTrailingZeros(rest));
    }
    return places;
  }

  /** With very many conditions: those of every open way. */
  private List<Integer> wide(Truth[] truths, IntPredicate askable) {
    return literals.stream()
        .filter(way -> way.stream().noneMatch(l -> shut(l, truths, askable)))
        .flatMap(List::stream)
        .map(Formula.Literal::condition)
        .filter(i -> truths[i] == Truth.UNKNOWN)
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean shut(Formula.Literal literal, Truth[] truths, IntPredicate askable) {
    Truth truth = truths[literal.condition()];
    return truth == Truth.UNKNOWN
        ? !askable.test(literal.condition())
        : (truth == Truth.MET) != literal.positive();
  }
}
