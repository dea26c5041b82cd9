package huice.properties;

import huice.model.Assessment;
import huice.model.ConditionResult;
import huice.model.Missing;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.Truth;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Outcomes by scheme and subject, month by month, and what of them may be compared. */
final class Outcomes {
  private Outcomes() {}

  static Map<String, Outcome> bySubject(Assessment assessment) {
    Map<String, Outcome> found = new LinkedHashMap<>();
    assessment.outcomes().forEach(o -> found.put(o.scheme() + " " + o.subject(), o));
    return found;
  }

  /** The overall result under "all", and each month's. */
  static Map<String, Result> results(Assessment assessment) {
    Map<String, Result> found = new LinkedHashMap<>();
    bySubject(assessment)
        .forEach(
            (key, outcome) -> {
              found.put(key + " all", outcome.outcome());
              months(outcome)
                  .forEach((month, line) -> found.put(key + " " + month, line.outcome()));
            });
    return found;
  }

  static Map<YearMonth, MonthLine> months(Outcome outcome) {
    Map<YearMonth, MonthLine> lines = new TreeMap<>();
    for (MonthLine line : outcome.months()) {
      for (YearMonth m = line.month(); !m.isAfter(line.to()); m = m.plusMonths(1)) {
        lines.put(m, line);
      }
    }
    return lines;
  }

  static Map<String, Truth> conditions(List<ConditionResult> results) {
    Map<String, Truth> found = new TreeMap<>();
    results.forEach(r -> found.merge(r.id(), r.result(), (a, b) -> Truth.UNKNOWN));
    return found;
  }

  /** All that must not depend on the order in which anything was written down. */
  static String gist(Outcome o) {
    List<String> missing = o.missing().stream().map(Missing::fact).sorted().toList();
    Map<YearMonth, String> months = new TreeMap<>();
    months(o)
        .forEach(
            (m, l) ->
                months.put(m, l.outcome() + " " + amount(l.amount()) + conditions(l.conditions())));
    return o.outcome()
        + " "
        + amount(o.amount())
        + " due "
        + (o.due() == null ? null : o.due().by() + " " + o.due().items())
        + " "
        + months
        + conditions(o.conditions())
        + " missing "
        + missing
        + " recheck "
        + o.recheckOn()
        + " possible "
        + o.possibleFrom()
        + " unsettled "
        + o.unsettled().stream().sorted().toList();
  }

  static String amount(huice.model.@org.jspecify.annotations.Nullable Amount a) {
    return a == null ? "-" : a.value() + "[" + a.low() + "," + a.high() + "]" + a.notSet();
  }
}
