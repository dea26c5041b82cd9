package huice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Case;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.SchemeKind;
import huice.twin.RandomCases;
import huice.twin.Shipped;
import huice.twin.Workers;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What time alone changes, against asking again on every one of the next 800 days. */
class TimeAloneTest {
  private static final int CASES = Integer.getInteger("days", 20);
  private static final int DAYS = 800;
  private static final Ask BRIEF = new Ask(Set.of(), true, false);

  private static Case sample(long seed) {
    Workers workers = new Workers(Shipped.release().dictionary(), seed);
    RandomCases random = new RandomCases(Shipped.release().dictionary(), seed);
    Case whole = seed % 5 == 4 ? random.full(seed % 2 == 0) : workers.next();
    return seed % 3 == 1 ? random.degraded(whole, 12) : whole;
  }

  private static Map<String, Outcome> outcomes(Case asked, Ask ask, LocalDate known) {
    Map<String, Outcome> found = new HashMap<>();
    Shipped.compiled()
        .assess(asked, ask, known)
        .outcomes()
        .forEach(o -> found.put(o.scheme() + " " + o.subject(), o));
    return found;
  }

  /** What would have to be looked at again, had it changed. */
  private static String state(Outcome o) {
    StringBuilder state = new StringBuilder();
    state.append(o.outcome()).append(o.due() == null ? "" : o.due().by() + "" + o.due().items());
    if (o.amount() != null) {
      state.append(o.amount().value()).append(o.amount().low()).append(o.amount().high());
      state.append(o.amount().notSet());
    }
    o.conditions().forEach(c -> state.append(' ').append(c.result()));
    o.months().forEach(m -> state.append(m.month()).append(m.outcome()));
    return state.toString();
  }

  @Test
  void nothing_changes_before_the_day_on_which_to_recheck() {
    for (long seed = 0; seed < CASES; seed++) {
      Case asked = sample(seed);
      LocalDate on = asked.on();
      Map<String, Outcome> now = outcomes(asked, BRIEF, on);
      for (int i = 1; i < DAYS && !now.isEmpty(); i++) {
        LocalDate day = on.plusDays(i);
        now.values().removeIf(o -> o.recheckOn() != null && !o.recheckOn().isAfter(day));
        LocalDate known = seed % 2 == 0 ? day : on;
        String as = seed + " from " + on + " on " + day + " known to " + known;
        unchanged(now, outcomes(asked.on(day), of(now.values()), known), as);
      }
    }
  }

  /** Only the schemes that are still to be looked at. */
  private static Ask of(Collection<Outcome> outcomes) {
    Set<String> schemes = outcomes.stream().map(Outcome::scheme).collect(Collectors.toSet());
    return new Ask(schemes, true, false);
  }

  private static void unchanged(
      Map<String, Outcome> before, Map<String, Outcome> after, String as) {
    before.forEach(
        (key, outcome) -> {
          Outcome then = after.get(key);
          if (!state(then).equals(state(outcome))) {
            assertThat(state(then))
                .as(as + " " + key + " recheck " + outcome.recheckOn())
                .isEqualTo(state(outcome));
          }
        });
  }

  @Test
  void the_first_favourable_day_is_found_exactly() {
    Ask brief = new Ask(Set.of(), false, false);
    for (long seed = 0; seed < CASES; seed++) {
      Case asked = sample(seed);
      LocalDate on = asked.on();
      Map<String, Outcome> now = outcomes(asked, new Ask(Set.of(), false, true), on);
      Map<String, LocalDate> first = new HashMap<>();
      for (int i = 1; i <= DAYS; i++) {
        LocalDate day = on.plusDays(i);
        outcomes(asked.on(day), brief, on)
            .forEach(
                (key, o) -> {
                  if (o.outcome().favourable()) {
                    first.putIfAbsent(key, day);
                  }
                });
      }
      String as = seed + " from " + on;
      now.forEach((key, outcome) -> exact(outcome, first.get(key), as + " " + key, on));
    }
  }

  private static void exact(Outcome outcome, @Nullable LocalDate first, String as, LocalDate on) {
    LocalDate found = outcome.possibleFrom();
    boolean awaited =
        outcome.kind() != SchemeKind.OBLIGATION
            && !outcome.outcome().favourable()
            && outcome.outcome() != Result.NOT_EVALUATED;
    if (!awaited) {
      assertThat(found).as(as).isNull();
    } else if (first != null) {
      assertThat(found).as(as).isEqualTo(first);
    } else if (found != null) {
      assertThat(found).as(as).isAfter(on.plusDays(DAYS));
    }
  }
}
