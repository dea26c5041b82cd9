package huice.properties;

import static org.assertj.core.api.Assertions.assertThat;

import huice.engine.Ask;
import huice.engine.SchemeInfo;
import huice.model.Amount;
import huice.model.Case;
import huice.model.ConditionResult;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.model.Result;
import huice.twin.Shipped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of every outcome of every case. */
class OutcomeTest {
  private static final int CASES = Integer.getInteger("properties", 1000);

  private static Case asked(int seed) {
    return seed % 3 == 0 ? Cases.full(seed) : Cases.partial(seed);
  }

  private static List<Outcome> outcomes(int seed) {
    return Shipped.compiled().assess(asked(seed), new Ask(Set.of(), true, false)).outcomes();
  }

  @Test
  void every_outcome_has_a_result_for_every_condition_and_every_scheme_is_evaluated() {
    Map<String, SchemeInfo> infos = new HashMap<>();
    Shipped.compiled().schemes().forEach(s -> infos.put(s.id(), s));
    for (int seed = 0; seed < CASES; seed++) {
      for (Outcome outcome : outcomes(seed)) {
        String as = seed + " " + outcome.scheme() + " " + outcome.subject();
        SchemeInfo info = infos.get(outcome.scheme());
        assertThat(outcome.outcome()).as(as).isNotEqualTo(Result.NOT_EVALUATED);
        assertThat(outcome.indicative())
            .as(as)
            .isEqualTo(draft(outcome) && !adopted(outcome, seed));
        whole(info, outcome.outcome(), outcome.conditions(), as);
        for (MonthLine line : outcome.months()) {
          assertThat(line.outcome()).as(as).isNotEqualTo(Result.NOT_EVALUATED);
          whole(info, line.outcome(), line.conditions(), as + " " + line.month());
        }
      }
    }
  }

  private static boolean draft(Outcome outcome) {
    return Shipped.release().pack(outcome.pack()).orElseThrow().draft();
  }

  /** A draft's service that a named person has adopted is no longer indicative. */
  private static boolean adopted(Outcome outcome, int seed) {
    LocalDate on = asked(seed).on();
    return Shipped.release().packs().stream()
        .flatMap(p -> p.services().stream())
        .anyMatch(s -> s.scheme().equals(outcome.scheme()) && !s.from().isAfter(on));
  }

  private static void whole(
      SchemeInfo info, Result result, List<ConditionResult> conditions, String as) {
    List<String> ids = conditions.stream().map(ConditionResult::id).toList();
    if (ids.isEmpty()) {
      // Where the day of an event chooses the version and is not known, that day is asked for.
      boolean byEvent = Shipped.compiled().drl(info.id()).contains("version.rule(");
      if (!byEvent || result != Result.NEEDS_INFO) {
        assertThat(result).as(as + " has no version in force").isEqualTo(Result.UNSETTLED);
      }
      return;
    }
    List<List<String>> versions = new ArrayList<>();
    for (SchemeInfo.Version version : info.versions()) {
      versions.add(
          version.lines().stream()
              .map(SchemeInfo.Line::id)
              .filter(id -> !id.isEmpty())
              .distinct()
              .toList());
    }
    assertThat(versions).as(as).contains(ids);
  }

  @Test
  void people_are_asked_when_information_is_needed_and_only_then() {
    for (int seed = 0; seed < CASES; seed++) {
      for (Outcome outcome : outcomes(seed)) {
        String as = seed + " " + outcome.scheme() + " " + outcome.subject();
        if (outcome.outcome() == Result.NEEDS_INFO) {
          assertThat(outcome.missing()).as(as).isNotEmpty();
        }
        if (outcome.outcome() == Result.UNSETTLED) {
          assertThat(outcome.missing()).as(as).isEmpty();
          assertThat(outcome.unsettled()).as(as).isNotEmpty();
        }
      }
    }
  }

  @Test
  void an_amount_that_is_not_set_is_no_number_and_a_range_has_two_ends_in_order() {
    for (int seed = 0; seed < CASES; seed++) {
      for (Outcome outcome : outcomes(seed)) {
        amount(outcome.amount(), seed + " " + outcome.scheme());
        outcome.months().forEach(l -> amount(l.amount(), outcome.scheme() + " " + l.month()));
      }
    }
  }

  private static void amount(@Nullable Amount amount, String as) {
    if (amount == null) {
      return;
    }
    if (!amount.notSet().isEmpty()) {
      assertThat(amount.value()).as(as).isNull();
      assertThat(amount.low()).as(as).isNull();
      assertThat(amount.high()).as(as).isNull();
    } else if (amount.value() != null) {
      assertThat(amount.value().scale()).as(as).isEqualTo(2);
    } else if (amount.low() != null && amount.high() != null) {
      assertThat(amount.low()).as(as).isLessThan(amount.high());
    }
  }
}
