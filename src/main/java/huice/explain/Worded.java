package huice.explain;

import huice.model.Amount;
import huice.model.Clause;
import huice.model.ConditionResult;
import huice.model.Dictionary;
import huice.model.Fact;
import huice.model.Missing;
import huice.model.Outcome;
import huice.model.Pack;
import huice.model.Release;
import huice.model.Result;
import huice.model.SchemeKind;
import huice.model.Text;
import huice.model.Truth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an outcome in words, for pages: the same words as {@link Explainer}'s, part by part.
 * Reads the outcome's own record; the release gives only labels and clause texts. Immutable.
 */
public final class Worded {
  private final Dictionary dictionary;
  private final Headline headline;
  private final Remedies remedies;
  private final Facts facts;
  private final Map<String, Clause> clauses = new HashMap<>();

  /** {@code titles} by scheme id. */
  public Worded(Release release, Map<String, Text> titles) {
    this.dictionary = release.dictionary();
    this.headline = new Headline(Map.copyOf(titles));
    this.remedies = new Remedies(dictionary);
    this.facts = new Facts(dictionary);
    for (Pack pack : release.packs()) {
      pack.clauses().forEach(clause -> clauses.put(pack.id() + " " + clause.id(), clause));
    }
  }

  /** How a condition stands to the outcome. */
  public enum Stand {
    GOOD,
    BAD,
    OPEN,
    ASIDE
  }

  /** A value that a condition saw: what, which, and from where. */
  public record Value(
      Text label,
      String value,
      @Nullable Text source,
      @Nullable LocalDate obtained,
      List<Text> flags) {
    public Value {
      flags = List.copyOf(flags);
    }
  }

  /** One condition whole (R8). {@code clauses} with their text, as far as it is at hand. */
  public record Condition(
      Stand stand,
      Text sentence,
      Text result,
      List<Value> values,
      List<ConditionResult.ParameterSeen> parameters,
      String clause,
      List<Clause> clauses,
      String file,
      int line,
      @Nullable LocalDate changesOn) {
    public Condition {
      values = List.copyOf(values);
      parameters = List.copyOf(parameters);
      clauses = List.copyOf(clauses);
    }
  }

  /** Equal months of a monthly outcome, with the conditions that are in the way or unknown. */
  public record Month(
      YearMonth from, YearMonth to, Result outcome, Text result, List<Condition> open) {
    public Month {
      open = List.copyOf(open);
    }
  }

  /**
   * Something that is missing: where it belongs, the question, who may say it and what proves it.
   */
  public record Asked(
      String fact, Text place, Text label, Text question, List<Text> sources, List<String> proofs) {
    public Asked {
      sources = List.copyOf(sources);
      proofs = List.copyOf(proofs);
    }
  }

  /** What an outcome came to, in one phrase. */
  public Text result(Outcome outcome) {
    return headline.result(outcome);
  }

  /** One of the program's own results, by the kind of scheme. */
  public static Text result(SchemeKind kind, Result result) {
    return Words.result(kind, result);
  }

  /** The subject as people call it, a row with the day from which it is. */
  public Text subject(Outcome outcome) {
    Text subject = Words.subject(dictionary, outcome.subject());
    String since = facts.since(outcome).orElse("");
    return since.isEmpty()
        ? subject
        : Text.of(subject.zh() + "，" + since, subject.en() + ", " + since);
  }

  public static Text amount(Amount amount) {
    return AmountWords.brief(amount);
  }

  /** The steps of the arithmetic, each with what it gave. */
  public static List<Text> arithmetic(Amount amount) {
    return amount.steps().stream()
        .map(
            step -> {
              Text value = Words.arithmetic(step.value());
              String equals = step.value().startsWith("≈") ? " " : " = ";
              return Text.of(
                  step.text().zh() + equals + value.zh(), step.text().en() + equals + value.en());
            })
        .toList();
  }

  public List<Condition> conditions(Outcome outcome) {
    return outcome.conditions().stream().map(c -> condition(outcome, c)).toList();
  }

  /** Month by month; empty for what does not go by the month. */
  public List<Month> months(Outcome outcome) {
    return outcome.months().stream()
        .map(
            line ->
                new Month(
                    line.month(),
                    line.to(),
                    line.outcome(),
                    Words.result(outcome.kind(), line.outcome()),
                    line.outcome().favourable()
                        ? List.of()
                        : line.conditions().stream()
                            .map(c -> condition(outcome, c))
                            .filter(c -> c.stand() == Stand.BAD || c.stand() == Stand.OPEN)
                            .toList()))
        .toList();
  }

  private Condition condition(Outcome outcome, ConditionResult condition) {
    Places places = new Places(dictionary, outcome);
    List<Value> values = new ArrayList<>();
    for (ConditionResult.Seen seen : new LinkedHashSet<>(condition.values())) {
      if (!Words.repeatsTheMark(seen)) {
        values.add(value(places, seen));
      }
    }
    return new Condition(
        stand(condition),
        Words.sentence(condition),
        Words.truth(condition.result()),
        values,
        condition.parameters(),
        condition.clause(),
        clauses(outcome.pack(), condition.clause()),
        condition.file(),
        condition.line(),
        condition.changesOn());
  }

  private static Stand stand(ConditionResult condition) {
    if (condition.aside()) {
      return Stand.ASIDE;
    }
    if (condition.result() == Truth.UNKNOWN) {
      return Stand.OPEN;
    }
    return condition.inTheWay() ? Stand.BAD : Stand.GOOD;
  }

  private static Value value(Places places, ConditionResult.Seen seen) {
    Text place = places.of(seen.of());
    Text label = ConditionWords.label(seen);
    return new Value(
        Text.of(place.zh() + label.zh(), place.en() + label.en()),
        seen.value(),
        seen.source() == null ? null : Words.source(seen.source()),
        seen.obtained(),
        seen.flags().stream().map(Words::flag).toList());
  }

  /** A line may rest on several clauses: 二（一）1d、二（一）1e. */
  private List<Clause> clauses(String pack, String names) {
    List<Clause> found = new ArrayList<>();
    for (String name : names.split("[、,，;； ]+")) {
      Clause clause = clauses.get(pack + " " + name);
      if (clause != null) {
        found.add(clause);
      }
    }
    return found;
  }

  /** Everything that is missing, told once (R53). */
  public List<Asked> missing(Outcome outcome) {
    Places places = new Places(dictionary, outcome);
    return outcome.missing().stream().map(m -> asked(places, m)).toList();
  }

  private Asked asked(Places places, Missing missing) {
    return new Asked(
        missing.fact(),
        places.of(missing.fact()),
        missing.label(),
        missing.question(),
        missing.sources().stream().map(Words::source).toList(),
        missing.proofs());
  }

  /** A fact of the outcome's case as people call it, with the row in which it lies. */
  public Text label(Outcome outcome, String path) {
    Text place = new Places(dictionary, outcome).of(path);
    Text label = fact(path).map(Fact::label).orElseGet(() -> Text.of(path, path));
    return Text.of(place.zh() + label.zh(), place.en() + label.en());
  }

  /** What would change it, and nothing that is nobody's business (R10). */
  public List<Text> remedies(Outcome outcome) {
    return remedies.of(outcome);
  }

  /** What proves the facts that a scheme reads, each with the facts that it proves. */
  public Map<String, List<Text>> proofs(Set<String> read) {
    Map<String, List<Text>> proofs = new LinkedHashMap<>();
    for (var entity : dictionary.entities().values()) {
      for (Fact fact : entity.facts()) {
        if (read.contains(fact.entity() + "." + fact.id())) {
          for (String proof : fact.proofs()) {
            proofs.computeIfAbsent(proof, p -> new ArrayList<>()).add(fact.label());
          }
        }
      }
    }
    return proofs;
  }

  /** The fact at the end of a case's path; empty for a list. */
  public Optional<Fact> fact(String path) {
    return facts.fact(path);
  }

  public static Text source(String source) {
    return Words.source(source);
  }
}
