package huice.twin;

import huice.model.Case;
import huice.model.Fact;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 财社〔2023〕181号: two thirds of what a flexible worker with a certificate paid, month by month. */
final class SocialInsurance {
  private static final String ID = "social-insurance-flexible";
  private static final LocalDate SINCE = LocalDate.of(2023, 12, 20);
  private static final long BASE_SURELY_BELOW_CAP = Raw.of(1540);

  private final Names names;
  private final Relation payments;
  private final Fact of;
  private final Fact kind;
  private final Fact payer;
  private final Fact amount;
  private final Fact base;
  private final Fact back;
  private final Fact paid;

  SocialInsurance(Names names) {
    this.names = names;
    payments = names.list("worker", "insurance_payments");
    of = names.fact("insurance_payment", "month");
    kind = names.fact("insurance_payment", "kind");
    payer = names.fact("insurance_payment", "payer");
    amount = names.fact("insurance_payment", "amount");
    base = names.fact("insurance_payment", "base");
    back = names.fact("insurance_payment", "back_paid");
    paid = names.fact("insurance_payment", "paid_on");
  }

  void judge(Case asked, List<Verdict> into) {
    Node worker = asked.roots().get("worker");
    if (worker == null) {
      return;
    }
    List<Result> months = new ArrayList<>();
    Verdict.Sum sum = null;
    for (Month month : Month.of(asked)) {
      Result result =
          month.since(SINCE) ? answer(worker, month, months).entitlement() : Result.UNSETTLED;
      months.add(result);
      if (result == Result.ELIGIBLE) {
        sum = Benefit.sum(sum, subsidy(worker, month));
      }
    }
    into.add(new Verdict(ID, "worker", Month.entitlement(months), months, sum, null));
  }

  private Answer answer(Node worker, Month month, List<Result> before) {
    Benefit benefit =
        new Benefit(
            names, worker, month, Set.of("social_insurance_flexible", "social_insurance_employer"));
    return Answer.all(
        benefit.certified(),
        benefit.flexible(),
        paid(worker, month, "pension").exists().is(1),
        benefit.notYetGranted(),
        benefit.withinLimit(before),
        benefit.lasts("employments", "employment").not(),
        benefit.lasts("posts", "employment").not(),
        benefit.lasts("licences", "period").not(),
        benefit.lasts("unemployment_benefits", "period").not(),
        benefit.pensioner().not());
  }

  private Table paid(Node worker, Month month, String branch) {
    Span self = Span.of(Names.choice(payer, "self"));
    Span wanted = Span.of(Names.choice(kind, branch));
    return new Table(
        worker,
        payments,
        of,
        month.on(),
        month.last(),
        row ->
            month
                .isThat(row, of)
                .and(Table.read(row, kind).same(wanted))
                .and(Table.read(row, payer).same(self))
                .and(Table.read(row, back).same(Span.of(0)))
                .and(Table.read(row, paid).atMost(Span.of(month.on()))));
  }

  /** Twice what was paid; a third of it is the subsidy. The cap is not published beyond a floor. */
  private Verdict.Sum subsidy(Node worker, Month month) {
    Table pension = paid(worker, month, "pension");
    Span sum = pension.sum(amount).plus(paid(worker, month, "medical").sum(amount));
    if (pension.sum(base).hi() > BASE_SURELY_BELOW_CAP) {
      return Verdict.Sum.UNSET;
    }
    return new Verdict.Sum(twice(sum.lo()), twice(sum.hi()), false);
  }

  private static @Nullable BigDecimal twice(long raw) {
    return raw == Raw.HIGH ? null : Raw.decimal(raw).multiply(BigDecimal.valueOf(2));
  }
}
