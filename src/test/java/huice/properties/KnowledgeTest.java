package huice.properties;

import static org.assertj.core.api.Assertions.fail;

import huice.engine.Ask;
import huice.model.Assessment;
import huice.model.Case;
import huice.model.Result;
import huice.twin.RandomCases;
import huice.twin.Reshaped;
import huice.twin.Shipped;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Knowing more never changes a settled outcome; knowing less never turns one adverse (R14). */
class KnowledgeTest {
  private static final int CASES = Integer.getInteger("properties", 800);
  private static final Ask BRIEF = new Ask(Set.of(), false, false);

  private static Assessment assess(Case asked) {
    return Shipped.compiled().assess(asked, BRIEF);
  }

  /** Every settled result of {@code less} is that of {@code more}. */
  private static void settledStays(Case less, Case more, String as) {
    Map<String, Result> before = Outcomes.results(assess(less));
    Map<String, Result> after = Outcomes.results(assess(more));
    before.forEach(
        (key, result) -> {
          if (result.settled() && after.containsKey(key) && after.get(key) != result) {
            fail(as + ": " + key + " was " + result + ", is " + after.get(key));
          }
        });
  }

  @Test
  void adding_facts_never_changes_a_settled_outcome() {
    for (int seed = 0; seed < CASES; seed++) {
      RandomCases random = new RandomCases(Shipped.release().dictionary(), seed);
      Case known = Cases.full(random, seed);
      for (int oneOf : new int[] {15, 8, 4}) {
        Case less = random.degraded(known, oneOf);
        settledStays(less, known, "seed " + seed + " less " + oneOf);
        known = less;
      }
    }
  }

  @Test
  void every_completion_of_a_settled_case_gives_its_outcome() {
    for (int seed = 0; seed < CASES; seed++) {
      RandomCases random = new RandomCases(Shipped.release().dictionary(), seed);
      Case less = random.degraded(Cases.full(random, seed), 3 + seed % 8);
      for (int i = 0; i < 3; i++) {
        settledStays(less, random.completed(less), "seed " + seed + " completion " + i);
      }
    }
  }

  @Test
  void no_outcome_turns_adverse_by_removing_a_fact_or_a_row() {
    for (int seed = 0; seed < CASES / 10; seed++) {
      RandomCases random = new RandomCases(Shipped.release().dictionary(), seed);
      Case known = Cases.full(random, seed);
      if (seed % 2 == 1) {
        known = random.degraded(known, 6);
      }
      Map<String, Result> before = Outcomes.results(assess(known));
      for (Reshaped.FactPlace place : Reshaped.facts(known)) {
        notAdverse(before, Reshaped.without(known, place), seed + " without " + place.path());
      }
      for (Reshaped.RowPlace place : Reshaped.rows(known)) {
        notAdverse(before, Reshaped.without(known, place), seed + " without " + place.path());
      }
    }
  }

  private static void notAdverse(Map<String, Result> before, Case less, String as) {
    Outcomes.results(assess(less))
        .forEach(
            (key, result) -> {
              // A row that may be of another kind has an outcome of its own, which owes nothing.
              boolean appeared =
                  !before.containsKey(key) && result == Result.NOT_DUE && ofSomeRows(key);
              if (result.settled() && before.get(key) != result && !appeared) {
                fail(as + ": " + key + " was " + before.get(key) + ", is " + result);
              }
            });
  }

  /** Whether the subject of an outcome is only some rows of a list, by a choice of the row. */
  private static boolean ofSomeRows(String key) {
    return Shipped.release()
        .dictionary()
        .subject(key.split(" ")[1])
        .filter(subject -> !subject.where().isEmpty())
        .isPresent();
  }
}
