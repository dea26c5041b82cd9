package huice.engine;

import huice.engine.measure.Moment;
import huice.model.Amount;
import huice.model.GivenUp;
import huice.model.Raw;
import huice.model.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A scheme decided for one subject over its lines, before and after interactions. */
final class Evaluated {
  final Scheme scheme;
  final Subject subject;
  final List<Line> lines;
  final Result result;
  final Map<Line, Money.Sum> sums = new IdentityHashMap<>();
  final Set<Line> displaced = new HashSet<>();
  final List<GivenUp> givenUp = new ArrayList<>();
  final List<String> choose = new ArrayList<>();

  Evaluated(Scheme scheme, Subject subject, List<Line> lines, ParametersInForce parameters) {
    this.scheme = scheme;
    this.subject = subject;
    this.lines = lines;
    this.result = overall(scheme, lines);
    for (Line line : lines) {
      boolean pays = line.result == Result.ELIGIBLE || line.result == Result.NOT_KEPT;
      Money.Sum sum = pays ? Money.of(line, parameters) : null;
      if (sum != null) {
        sums.put(line, sum);
      }
    }
  }

  private static final List<Result> FIRST_OF_DUTY =
      List.of(
          Result.NOT_EVALUATED,
          Result.NOT_KEPT,
          Result.NEEDS_INFO,
          Result.UNSETTLED,
          Result.KEPT,
          Result.NOT_DUE);
  private static final List<Result> FIRST_OF_OTHERS =
      List.of(
          Result.NOT_EVALUATED,
          Result.ELIGIBLE,
          Result.DUE,
          Result.NEEDS_INFO,
          Result.UNSETTLED,
          Result.NOT_ELIGIBLE,
          Result.NOT_DUE);

  private static Result overall(Scheme scheme, List<Line> lines) {
    List<Result> order =
        scheme.kind() == huice.model.SchemeKind.OBLIGATION ? FIRST_OF_DUTY : FIRST_OF_OTHERS;
    for (Result result : order) {
      for (Line line : lines) {
        if (line.result == result) {
          return result;
        }
      }
    }
    return Result.NOT_EVALUATED;
  }

  /** The line that made the overall result: the first that has it. */
  Line deciding() {
    for (Line line : lines) {
      if (line.result == result) {
        return line;
      }
    }
    return lines.get(0);
  }

  /** What is paid in a month, or in all; null when not exactly known. */
  @Nullable Ratio worth(long month) {
    Ratio total = Ratio.ZERO;
    for (Line line : lines) {
      if ((month == Moment.NO_MONTH || line.moment.month() == month) && line.result.favourable()) {
        Money.Sum sum = sums.get(line);
        if (sum == null || !sum.exact() || sum.lo() == null) {
          return null;
        }
        total = total.plus(sum.lo());
      }
    }
    return total;
  }

  /** Earliest later day on which anything may change; {@link Raw#NEVER} for never. */
  long next(boolean monthsFollowTheDay) {
    long next = Raw.NEVER;
    LocalDate adopted = scheme.adopted();
    for (Line line : lines) {
      next = Math.min(next, line.next);
      if (adopted != null && adopted.toEpochDay() > line.moment.on()) {
        next = Math.min(next, adopted.toEpochDay());
      }
      if (line.isMonth() && monthsFollowTheDay) {
        next =
            Math.min(next, Raw.date(line.moment.on()).withDayOfMonth(1).plusMonths(1).toEpochDay());
      }
    }
    return next;
  }

  /** What is paid for some of its lines together; null when the rule pays nothing. */
  @Nullable Amount amount(List<Line> some) {
    List<Money.Sum> paid = new ArrayList<>();
    Branch branch = null;
    for (Line line : some) {
      Money.Sum sum = displaced.contains(line) ? null : sums.get(line);
      if (sum != null) {
        paid.add(sum);
        branch = line.branch;
      }
    }
    return branch == null
        ? null
        : Money.rounded(paid, branch.consequences(), scheme.subject().members());
  }

  Brief brief(boolean monthsFollowTheDay) {
    Line deciding = deciding();
    Amount amount = amount(lines);
    long next = next(monthsFollowTheDay);
    return new Brief(
        scheme.id(),
        subject.name(),
        result,
        Brief.pack(deciding.truths),
        amount == null ? null : amount.value() != null ? amount.value() : amount.low(),
        amount == null ? null : amount.value() != null ? amount.value() : amount.high(),
        !scheme.draft(Raw.date(deciding.moment.on())),
        next < Raw.NEVER ? Raw.date(next) : null);
  }
}
