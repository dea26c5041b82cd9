package huice.casework.impact;

import java.util.List;
import java.util.function.IntConsumer;

/** The work of one comparison, given by the door that began it. */
public interface Comparing {
  /**
   * Does it.
   *
   * @param people told first how many parties it is about
   * @param progress told, from any thread, how many parties are done
   */
  Found run(IntConsumer people, IntConsumer progress);

  /**
   * What came of it: of how many parties, the result as JSON without anything personal, what
   * differs.
   */
  record Found(int people, String content, List<Difference> differences) {
    public Found {
      differences = List.copyOf(differences);
    }
  }

  /** How many outcomes of a scheme differ in one way. */
  record Difference(String scheme, String change, long count) {}
}
