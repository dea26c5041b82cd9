package huice.twin;

import huice.model.Case;
import huice.model.Fact;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Result;
import huice.model.Rows;
import huice.model.Truth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 财金〔2023〕75号: half the interest of a secured start-up loan, by the rules of its signing. */
final class StartupLoan {
  private static final String ID = "startup-loan-interest";
  private static final LocalDate SINCE = LocalDate.of(2023, 10, 1);
  private static final Set<String> BESIDE =
      Set.of("study", "poverty_relief", "home", "car", "consumer");
  private static final Span MOST = Span.of(Raw.of(300_000));
  private static final Span CONSUMER = Span.of(Raw.of(50_000));
  private static final long MARGIN = Raw.of(new BigDecimal("1.5"));

  private final Names names;
  private final Fact signed;
  private final Fact due;
  private final Fact principal;
  private final Fact rate;
  private final Relation others;
  private final Fact otherKind;
  private final Fact otherSigned;
  private final Fact otherRepaid;
  private final Fact otherPrincipal;

  StartupLoan(Names names) {
    this.names = names;
    signed = names.fact("loan", "signed");
    due = names.fact("loan", "due");
    principal = names.fact("loan", "principal");
    rate = names.fact("loan", "rate");
    others = names.list("worker", "other_loans");
    otherKind = names.fact("other_loan", "kind");
    otherSigned = names.fact("other_loan", "signed");
    otherRepaid = names.fact("other_loan", "repaid");
    otherPrincipal = names.fact("other_loan", "principal");
  }

  void judge(Case asked, List<Verdict> into) {
    Node worker = asked.roots().get("worker");
    Rows loans = worker == null ? null : worker.list(names.loans);
    for (Node loan : loans == null ? List.<Node>of() : loans.rows()) {
      Span day = Table.read(loan, signed);
      Result result =
          !day.exact()
              ? Result.NEEDS_INFO
              : day.lo() < SINCE.toEpochDay()
                  ? Result.UNSETTLED
                  : answer(worker, loan, day, asked.on().toEpochDay()).entitlement();
      Verdict.Sum sum = result == Result.ELIGIBLE ? interest(loan) : null;
      into.add(new Verdict(ID, "loan " + loan.path(), result, List.of(), sum, null));
    }
  }

  private Answer answer(Node worker, Node loan, Span day, long on) {
    long last = Days.addMonths(day.lo(), 36);
    return Answer.all(
        yes(loan, "group_certified"),
        Table.read(loan, principal).notAfter(MOST),
        Table.read(loan, due).notAfter(Span.of(last)),
        Table.read(loan, rate).notAfter(prime(day.lo())),
        other(worker, day, on, r -> not(Awards.among(r, otherKind, BESIDE))),
        other(
            worker,
            day,
            on,
            r ->
                Awards.among(r, otherKind, Set.of("consumer"))
                    .and(CONSUMER.atMost(Table.read(r, otherPrincipal)))),
        loans(worker, on, day.lo(), r -> Table.read(r, signed).atMost(day))
            .count()
            .notAfter(Span.of(Raw.of(3))),
        repaidOnTime(worker, day, on),
        yes(loan, "overdue").not(),
        yes(loan, "extended").not());
  }

  private static Truth not(Truth truth) {
    return truth.not();
  }

  private Answer yes(Node loan, String fact) {
    return Table.read(loan, names.fact("loan", fact)).is(1);
  }

  /** The prime rate of the day of signing as far as it was published, and the margin. */
  private static Span prime(long day) {
    Span lpr = Lpr.on(LocalDate.ofEpochDay(day));
    return lpr.exact() ? Span.of(lpr.lo() + MARGIN) : lpr;
  }

  /** No other loan of some kind was open on the day of signing. */
  private Answer other(Node worker, Span day, long on, Table.Test kind) {
    return new Table(
            worker,
            others,
            otherSigned,
            on,
            day.lo(),
            r ->
                Table.read(r, otherSigned)
                    .atMost(day)
                    .and(day.below(Table.read(r, otherRepaid)))
                    .and(kind.of(r)))
        .exists()
        .is(0);
  }

  private Table loans(Node worker, long on, long until, Table.Test test) {
    return new Table(worker, names.loans, signed, on, until, test);
  }

  private Answer repaidOnTime(Node worker, Span day, long on) {
    Fact repaid = names.fact("loan", "repaid_on_time");
    return loans(
            worker,
            on,
            day.lo() - 1,
            r -> Table.read(r, signed).below(day).and(Table.read(r, repaid).same(Span.of(0))))
        .exists()
        .is(0);
  }

  /** A year's interest, halved; sums are kept thrice. */
  private Verdict.Sum interest(Node loan) {
    Span sum = Table.read(loan, principal);
    Span percent = Table.read(loan, rate);
    return new Verdict.Sum(half(sum.lo(), percent.lo()), half(sum.hi(), percent.hi()), false);
  }

  private static @Nullable BigDecimal half(long sum, long percent) {
    return sum == Raw.HIGH || percent == Raw.HIGH
        ? null
        : Raw.decimal(sum)
            .multiply(Raw.decimal(percent))
            .multiply(new BigDecimal("0.005"))
            .multiply(BigDecimal.valueOf(3));
  }
}
