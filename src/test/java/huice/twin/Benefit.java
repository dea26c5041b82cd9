package huice.twin;

import huice.model.Node;
import huice.model.Raw;
import huice.model.Result;
import huice.model.Truth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the two monthly benefits have in common: a certificate, at most 36 months or, within five
 * years of retirement at the first approval, until retirement.
 */
final class Benefit {
  private static final Span MOST = Span.of(Raw.of(36));
  private static final int NEAR_MONTHS = 60;

  private final Names names;
  private final Node worker;
  private final Month month;
  private final Set<String> schemes;

  Benefit(Names names, Node worker, Month month, Set<String> schemes) {
    this.names = names;
    this.worker = worker;
    this.month = month;
    this.schemes = schemes;
  }

  Answer certified() {
    return period("certifications", "certification").is(1);
  }

  Answer flexible() {
    return period("flexible_work", "period").is(1);
  }

  private Span period(String list, String entity) {
    var start = names.fact(entity, "start");
    var end = names.fact(entity, "end");
    return new Table(
            worker,
            names.list("worker", list),
            start,
            month.on(),
            month.last(),
            r -> month.touches(r, start, end))
        .exists();
  }

  Answer notYetGranted() {
    var from = names.fact("award", "first_month");
    var to = names.fact("award", "last_month");
    return granted(r -> month.touches(r, from, to)).exists().is(0);
  }

  private Table granted(Table.Test test) {
    return Awards.of(worker, names, month.on(), schemes, test);
  }

  /** {@code before}: months of this assessment that count, and those that may. */
  Answer withinLimit(List<Result> before) {
    Table all = granted(r -> Truth.MET);
    Span had = all.exists();
    long sure = before.stream().filter(Result::favourable).count();
    long open = before.stream().filter(r -> !r.settled()).count();
    Span now = Span.between(Raw.of(sure), Raw.of(sure + open));
    Span approved =
        all.earliest(names.fact("award", "approved_on"), names.fact("award", "approved_on"));
    Span fixed =
        all.earliest(names.fact("award", "retires_on"), names.fact("award", "approved_on"));
    Span retires = Retirement.day(worker, names, month.on());
    Span first = Span.of(month.first());
    Answer again =
        all.sum(names.fact("award", "months"))
            .plus(now)
            .before(MOST)
            .or(fixed.before(later(approved)).and(first.notAfter(fixed)));
    Answer anew =
        now.before(MOST)
            .or(retires.before(later(Span.of(month.on()))).and(first.notAfter(retires)));
    return had.is(1).and(again).or(had.is(0).and(anew));
  }

  private static Span later(Span approved) {
    return approved.to(
        Days.addMonths(approved.lo(), NEAR_MONTHS), Days.addMonths(approved.hi(), NEAR_MONTHS));
  }

  /** What began before the month and still lasts in it ends the benefit. */
  Answer lasts(String list, String entity) {
    var start = names.fact(entity, "start");
    var end = names.fact(entity, "end");
    return new Table(
            worker,
            names.list("worker", list),
            start,
            month.on(),
            month.first() - 1,
            r ->
                Table.read(r, start)
                    .below(Span.of(month.first()))
                    .and(Span.of(month.first()).atMost(Table.read(r, end))))
        .exists()
        .is(1);
  }

  Answer pensioner() {
    return Table.read(worker, names.pension).before(Span.of(month.first()));
  }

  static Verdict.@Nullable Sum sum(Verdict.@Nullable Sum a, Verdict.Sum b) {
    return a == null ? b : a.plus(b);
  }
}
