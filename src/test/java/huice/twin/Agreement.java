package huice.twin;

import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.model.Amount;
import huice.model.Case;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.model.Parameter;
import huice.model.Release;
import huice.model.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the engine with the twin, case by case, and keeps the first differences in words. */
public final class Agreement {
  /** The schemes that the twin knows. */
  public static final Set<String> SCHEMES =
      Set.of(
          "couple-award",
          "follow-up",
          "minimum-wage",
          "public-welfare-post",
          "service-1311",
          "social-insurance-flexible",
          "startup-loan-interest",
          "wages-on-time",
          "written-contract");

  private static final Ask BRIEF = new Ask(SCHEMES, false, false);
  private static final int KEPT = 20;

  private final CompiledRelease engine;
  private final PlainTwin twin;
  private final List<String> differences = new ArrayList<>();
  private final Map<String, Integer> seen = new TreeMap<>();

  public Agreement(CompiledRelease engine) {
    this.engine = engine;
    this.twin = new PlainTwin(engine.source().dictionary(), holidays(Shipped.release()));
  }

  /** The published list, which the twin reads as data. */
  public static Set<LocalDate> holidays(Release release) {
    return release.packs().stream()
        .flatMap(p -> p.parameters().stream())
        .filter(p -> p.name().equals("法定节假日"))
        .map(Parameter::versions)
        .flatMap(List::stream)
        .flatMap(v -> v.list().stream())
        .map(LocalDate::parse)
        .collect(Collectors.toSet());
  }

  boolean compare(Case asked, String name) {
    Map<String, Verdict> expected = new HashMap<>();
    twin.judge(asked).forEach(v -> expected.put(v.scheme() + " " + v.subject(), v));
    boolean agreed = true;
    for (Outcome outcome : engine.assess(asked, BRIEF).outcomes()) {
      String key = outcome.scheme() + " " + outcome.subject();
      Verdict verdict = expected.remove(key);
      String theirs = verdict == null ? "nothing" : shown(verdict);
      String ours = shown(outcome);
      if (!ours.equals(theirs)) {
        agreed = false;
        note(name + ": " + key + " engine " + ours + " twin " + theirs);
      }
      seen.merge(outcome.scheme() + " " + outcome.outcome(), 1, Integer::sum);
    }
    expected.keySet().forEach(k -> note(name + ": " + k + " only by the twin"));
    return agreed && expected.isEmpty();
  }

  private void note(String difference) {
    if (differences.size() < KEPT) {
      differences.add(difference);
    }
  }

  private static String shown(Verdict v) {
    String sum = v.sum() == null ? "-" : v.sum().shown();
    return v.outcome() + " " + v.months() + " " + sum + " " + Objects.toString(v.due());
  }

  private static String shown(Outcome o) {
    LocalDate due = o.due() == null ? null : o.due().by();
    return o.outcome() + " " + months(o) + " " + shown(o.amount()) + " " + Objects.toString(due);
  }

  private static List<Result> months(Outcome outcome) {
    List<Result> results = new ArrayList<>();
    for (MonthLine line : outcome.months()) {
      for (YearMonth m = line.month(); !m.isAfter(line.to()); m = m.plusMonths(1)) {
        results.add(line.outcome());
      }
    }
    return results;
  }

  private static String shown(@Nullable Amount amount) {
    if (amount == null) {
      return "-";
    }
    if (!amount.notSet().isEmpty()) {
      return "not set";
    }
    return amount.value() != null
        ? amount.value().toPlainString()
        : plain(amount.low()) + " to " + plain(amount.high());
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "?" : number.toPlainString();
  }

  public List<String> differences() {
    return List.copyOf(differences);
  }

  /** How often each scheme came to each result. */
  public Map<String, Integer> seen() {
    return seen;
  }
}
