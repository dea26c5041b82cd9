package huice.twin;

import huice.model.Case;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Result;
import huice.model.Truth;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** 二（一）1d: six months of work side by side, by contract or by pay, claimed within a year. */
final class CoupleAward {
  private static final String ID = "couple-award";
  private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
  private static final Span MONTHS = Span.of(Raw.of(6));
  private static final int CLAIM_MONTHS = 12;

  private final Names names;
  private final Holidays holidays;

  CoupleAward(Names names, Holidays holidays) {
    this.names = names;
    this.holidays = holidays;
  }

  void judge(Case asked, List<Verdict> into) {
    Node worker = asked.roots().get("worker");
    Node spouse = asked.roots().get("spouse");
    if (worker == null || spouse == null) {
      return;
    }
    if (asked.on().isBefore(SINCE)) {
      into.add(Verdict.of(ID, "couple", Result.UNSETTLED));
      return;
    }
    long on = asked.on().toEpochDay();
    Node couple = asked.roots().get("couple");
    Span claimed = Table.read(couple, names.applied).least(Span.of(on));
    Spells one = new Spells(worker, names, on);
    Spells other = new Spells(spouse, names, on);
    Span reached = Spells.reached(one, other, 6);
    Span lastDay =
        holidays.next(
            reached.to(
                Days.addMonths(reached.lo(), CLAIM_MONTHS),
                Days.addMonths(reached.hi(), CLAIM_MONTHS)),
            asked.on());
    Answer answer =
        Answer.all(
            Table.read(couple, names.registered).notAfter(claimed),
            one.longest().least(other.longest()).atLeast(MONTHS),
            Spells.overlap(one, other).atLeast(MONTHS),
            proven(worker, on),
            proven(spouse, on),
            claimed.notAfter(lastDay),
            awarded(worker, on).most(awarded(spouse, on)).is(0));
    Result result = answer.entitlement();
    Verdict.Sum sum = result == Result.ELIGIBLE ? Verdict.Sum.UNSET : null;
    into.add(new Verdict(ID, "couple", result, List.of(), sum, null));
  }

  /** A written contract, or six months of pay slips. */
  private Answer proven(Node person, long on) {
    Table signed =
        new Table(
            person,
            names.employments,
            names.start,
            on,
            Raw.HIGH,
            r -> Table.read(r, names.contract).atMost(Span.of(on)));
    Table all = new Table(person, names.employments, names.start, on, Raw.HIGH, r -> Truth.MET);
    return signed.exists().is(1).or(all.sum(names.paidMonths).atLeast(MONTHS));
  }

  private Span awarded(Node person, long on) {
    return Awards.of(person, names, on, Set.of("couple_award"), r -> Truth.MET).exists();
  }
}
