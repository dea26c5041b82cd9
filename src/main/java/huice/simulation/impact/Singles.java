package huice.simulation.impact;

import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.explain.Differences;
import huice.explain.Reasons;
import huice.explain.Worded;
import huice.model.Amount;
import huice.model.Case;
import huice.model.Outcome;
import huice.model.Text;
import huice.simulation.impact.Telling.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Assesses the chosen cases once more under both releases, with reasons, and words them. */
final class Singles {
  private final CompiledRelease before;
  private final CompiledRelease after;
  private final People people;

  Singles(CompiledRelease before, CompiledRelease after, People people) {
    this.before = before;
    this.after = after;
    this.people = people;
  }

  List<Impact.Single> told(List<Candidate> chosen, Map<String, String> titles) {
    List<Impact.Single> told = new ArrayList<>();
    for (Candidate one : chosen) {
      Outcome old = outcome(before, one);
      Outcome now = outcome(after, one);
      Outcome any = now == null ? old : now;
      if (any != null) {
        told.add(
            new Impact.Single(
                told.size() + 1,
                one.scheme(),
                titles.getOrDefault(one.scheme(), one.scheme()),
                one.change(),
                words(now == null ? before : after).subject(any),
                old == null ? null : side(before, old),
                now == null ? null : side(after, now),
                old == null || now == null ? List.of() : Differences.between(old, now)));
      }
    }
    return told;
  }

  private @Nullable Outcome outcome(CompiledRelease release, Candidate one) {
    Case given =
        people.read(one.party(), one.party() + 1, release.source().dictionary()).get(0).given();
    if (given == null) {
      return null;
    }
    return release.assess(given, new Ask(Set.of(one.scheme()), true, false)).outcomes().stream()
        .filter(o -> o.scheme().equals(one.scheme()) && o.subject().equals(one.subject()))
        .map(o -> people.invented() ? o : Masked.of(o))
        .findFirst()
        .orElse(null);
  }

  private static Impact.Side side(CompiledRelease release, Outcome outcome) {
    Amount amount = outcome.amount();
    Text result = words(release).result(outcome);
    return new Impact.Side(
        outcome.indicative()
            ? Text.of(result.zh() + "（试算）", result.en() + " (indicative)")
            : result,
        amount == null ? null : Worded.amount(amount),
        Reasons.brief(outcome));
  }

  private static Worded words(CompiledRelease release) {
    return new Worded(release.source(), Map.of());
  }
}
