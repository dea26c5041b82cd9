package huice.explain;

import huice.model.Amount;
import huice.model.ConditionResult;
import huice.model.ConditionResult.Seen;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Missing;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.model.Pack;
import huice.model.Release;
import huice.model.Text;
import huice.model.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes outcomes apart for letters and pages. Reads the outcome's own record; the release gives
 * only labels. Immutable.
 */
public final class Teller {
  private static final Pattern CHOICE = Pattern.compile("(?<![a-z0-9_])[a-z][a-z0-9_]*");

  private final Release release;
  private final Dictionary dictionary;
  private final Map<String, Text> titles;
  private final Language language;
  private final Facts facts;

  /** {@code titles} by scheme id. */
  public Teller(Release release, Map<String, Text> titles, Language language) {
    this.release = release;
    this.dictionary = release.dictionary();
    this.titles = Map.copyOf(titles);
    this.language = language;
    this.facts = new Facts(dictionary);
  }

  public Told tell(Outcome outcome) {
    One one = new One(outcome);
    return new Told(
        language.say(outcome.title()),
        language.say(Words.subject(dictionary, outcome.subject())),
        outcome.outcome(),
        outcome.indicative(),
        one.conditions(outcome.conditions(), ConditionResult::inTheWay),
        one.conditions(outcome.conditions(), c -> c.result() == Truth.UNKNOWN),
        one.conditions(
            outcome.conditions(), c -> !c.inTheWay() && c.result() != Truth.UNKNOWN && !c.aside()),
        sum(outcome.amount()),
        one.months(),
        outcome.missing().stream().map(one::asked).toList(),
        outcome.givenUp().stream()
            .map(
                g ->
                    new Told.Lost(
                        title(g.scheme()),
                        title(g.because()),
                        language.say(g.reason()),
                        g.clause(),
                        g.months()))
            .toList(),
        outcome.notes().stream().map(language::say).toList(),
        outcome.unsettled(),
        one.data(),
        new Remedies(dictionary).of(outcome).stream().map(language::say).toList());
  }

  private String title(String scheme) {
    Text title = titles.get(scheme);
    return title == null ? "" : language.say(title);
  }

  private Told.@Nullable Sum sum(@Nullable Amount amount) {
    if (amount == null) {
      return null;
    }
    List<String> steps = new ArrayList<>();
    for (Amount.Step step : amount.steps()) {
      String equals = step.value().startsWith("≈") ? " " : " = ";
      steps.add(language.say(step.text()) + equals + language.say(Words.arithmetic(step.value())));
    }
    if (amount.cap() != null) {
      steps.add(language.say("受上限约束：", "limited by the cap: ") + amount.cap());
    }
    List<String> shares = new ArrayList<>();
    for (Amount.Share share : amount.shares()) {
      shares.add(
          language.say(person(share.to()))
              + language.say("：", ": ")
              + language.say(Words.money(share.value())));
    }
    boolean known = amount.value() != null || (amount.notSet().isEmpty());
    return new Told.Sum(
        known ? language.say(AmountWords.brief(amount)) : null, amount.notSet(), steps, shares);
  }

  /** A root of the case by its label; roots of one entity by their own name in the subjects. */
  private Text person(String root) {
    return dictionary
        .subject(root)
        .map(s -> s.label())
        .or(() -> dictionary.root(root).map(Entity::label))
        .orElseGet(() -> Text.of("", ""));
  }

  /** One outcome under way. */
  private final class One {
    private final Outcome outcome;
    private final Places places;
    private final String policy;

    One(Outcome outcome) {
      this.outcome = outcome;
      this.places = new Places(dictionary, outcome);
      this.policy =
          release.packs().stream()
              .filter(p -> p.id().equals(outcome.pack()))
              .map(Pack::title)
              .map(language::say)
              .findFirst()
              .orElse("");
    }

    List<Told.Condition> conditions(List<ConditionResult> all, Predicate<ConditionResult> wanted) {
      return all.stream().filter(wanted).map(this::condition).toList();
    }

    private Told.Condition condition(ConditionResult condition) {
      return new Told.Condition(
          condition.text(),
          condition.result(),
          condition.unless(),
          values(condition),
          condition.parameters().stream()
              .map(
                  p ->
                      new Told.Used(
                          p.name(),
                          worded(p.value(), condition),
                          p.from(),
                          Objects.requireNonNullElse(p.reference(), "")))
              .toList(),
          (policy + " " + condition.clause()).strip(),
          condition.file() + ":" + condition.line());
    }

    /** A parameter may list choices, which only the dictionary has words for. */
    private @Nullable String worded(@Nullable String value, ConditionResult condition) {
      return value == null
          ? null
          : CHOICE
              .matcher(value)
              .replaceAll(id -> Matcher.quoteReplacement(choice(id.group(), condition)));
    }

    /** By the facts that the condition saw; else by any, or as it stands. */
    private String choice(String id, ConditionResult condition) {
      return Stream.concat(
              condition.values().stream().flatMap(seen -> facts.fact(seen.of()).stream()),
              dictionary.entities().values().stream().flatMap(e -> e.facts().stream()))
          .flatMap(fact -> fact.choices().stream())
          .filter(choice -> choice.id().equals(id))
          .findFirst()
          .map(choice -> language.say(choice.label()))
          .orElse(id);
    }

    private List<Told.Datum> values(ConditionResult condition) {
      List<Told.Datum> values = new ArrayList<>();
      for (Seen seen : new LinkedHashSet<>(condition.values())) {
        if (!Words.repeatsTheMark(seen)) {
          values.add(datum(seen));
        }
      }
      return values;
    }

    private Told.Datum datum(Seen seen) {
      Text label = seen.label();
      if (label.zh().isEmpty()) {
        label = facts.fact(seen.of()).map(f -> f.label()).orElse(label);
      }
      return new Told.Datum(
          language.say(places.of(seen.of())) + language.say(label),
          seen.value(),
          seen.source(),
          seen.obtained(),
          seen.flags());
    }

    List<Told.Month> months() {
      List<Told.Month> months = new ArrayList<>();
      for (MonthLine span : MonthWords.spans(outcome.months())) {
        months.add(
            new Told.Month(
                span.month().toString(),
                span.to().toString(),
                span.outcome(),
                sum(span.amount()),
                span.outcome().favourable()
                    ? List.of()
                    : conditions(
                        span.conditions(), c -> c.inTheWay() || c.result() == Truth.UNKNOWN)));
      }
      return months;
    }

    Told.Asked asked(Missing missing) {
      return new Told.Asked(
          language.say(places.of(missing.fact())) + language.say(missing.question()),
          missing.sources(),
          missing.proofs(),
          facts.list(missing.fact()));
    }

    /** Every recorded value that the outcome rests on, once. */
    List<Told.Datum> data() {
      Map<String, Told.Datum> data = new LinkedHashMap<>();
      Stream.concat(
              outcome.conditions().stream(),
              outcome.months().stream().flatMap(m -> m.conditions().stream()))
          .flatMap(c -> c.values().stream())
          .filter(seen -> seen.source() != null && seen.of().indexOf('(') < 0)
          .forEach(seen -> data.putIfAbsent(seen.of() + seen.value(), datum(seen)));
      return List.copyOf(data.values());
    }
  }
}
