package huice.engine;

import huice.engine.measure.Moment;
import huice.model.Amount;
import huice.model.GivenUp;
import huice.model.Raw;
import huice.model.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A scheme decided for one subject over its lines, before and after interactions. */
final class Evaluated {
  final Scheme scheme;
  final Subject subject;
  final List<Line> lines;
  Result result;
  private @Nullable Money.Sum[] sums;
  Set<Line> displaced = Set.of();
  List<GivenUp> givenUp = List.of();
  List<String> choose = List.of();

  /** {@code worded}: amounts are wanted with their arithmetic in words. */
  Evaluated(
      Scheme scheme,
      Subject subject,
      List<Line> lines,
      ParametersInForce parameters,
      boolean worded) {
    this(scheme, subject, lines);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean pays = line.result == Result.ELIGIBLE || line.result == Result.NOT_KEPT;
      Money.Sum sum = pays ? Money.of(line, parameters, worded) : null;
      if (sum != null) {
        if (sums == NO_SUMS) {
          sums = new Money.Sum[lines.size()];
        }
        sums[i] = sum;
      }
    }
  }

  private Evaluated(Scheme scheme, Subject subject, List<Line> lines) {
    this.scheme = scheme;
    this.subject = subject;
    this.lines = lines;
    this.result = lines.size() == 1 ? lines.get(0).result : overall(scheme, lines);
    this.sums = NO_SUMS;
  }

  /** Its result alone: what is paid is not worked out. */
  static Evaluated unpaid(Scheme scheme, Subject subject, List<Line> lines) {
    return new Evaluated(scheme, subject, lines);
  }

  private static final Money.Sum[] NO_SUMS = {};

  /** What a line pays; null when it pays nothing. */
  Money.@Nullable Sum sum(Line line) {
    return sums == NO_SUMS ? null : sums[lines.indexOf(line)];
  }

  void displace(List<Line> some) {
    if (displaced.isEmpty()) {
      displaced = new HashSet<>();
    }
    displaced.addAll(some);
  }

  void giveUp(GivenUp loss) {
    if (givenUp.isEmpty()) {
      givenUp = new ArrayList<>();
    }
    givenUp.add(loss);
  }

  void choose(String other) {
    if (choose.isEmpty()) {
      choose = new ArrayList<>();
    }
    if (!choose.contains(other)) {
      choose.add(other);
    }
  }

  /** Nothing of it may be relied on: our fault. */
  void distrust() {
    result = Result.NOT_EVALUATED;
    sums = NO_SUMS;
  }

  /** Whether the same was decided, words aside. */
  boolean same(Evaluated other) {
    boolean same =
        scheme == other.scheme
            && subject.path().equals(other.subject.path())
            && result == other.result
            && lines.size() == other.lines.size()
            && choose.equals(other.choose)
            && givenUp.equals(other.givenUp);
    for (int i = 0; i < lines.size() && same; i++) {
      same = lines.get(i).same(other.lines.get(i)) && same(sum(i), other.sum(i));
    }
    return same;
  }

  private Money.@Nullable Sum sum(int line) {
    return sums == NO_SUMS ? null : sums[line];
  }

  private static boolean same(Money.@Nullable Sum one, Money.@Nullable Sum other) {
    return one == null || other == null
        ? one == other
        : Objects.equals(one.lo(), other.lo())
            && Objects.equals(one.hi(), other.hi())
            && one.unset().equals(other.unset());
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
        Money.Sum sum = sum(line);
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
      Money.Sum sum = displaced.contains(line) ? null : sum(line);
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
