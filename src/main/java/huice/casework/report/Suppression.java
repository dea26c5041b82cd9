package huice.casework.report;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which cells of a column are not shown: those of few people, and as many others as it takes that
 * none can be worked out from a total. {@code total}: nothing is left to hide behind, so that the
 * total is not shown either.
 */
record Suppression(Set<Integer> rows, boolean total) {

  static Suppression of(List<Long> counts, int fewest) {
    Set<Integer> hidden = new TreeSet<>();
    IntStream.range(0, counts.size())
        .filter(i -> counts.get(i) > 0 && counts.get(i) < fewest)
        .forEach(hidden::add);
    while (tells(hidden, counts, fewest)) {
      int next =
          IntStream.range(0, counts.size())
              .filter(i -> !hidden.contains(i) && counts.get(i) > 0)
              .boxed()
              .min(Comparator.comparing(counts::get))
              .orElse(-1);
      if (next < 0) {
        return new Suppression(hidden, true);
      }
      hidden.add(next);
    }
    return new Suppression(hidden, false);
  }

  /** Whether the total less what is shown tells what is hidden, or that it is few. */
  private static boolean tells(Set<Integer> hidden, List<Long> counts, int fewest) {
    long sum = hidden.stream().mapToLong(counts::get).sum();
    return hidden.size() == 1 || (!hidden.isEmpty() && sum < fewest);
  }

  boolean hides(int row) {
    return rows.contains(row);
  }
}
