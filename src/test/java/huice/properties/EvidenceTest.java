package huice.properties;

import static org.assertj.core.api.Assertions.assertThat;

import huice.engine.Ask;
import huice.model.Case;
import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Quality;
import huice.model.Result;
import huice.twin.Reshaped;
import huice.twin.Shipped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No adverse outcome rests on weak, withdrawn or conflicting evidence (R15, R17). */
class EvidenceTest {
  private static final int CASES = Integer.getInteger("properties", 1000);

  private static final Evidence ESTIMATED =
      new Evidence("document", null, Quality.ESTIMATED, null, false);
  private static final Evidence MATCHED =
      new Evidence("document", null, Quality.MATCHED, null, false);
  private static final Evidence WITHDRAWN =
      new Evidence("document", null, Quality.VERIFIED, null, true);

  private interface Doubt {
    Known of(Fact fact, Known known);
  }

  private static Map<String, Result> results(Case asked, Doubt doubt) {
    Case doubtful =
        Reshaped.copy(
            asked,
            new Reshaped.Change() {
              @Override
              public Known fact(Node node, Fact fact, Known known) {
                return known instanceof Known.Absent ? known : doubt.of(fact, known);
              }
            });
    return Outcomes.results(Shipped.compiled().assess(doubtful, new Ask(Set.of(), false, false)));
  }

  private static Known on(Evidence evidence, Known known) {
    return known instanceof Known.Value value
        ? new Known.Value(value.raw(), evidence)
        : new Known.None(evidence);
  }

  /** What is adverse on doubtful facts is as adverse when nothing at all is known of them. */
  private static void carriesNothingAdverse(Doubt doubt) {
    for (int seed = 0; seed < CASES; seed++) {
      Case asked = Cases.full(seed);
      Map<String, Result> nothing = results(asked, (fact, known) -> Known.ABSENT);
      String as = "seed " + seed;
      results(asked, doubt)
          .forEach(
              (key, result) -> {
                if (result.adverse() && nothing.get(key) != result) {
                  assertThat(nothing.get(key)).as(as + " " + key).isEqualTo(result);
                }
              });
    }
  }

  @Test
  void estimated_facts_carry_no_adverse_outcome() {
    carriesNothingAdverse((fact, known) -> on(ESTIMATED, known));
  }

  @Test
  void matched_facts_carry_no_adverse_outcome() {
    carriesNothingAdverse((fact, known) -> on(MATCHED, known));
  }

  @Test
  void withdrawn_facts_carry_no_adverse_outcome() {
    carriesNothingAdverse((fact, known) -> on(WITHDRAWN, known));
  }

  /** One doubtful fact among certain ones is held against nobody more than its absence is. */
  private static void oneCarriesNothingAdverse(Doubt doubt) {
    for (int seed = 0; seed < CASES / 50; seed++) {
      Case asked = Cases.full(seed);
      for (Reshaped.FactPlace place : Reshaped.facts(asked)) {
        if (place.node().fact(place.fact()) instanceof Known.Value value) {
          Map<String, Result> absent = brief(Reshaped.without(asked, place));
          String as = seed + " " + place.path();
          brief(Reshaped.with(asked, place, doubt.of(place.fact(), value)))
              .forEach(
                  (key, result) -> {
                    if (result.adverse() && absent.get(key) != result) {
                      assertThat(absent.get(key)).as(as + " " + key).isEqualTo(result);
                    }
                  });
        }
      }
    }
  }

  @Test
  void one_fact_in_conflict_never_makes_an_outcome_adverse() {
    oneCarriesNothingAdverse(
        (fact, known) -> {
          Known.Value value = (Known.Value) known;
          Known.Value other = new Known.Value(other(fact, value.raw()), ESTIMATED);
          return new Known.Conflict(List.of(value, other));
        });
  }

  @Test
  void one_estimated_fact_never_makes_an_outcome_adverse() {
    oneCarriesNothingAdverse((fact, known) -> on(ESTIMATED, known));
  }

  private static long other(Fact fact, long raw) {
    return switch (fact.type()) {
      case YES_NO -> 1 - raw;
      case CHOICE -> (raw + 1) % fact.choices().size();
      case DATE -> raw + 40;
      case MONEY, COUNT -> raw + 2_000_000;
    };
  }

  private static Map<String, Result> brief(Case asked) {
    return Outcomes.results(Shipped.compiled().assess(asked, new Ask(Set.of(), false, false)));
  }
}
