package huice.entry.api;

import huice.model.Amount;
import huice.model.Assessment;
import huice.model.ConditionResult;
import huice.model.Due;
import huice.model.MonthLine;
import huice.model.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assessment without what was seen: each condition keeps its sentence, result and clause;
 * amounts and days owed keep what they come to, without the arithmetic.
 */
final class Brief {
  private Brief() {}

  static Assessment of(Assessment full) {
    return new Assessment(
        full.on(), full.release(), full.outcomes().stream().map(Brief::of).toList());
  }

  private static Outcome of(Outcome full) {
    return new Outcome(
        full.scheme(),
        full.title(),
        full.pack(),
        full.kind(),
        full.subject(),
        full.outcome(),
        full.indicative(),
        of(full.amount()),
        of(full.due()),
        full.months().stream().map(Brief::of).toList(),
        of(full.conditions()),
        List.of(),
        full.missing(),
        full.recheckOn(),
        full.possibleFrom(),
        full.givenUp(),
        full.choose(),
        full.notes(),
        full.unsettled(),
        full.schemeDigest());
  }

  private static MonthLine of(MonthLine full) {
    return new MonthLine(
        full.month(),
        full.to(),
        full.outcome(),
        of(full.amount()),
        of(full.conditions()),
        full.missing());
  }

  private static @Nullable Amount of(@Nullable Amount full) {
    return full == null
        ? null
        : new Amount(
            full.value(),
            full.low(),
            full.high(),
            full.notSet(),
            full.cap(),
            List.of(),
            full.shares());
  }

  private static @Nullable Due of(@Nullable Due full) {
    return full == null
        ? null
        : new Due(
            full.by(),
            full.from(),
            full.clauses(),
            full.line(),
            full.rhythm(),
            full.notSet(),
            full.items(),
            List.of());
  }

  private static List<ConditionResult> of(List<ConditionResult> full) {
    return full.stream().map(Brief::of).toList();
  }

  private static ConditionResult of(ConditionResult full) {
    return new ConditionResult(
        full.id(),
        full.text(),
        full.result(),
        List.of(),
        List.of(),
        full.clause(),
        full.file(),
        full.line(),
        full.changesOn(),
        full.unless(),
        full.aside());
  }
}
