package huice.twin;

import huice.model.Case;
import huice.model.Fact;
import huice.model.Node;
import huice.model.Result;
import huice.model.Truth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** One month of a scheme that is settled month by month. */
record Month(long on, long first, long last, YearMonth name) {

  static List<Month> of(Case asked) {
    YearMonth current = YearMonth.from(asked.on());
    YearMonth from =
        asked.from() == null ? asked.to() == null ? current : asked.to() : asked.from();
    YearMonth to = asked.to() == null ? from.isAfter(current) ? from : current : asked.to();
    List<Month> months = new ArrayList<>();
    for (YearMonth m = from; !m.isAfter(to); m = m.plusMonths(1)) {
      months.add(
          new Month(
              asked.on().toEpochDay(), m.atDay(1).toEpochDay(), m.atEndOfMonth().toEpochDay(), m));
    }
    return months;
  }

  boolean since(LocalDate day) {
    return first >= day.toEpochDay();
  }

  /** A period touches the month: it began by its end and did not end before it. */
  Truth touches(Node row, Fact start, Fact end) {
    return began(row, start).and(Span.of(first).atMost(Table.read(row, end)));
  }

  Truth began(Node row, Fact start) {
    return Table.read(row, start).atMost(Span.of(last));
  }

  /** A fact that names a month names this one. */
  Truth isThat(Node row, Fact month) {
    Span named = Table.read(row, month);
    return named.to(Days.monthStart(named.lo()), Days.monthStart(named.hi())).same(Span.of(first));
  }

  /** An entitlement's outcome over its months: one that is favourable is enough. */
  static Result entitlement(List<Result> months) {
    return first(months, Result.ELIGIBLE, Result.NEEDS_INFO, Result.UNSETTLED, Result.NOT_ELIGIBLE);
  }

  /** A duty's outcome over its months: one that is broken is enough. */
  static Result duty(List<Result> months) {
    return first(
        months, Result.NOT_KEPT, Result.NEEDS_INFO, Result.UNSETTLED, Result.KEPT, Result.NOT_DUE);
  }

  private static Result first(List<Result> months, Result... order) {
    for (Result result : order) {
      if (months.contains(result)) {
        return result;
      }
    }
    return Result.NOT_EVALUATED;
  }
}
