package huice.simulation.impact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * The most telling single cases: a change of result before a change of amount, then the largest
 * difference; taken in turn from every scheme and every kind of change, so that none fills the
 * list. The same cases for the same population, in whatever order they were met. One thread.
 */
final class Telling {
  private final int most;
  private final Map<Change, Map<String, PriorityQueue<Candidate>>> kept =
      new EnumMap<>(Change.class);

  /** {@code party} is its number in the population; {@code apart} by how much the sums differ. */
  record Candidate(String scheme, String subject, Change change, BigDecimal apart, int party) {}

  private static final Comparator<Candidate> BEST =
      Comparator.comparing(Candidate::apart)
          .reversed()
          .thenComparingInt(Candidate::party)
          .thenComparing(Candidate::subject);

  private static final Comparator<Candidate> TOLD =
      Comparator.comparing((Candidate c) -> !c.change().ofResult())
          .thenComparing(BEST)
          .thenComparing(Candidate::scheme);

  Telling(int most) {
    this.most = most;
  }

  void add(Candidate candidate) {
    PriorityQueue<Candidate> queue =
        kept.computeIfAbsent(candidate.change(), c -> new TreeMap<>())
            .computeIfAbsent(candidate.scheme(), s -> new PriorityQueue<>(BEST.reversed()));
    if (queue.size() < most) {
      queue.add(candidate);
    } else if (BEST.compare(candidate, queue.element()) < 0) {
      queue.remove();
      queue.add(candidate);
    }
  }

  void add(Telling other) {
    other.kept.values().forEach(by -> by.values().forEach(queue -> queue.forEach(this::add)));
  }

  /** The chosen ones, changes of result first, then by how much the sums differ. */
  List<Candidate> chosen() {
    List<List<Candidate>> stacks = new ArrayList<>();
    kept.forEach((change, by) -> by.forEach((scheme, queue) -> stacks.add(sorted(queue))));
    List<Candidate> chosen = new ArrayList<>();
    for (int turn = 0; chosen.size() < most && turn < most; turn++) {
      int next = turn;
      stacks.stream()
          .filter(stack -> stack.size() > next)
          .map(stack -> stack.get(next))
          .sorted(TOLD)
          .limit(most - chosen.size())
          .forEach(chosen::add);
    }
    return chosen.stream().sorted(TOLD).toList();
  }

  private static List<Candidate> sorted(PriorityQueue<Candidate> queue) {
    return queue.stream().sorted(BEST).toList();
  }
}
