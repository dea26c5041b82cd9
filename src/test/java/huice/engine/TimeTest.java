package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Assessment;
import huice.model.Case;
import huice.model.ConditionResult;
import huice.model.Outcome;
import huice.model.SchemeKind;
import huice.model.TestCase;
import huice.model.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an outcome says of the future, against every single day of it. */
class TimeTest {
  private static final int DAYS = 800;
  private static final int EVERY = 16;

  private static List<TestCase> sample() {
    List<TestCase> all = ShippedRelease.SOURCE.cases();
    List<TestCase> sample = new ArrayList<>();
    for (int i = 0; i < all.size(); i += EVERY) {
      sample.add(all.get(i));
    }
    return sample;
  }

  private static Map<String, Outcome> bySubject(Assessment assessment) {
    return assessment.outcomes().stream()
        .collect(Collectors.toMap(o -> o.scheme() + " " + o.subject(), Function.identity()));
  }

  @Test
  void nothing_changes_before_the_day_named_for_another_look() {
    for (TestCase test : sample()) {
      Case asked = test.given();
      Map<String, Outcome> first =
          bySubject(
              ShippedRelease.COMPILED.assess(
                  asked, new Ask(java.util.Set.of(test.scheme()), true, false)));
      LocalDate last =
          first.values().stream()
              .map(o -> o.recheckOn() == null ? asked.on().plusDays(DAYS) : o.recheckOn())
              .max(LocalDate::compareTo)
              .orElse(asked.on());
      for (LocalDate day = asked.on().plusDays(1);
          day.isBefore(last) && day.isBefore(asked.on().plusDays(DAYS));
          day = day.plusDays(1)) {
        Map<String, Outcome> later =
            bySubject(
                ShippedRelease.COMPILED.assess(
                    asked.on(day), new Ask(java.util.Set.of(test.scheme()), true, false)));
        for (Map.Entry<String, Outcome> entry : first.entrySet()) {
          LocalDate recheck = entry.getValue().recheckOn();
          if (recheck == null || day.isBefore(recheck)) {
            Outcome then = later.get(entry.getKey());
            assertThat(then.outcome())
                .as("%s: %s on %s", test.name(), entry.getKey(), day)
                .isEqualTo(entry.getValue().outcome());
            assertThat(truths(then))
                .as("%s: %s on %s", test.name(), entry.getKey(), day)
                .isEqualTo(truths(entry.getValue()));
            assertThat(then.amount())
                .as("%s: %s on %s", test.name(), entry.getKey(), day)
                .isEqualTo(entry.getValue().amount());
          }
        }
      }
    }
  }

  private static List<Truth> truths(Outcome outcome) {
    return outcome.conditions().stream().map(ConditionResult::result).toList();
  }

  @Test
  void the_day_from_which_it_is_possible_is_the_first_such_day() {
    for (TestCase test : sample()) {
      Case asked = test.given();
      if (asked.from() != null || asked.to() != null) {
        continue;
      }
      Map<String, Outcome> first =
          bySubject(ShippedRelease.COMPILED.assess(asked, Ask.only(test.scheme())));
      for (Map.Entry<String, Outcome> entry : first.entrySet()) {
        Outcome outcome = entry.getValue();
        if (outcome.kind() == SchemeKind.OBLIGATION || outcome.outcome().favourable()) {
          assertThat(outcome.possibleFrom()).isNull();
          continue;
        }
        LocalDate expected = null;
        for (int i = 1; i <= DAYS && expected == null; i++) {
          LocalDate day = asked.on().plusDays(i);
          Ask quick = new Ask(java.util.Set.of(test.scheme()), false, false);
          Outcome then =
              bySubject(ShippedRelease.COMPILED.assess(asked.on(day), quick, asked.on()))
                  .get(entry.getKey());
          expected = then.outcome().favourable() ? day : null;
        }
        LocalDate told = outcome.possibleFrom();
        if (told == null || !told.isAfter(asked.on().plusDays(DAYS))) {
          assertThat(told).as("%s: %s", test.name(), entry.getKey()).isEqualTo(expected);
        }
      }
    }
  }
}
