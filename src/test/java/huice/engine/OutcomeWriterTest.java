package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Amount;
import huice.model.ConditionResult;
import huice.model.Missing;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.TestCase;
import huice.model.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the record of an outcome holds, over the packs' own cases. */
class OutcomeWriterTest {
  @Test
  void what_any_month_lacks_is_missing_for_the_outcome() {
    int partly = 0;
    for (Outcome outcome : outcomes().toList()) {
      List<String> all = outcome.missing().stream().map(Missing::fact).toList();
      List<String> months =
          outcome.months().stream().flatMap(m -> m.missing().stream()).map(Missing::fact).toList();
      assertThat(all).as(outcome.scheme()).containsAll(months).doesNotHaveDuplicates();
      partly += outcome.outcome().settled() && !months.isEmpty() ? 1 : 0;
    }
    assertThat(partly).isPositive();
  }

  @Test
  void what_follows_from_a_breach_is_not_noted_where_the_duty_was_kept() {
    assertThat(notes(Result.KEPT)).noneMatch(n -> n.contains("没有达到的"));
    assertThat(notes(Result.NOT_KEPT)).anyMatch(n -> n.contains("没有达到的"));
    assertThat(notes(Result.NEEDS_INFO)).anyMatch(n -> n.contains("没有达到的"));
  }

  @Test
  void arithmetic_leaves_out_what_adds_nothing_and_says_which_cap_was_not_exceeded() {
    List<String> steps =
        outcomes()
            .flatMap(o -> Stream.ofNullable(o.amount()))
            .flatMap(a -> a.steps().stream())
            .map(Amount.Step::value)
            .toList();

    assertThat(steps)
        .noneMatch(s -> s.matches(".*\\+ 0 元(?! 至).*") || s.contains("(0 元 +"))
        .noneMatch(s -> s.matches(".*= \\d+/\\d+$"))
        .anyMatch(s -> s.endsWith("（没有超过）"));
  }

  @Test
  void the_interval_by_which_something_is_due_is_among_the_parameters() {
    assertThat(
            outcomes()
                .filter(o -> o.scheme().equals("follow-up") && o.outcome() == Result.DUE)
                .flatMap(o -> o.parameters().stream())
                .map(ConditionResult.ParameterSeen::name))
        .contains("无业联系间隔");
  }

  private static List<String> notes(Result result) {
    return outcomes()
        .filter(o -> o.outcome() == result)
        .flatMap(o -> o.notes().stream())
        .map(Text::zh)
        .toList();
  }

  private static Stream<Outcome> outcomes() {
    return ShippedRelease.SOURCE.cases().stream().flatMap(OutcomeWriterTest::outcomes);
  }

  private static Stream<Outcome> outcomes(TestCase test) {
    Ask ask = new Ask(Set.of(test.scheme()), true, false);
    return ShippedRelease.COMPILED.assess(test.given(), ask).outcomes().stream();
  }
}
