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

  private final Assessing assessing;

  /** Looks ahead of what was assessed, with the knowledge there was. */
  Outlook(Assessing assessing) {
    this.assessing = assessing;
    this.left = Math.min(STEPS_IN_ALL, ROWS_IN_ALL / Math.max(1, assessing.asked().rows()));
  }

  @Nullable LocalDate from(Evaluated evaluated) {
    Scheme scheme = evaluated.scheme;
    boolean awaited =
        scheme.kind() != SchemeKind.OBLIGATION
            && !evaluated.result.favourable()
            && evaluated.result != Result.NOT_EVALUATED;
    boolean fixedMonths = scheme.monthly() && !assessing.monthsFollowTheDay();
    if (!awaited || fixedMonths || settledForGood(evaluated.lines)) {
      return null;
    }
    long start = evaluated.lines.get(0).moment.on();
    long day = start;
    Evaluated then = evaluated;
    for (int step = 0; step < STEPS && left > 0; step++) {
      left--;
      long next = then.next(true);
      if (next <= day || next > start + DAYS) {
        return null;
      }
      day = next;
      then = at(evaluated, day);
      if (then.result.favourable()) {
        return Raw.date(day);
      }
      if (settledForGood(then.lines)) {
        return null;
      }
    }
    return null;
  }

  private Evaluated at(Evaluated evaluated, long day) {
    List<Line> lines = new ArrayList<>(1);
    for (long month : assessing.months(evaluated.scheme, day)) {
      lines.add(assessing.line(evaluated.scheme, evaluated.subject, day, month));
    }
    return Evaluated.unpaid(evaluated.scheme, evaluated.subject, lines);
  }

  private static boolean settledForGood(List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (!settledForGood(lines.get(i))) {
        return false;
      }
    }
    return true;
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
