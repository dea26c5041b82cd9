package huice.twin;

import huice.model.Case;
import huice.model.Fact;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Result;
import huice.model.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** 二（三）6c: a public-welfare post as the last resort, which the office proves by what it offered. */
final class PublicPost {
  private static final String ID = "public-welfare-post";
  private static final LocalDate SINCE = LocalDate.of(2023, 12, 20);
  private static final int DAYS_WITHOUT_OFFER = 30;
  private static final int MONTHS_BETWEEN = 3;

  private final Names names;
  private final Relation requests;
  private final Fact requestKind;
  private final Fact requestedOn;
  private final Relation offers;
  private final Fact offerKind;
  private final Fact offeredOn;

  PublicPost(Names names) {
    this.names = names;
    requests = names.list("worker", "service_requests");
    requestKind = names.fact("service_request", "kind");
    requestedOn = names.fact("service_request", "requested_on");
    offers = names.list("worker", "service_offers");
    offerKind = names.fact("service_offer", "kind");
    offeredOn = names.fact("service_offer", "offered_on");
  }

  void judge(Case asked, List<Verdict> into) {
    Node worker = asked.roots().get("worker");
    Rows posts = worker == null ? null : worker.list(names.posts);
    for (Node post : posts == null ? List.<Node>of() : posts.rows()) {
      List<Result> months = new ArrayList<>();
      for (Month month : Month.of(asked)) {
        months.add(
            month.since(SINCE)
                ? answer(worker, post, month, months).entitlement()
                : Result.UNSETTLED);
      }
      Verdict.Sum sum = months.contains(Result.ELIGIBLE) ? Verdict.Sum.UNSET : null;
      into.add(
          new Verdict(ID, "post " + post.path(), Month.entitlement(months), months, sum, null));
    }
  }

  private Answer answer(Node worker, Node post, Month month, List<Result> before) {
    Benefit benefit = new Benefit(names, worker, month, Set.of("public_welfare_post"));
    Span start = Table.read(post, names.start);
    return Answer.all(
        benefit.certified(),
        start.notAfter(Span.of(month.last())),
        Table.read(post, names.end).atLeast(Span.of(month.first())),
        askedForHelp(worker, start, month.on()),
        noOffer(worker, start, month.on()),
        benefit.notYetGranted(),
        placements(worker, start, month.on()),
        benefit.withinLimit(before),
        benefit.pensioner().not());
  }

  private Answer askedForHelp(Node worker, Span start, long on) {
    Table asked =
        new Table(
            worker,
            requests,
            requestedOn,
            on,
            start.hi(),
            r ->
                Awards.among(r, requestKind, Set.of("job_help"))
                    .and(Table.read(r, requestedOn).atMost(start)));
    return waited(asked.latest(requestedOn, requestedOn)).notAfter(start);
  }

  private Answer noOffer(Node worker, Span start, long on) {
    Table made =
        new Table(
            worker,
            offers,
            offeredOn,
            on,
            start.hi(),
            r ->
                Awards.among(r, offerKind, Set.of("referral"))
                    .and(Table.read(r, offeredOn).atMost(start)));
    return made.exists().is(0).or(waited(made.latest(offeredOn, offeredOn)).before(start));
  }

  private static Span waited(Span since) {
    return since.to(
        Days.addDays(since.lo(), DAYS_WITHOUT_OFFER), Days.addDays(since.hi(), DAYS_WITHOUT_OFFER));
  }

  /** The first or second placement, the second three months after the first ended. */
  private Answer placements(Node worker, Span start, long on) {
    Table upTo = posts(worker, on, start.hi(), r -> Table.read(r, names.start).atMost(start));
    long before = start.hi() == Raw.HIGH ? start.hi() : start.hi() - 1;
    Table earlier = posts(worker, on, before, r -> Table.read(r, names.start).below(start));
    Table ended = posts(worker, on, before, r -> Table.read(r, names.end).below(start));
    Span last = ended.latest(names.end, names.start);
    Span again =
        last.to(
            Days.addMonths(last.lo(), MONTHS_BETWEEN), Days.addMonths(last.hi(), MONTHS_BETWEEN));
    return upTo.count()
        .notAfter(Span.of(Raw.of(2)))
        .and(earlier.exists().is(0).or(start.atLeast(again)));
  }

  private Table posts(Node worker, long on, long until, Table.Test test) {
    return new Table(worker, names.posts, names.start, on, until, test::of);
  }
}
