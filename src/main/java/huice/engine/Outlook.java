package huice.engine;

import huice.engine.measure.Moment;
import huice.model.Raw;
import huice.model.Result;
import huice.model.SchemeKind;
import huice.model.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Searches the first later day on which an outcome is favourable if nothing but time moves: from
 * one day on which something may change to the next, with knowledge taken to reach no further than
 * today.
 */
final class Outlook {
  /** How far ahead is looked: ten years. */
  private static final int DAYS = 3653;

  private static final int STEPS = 1000;

  /** For all outcomes of a case together; each step may read every row of the case again. */
  private static final int STEPS_IN_ALL = 5000;

  private static final int ROWS_IN_ALL = 1_000_000;

  private int left;

  private final Assessing projection;

  Outlook(CompiledRelease release, huice.model.Case asked, LocalDate known) {
    this.projection = new Assessing(release, asked, known, false);
    this.left = Math.min(STEPS_IN_ALL, ROWS_IN_ALL / Math.max(1, asked.rows()));
  }

  @Nullable LocalDate from(Evaluated evaluated) {
    Scheme scheme = evaluated.scheme;
    boolean awaited =
        scheme.kind() != SchemeKind.OBLIGATION
            && !evaluated.result.favourable()
            && evaluated.result != Result.NOT_EVALUATED;
    boolean fixedMonths = scheme.monthly() && !projection.monthsFollowTheDay();
    if (!awaited || fixedMonths || evaluated.lines.stream().allMatch(l -> settledForGood(l))) {
      return null;
    }
    long start = evaluated.lines.get(0).moment.on();
    long day = start;
    for (int step = 0; step < STEPS && left > 0; step++) {
      left--;
      Evaluated then = at(evaluated, day);
      if (day > start && then.result.favourable()) {
        return Raw.date(day);
      }
      long next = then.next(true);
      if (next <= day || next > start + DAYS) {
        return null;
      }
      day = next;
    }
    return null;
  }

  private Evaluated at(Evaluated evaluated, long day) {
    List<Line> lines = new ArrayList<>();
    for (long month : projection.months(evaluated.scheme, day)) {
      lines.add(projection.line(evaluated.scheme, evaluated.subject, day, month));
    }
    return new Evaluated(
        evaluated.scheme, evaluated.subject, lines, projection.release().parameters(), false);
  }

  /** True when the conditions that time cannot change already rule the favourable answer out. */
  private static boolean settledForGood(Line line) {
    Version version = line.version;
    if (version == null
        || line.scheme.changes(line.day)
        || line.scheme.kind() == SchemeKind.FREQUENCY
        || !line.versionLacks.isEmpty()) {
      return false;
    }
    Truth[] best = line.truths.clone();
    Branch branch = version.branches().get(0);
    List<Formula.Literal> literals = new ArrayList<>();
    branch.formula().literals(true, literals);
    for (Formula.Literal literal : literals) {
      Condition c = version.conditions().get(literal.condition());
      boolean moves =
          Settling.left(line, literal.condition()).next() < Raw.NEVER
              || Settling.right(line, literal.condition()).next() < Raw.NEVER
              || line.moment.month() != Moment.NO_MONTH
                  && (c.left().relative()
                      || c.right().relative()
                      || !c.left().parameters().isEmpty()
                      || !c.right().parameters().isEmpty());
      if (moves) {
        best[literal.condition()] = literal.positive() ? Truth.MET : Truth.NOT_MET;
      }
    }
    return version.branches().size() == 1 && branch.formula().value(best) != Truth.MET;
  }
}
