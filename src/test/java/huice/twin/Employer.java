package huice.twin;

import huice.model.Case;
import huice.model.Fact;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Result;
import huice.model.Rows;
import huice.model.Truth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What an employer owes: a written contract, the minimum wage, wages on time and in full. */
final class Employer {
  private static final LocalDate CONTRACT_SINCE = LocalDate.of(2012, 12, 28);
  private static final LocalDate MINIMUM_SINCE = LocalDate.of(2021, 4, 1);
  private static final LocalDate ON_TIME_SINCE = LocalDate.of(2020, 5, 1);
  private static final BigDecimal PAID_DAYS = new BigDecimal("21.75");

  private final Names names;
  private final Holidays holidays;
  private final Fact month;
  private final Fact due;
  private final Fact paidOn;
  private final Fact owed;
  private final Fact paid;
  private final Fact overtime;
  private final Fact allowances;
  private final Fact welfare;
  private final Fact fullMonth;
  private final Fact workDays;
  private final Fact workHours;
  private final long fullTime;
  private final long partTime;

  Employer(Names names, Holidays holidays) {
    this.names = names;
    this.holidays = holidays;
    month = names.fact("wage", "month");
    due = names.fact("wage", "due_on");
    paidOn = names.fact("wage", "paid_on");
    owed = names.fact("wage", "owed");
    paid = names.fact("wage", "paid");
    overtime = names.fact("wage", "overtime_pay");
    allowances = names.fact("wage", "allowances");
    welfare = names.fact("wage", "welfare");
    fullMonth = names.fact("wage", "full_month");
    workDays = names.fact("wage", "work_days");
    workHours = names.fact("wage", "work_hours");
    fullTime = Names.choice(names.hours, "full_time");
    partTime = Names.choice(names.hours, "part_time");
  }

  void judge(Case asked, List<Verdict> into) {
    Node worker = asked.roots().get("worker");
    Rows jobs = worker == null ? null : worker.list(names.employments);
    List<Month> months = Month.of(asked);
    for (Node job : jobs == null ? List.<Node>of() : jobs.rows()) {
      String subject = "employment " + job.path();
      into.add(Verdict.of("written-contract", subject, contract(job, asked.on().toEpochDay())));
      List<Result> minimum = new ArrayList<>(months.size());
      List<Result> onTime = new ArrayList<>(months.size());
      for (Month m : months) {
        Answer applies = atWork(job, m);
        minimum.add(m.since(MINIMUM_SINCE) ? applies.duty(minimum(job, m)) : Result.UNSETTLED);
        onTime.add(m.since(ON_TIME_SINCE) ? applies.duty(onTime(job, m)) : Result.UNSETTLED);
      }
      into.add(new Verdict("minimum-wage", subject, Month.duty(minimum), minimum, null, null));
      into.add(new Verdict("wages-on-time", subject, Month.duty(onTime), onTime, null, null));
    }
  }

  /** 劳动合同法第十条: in writing within a month of the first working day. */
  private Result contract(Node job, long on) {
    if (on < CONTRACT_SINCE.toEpochDay()) {
      return Result.UNSETTLED;
    }
    Span start = Table.read(job, names.start);
    Span last =
        start.exact() && start.lo() < CONTRACT_SINCE.toEpochDay()
            ? Span.notPublished()
            : start.to(Days.addMonths(start.lo(), 1), Days.addMonths(start.hi(), 1));
    Answer kept = Table.read(job, names.contract).notAfter(last).or(Span.of(on).notAfter(last));
    return Table.read(job, names.hours).is(fullTime).duty(kept);
  }

  /**
   * The month is over, some of it was worked, and its pay day is on record or can no longer come.
   */
  private Answer atWork(Node job, Month m) {
    return Answer.all(
        Table.read(job, names.start).notAfter(Span.of(m.last())),
        Table.read(job, names.end).atLeast(Span.of(m.first())),
        Answer.of(m.last() < m.on()),
        wages(job, m, this::dated).exists().is(1).or(Answer.of(m.on() >= latestPay(m))));
  }

  private Truth dated(Node wage) {
    return Table.read(wage, due).same(Span.NEVER).not();
  }

  /** Wages are paid at least monthly (劳动法第五十条): not after the month that follows. */
  private static long latestPay(Month m) {
    return m.name().plusMonths(2).atDay(1).toEpochDay();
  }

  /** The agreed pay day, as agreed, has not passed. */
  private Answer notYet(Node job, Month m) {
    Table.Test coming = r -> dated(r).and(Span.of(m.on()).atMost(Table.read(r, due)));
    return wages(job, m, coming).exists().is(1);
  }

  private Table wages(Node job, Month m, Table.Test test) {
    return new Table(
        job, names.wages, month, m.on(), m.last(), r -> m.isThat(r, month).and(test.of(r)));
  }

  private Answer minimum(Node job, Month m) {
    Table wages = wages(job, m, r -> Truth.MET);
    Span counted =
        wages
            .sum(paid)
            .minus(wages.sum(overtime))
            .minus(wages.sum(allowances))
            .minus(wages.sum(welfare));
    Span hours = Table.read(job, names.hours);
    Span tier = Table.read(job, names.tier);
    Span monthly = MinimumWage.monthly(m.first(), tier, names.tier);
    Answer whole = counted.atLeast(monthly);
    Answer part = counted.atLeast(monthly.least(byDays(monthly, wages.sum(workDays))));
    Answer byHour =
        counted.atLeast(
            MinimumWage.times(
                MinimumWage.hourly(m.first(), tier, names.tier), wages.sum(workHours)));
    return Answer.all(
        wages.exists().is(1),
        hours
            .is(fullTime)
            .and(worked(job, m, 1))
            .and(whole)
            .or(hours.is(fullTime).and(worked(job, m, 0)).and(part))
            .or(hours.is(partTime).and(byHour))
            .or(notYet(job, m)));
  }

  private Answer worked(Node job, Month m, long full) {
    return wages(job, m, r -> Table.read(r, fullMonth).same(Span.of(full))).exists().is(1);
  }

  /** The month's minimum for some of its 21.75 paid days. */
  private static Span byDays(Span monthly, Span days) {
    Span product = MinimumWage.times(monthly, days);
    return product.to(perDay(product.lo()), perDay(product.hi()));
  }

  /** Rounded up beyond the sixth decimal: whoever pays to the fen pays that much or does not. */
  private static long perDay(long raw) {
    return raw == Raw.LOW || raw == Raw.HIGH
        ? raw
        : BigDecimal.valueOf(raw).divide(PAID_DAYS, 0, RoundingMode.CEILING).longValueExact();
  }

  private Answer onTime(Node job, Month m) {
    Table wages = wages(job, m, r -> Truth.MET);
    Span agreed = wages.earliest(due, month);
    Span last = holidays.previous(agreed, m.name().atDay(1));
    return wages
        .exists()
        .is(1)
        .and(
            wages
                .latest(paidOn, month)
                .notAfter(last)
                .and(wages.sum(paid).atLeast(wages.sum(owed)))
                .or(Span.of(m.on()).notAfter(last)));
  }
}
