package huice.simulation.impact;

import huice.model.ConditionResult;
import huice.model.MonthLine;
import huice.model.Outcome;
import java.util.List;

/**
 * An outcome of somebody real with all taken out that was seen of them: what stays are results,
 * sentences and parameters, which are the rules' own.
 */
final class Masked {
  private Masked() {}

  static Outcome of(Outcome outcome) {
    return new Outcome(
        outcome.scheme(),
        outcome.title(),
        outcome.pack(),
        outcome.kind(),
        outcome.subject(),
        outcome.outcome(),
        outcome.indicative(),
        outcome.amount(),
        null,
        outcome.months().stream().map(Masked::month).toList(),
        conditions(outcome.conditions()),
        outcome.parameters(),
        outcome.missing(),
        null,
        null,
        outcome.givenUp(),
        outcome.choose(),
        List.of(),
        outcome.unsettled(),
        outcome.schemeDigest());
  }

  private static MonthLine month(MonthLine month) {
    return new MonthLine(
        month.month(),
        month.to(),
        month.outcome(),
        month.amount(),
        conditions(month.conditions()),
        month.missing());
  }

  private static List<ConditionResult> conditions(List<ConditionResult> all) {
    return all.stream()
        .map(
            c ->
                new ConditionResult(
                    c.id(),
                    c.text(),
                    c.result(),
                    List.of(),
                    c.parameters(),
                    c.clause(),
                    c.file(),
                    c.line(),
                    null,
                    c.unless(),
                    c.aside()))
        .toList();
  }
}
