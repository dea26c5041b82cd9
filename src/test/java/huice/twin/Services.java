package huice.twin;

import huice.model.Case;
import huice.model.Fact;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Result;
import huice.model.Truth;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 三（四）b–d and 二（一）5a: how often a person who asked is contacted, and what is offered. */
final class Services {
  private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
  private static final int FIRST_YEAR = 2023;
  private static final int LAST_YEAR = 2027;

  private final Names names;
  private final Relation requests;
  private final Fact requestKind;
  private final Fact requestedOn;
  private final Fact stoppedOn;
  private final Relation offers;
  private final Fact offerKind;
  private final Fact offeredOn;
  private final Fact contactedOn;

  Services(Names names) {
    this.names = names;
    requests = names.list("worker", "service_requests");
    requestKind = names.fact("service_request", "kind");
    requestedOn = names.fact("service_request", "requested_on");
    stoppedOn = names.fact("service_request", "stopped_on");
    offers = names.list("worker", "service_offers");
    offerKind = names.fact("service_offer", "kind");
    offeredOn = names.fact("service_offer", "offered_on");
    contactedOn = names.fact("contact", "offered_on");
  }

  void judge(Case asked, List<Verdict> into) {
    Node worker = asked.roots().get("worker");
    if (worker == null) {
      return;
    }
    if (asked.on().isBefore(SINCE)) {
      into.add(Verdict.of("follow-up", "worker", Result.UNSETTLED));
      into.add(Verdict.of("service-1311", "worker", Result.UNSETTLED));
      return;
    }
    into.add(followUp(worker, asked.on().toEpochDay()));
    into.add(Verdict.of("service-1311", "worker", service(worker, asked.on())));
  }

  private Table requests(Node worker, long on, String kind, boolean running) {
    Span today = Span.of(on);
    return new Table(
        worker,
        requests,
        requestedOn,
        on,
        Raw.HIGH,
        r ->
            Awards.among(r, requestKind, Set.of(kind))
                .and(Table.read(r, requestedOn).atMost(today))
                .and(running ? today.below(Table.read(r, stoppedOn)) : Truth.MET));
  }

  private Answer now(Node worker, Relation list, String entity, long on) {
    Fact start = names.fact(entity, "start");
    Fact end = names.fact(entity, "end");
    Span today = Span.of(on);
    return new Table(
            worker,
            list,
            start,
            on,
            Raw.HIGH,
            r -> Table.read(r, start).atMost(today).and(today.atMost(Table.read(r, end))))
        .exists()
        .is(1);
  }

  /**
   * 二（一）5a: this year's graduates and registered unemployed aged 16 to 24, until all is offered.
   */
  private Result service(Node worker, LocalDate on) {
    long today = on.toEpochDay();
    boolean settled = on.getYear() >= FIRST_YEAR && on.getYear() <= LAST_YEAR;
    Span year = settled ? Span.of(Raw.of(on.getYear())) : Span.notPublished();
    Span graduated = Table.read(worker, names.graduation);
    Answer graduate = graduated.answer(graduated.same(year), year);
    Span birth = Table.read(worker, names.birth);
    Answer sixteen = reached(birth, 16).notAfter(Span.of(today));
    Answer older = reached(birth, 25).notAfter(Span.of(today));
    Answer young =
        now(worker, names.list("worker", "unemployment_registrations"), "period", today)
            .and(sixteen)
            .and(older.not());
    Answer left =
        fewer(worker, today, "briefing", 1)
            .or(fewer(worker, today, "guidance", 1))
            .or(fewer(worker, today, "referral", 3))
            .or(fewer(worker, today, "training", 1));
    return Answer.all(
            requests(worker, today, "graduate_service", true).exists().is(1),
            now(worker, names.employments, "employment", today).not(),
            graduate.or(young),
            left)
        .service();
  }

  private static Span reached(Span birth, int age) {
    return birth.to(Days.birthday(birth.lo(), age), Days.birthday(birth.hi(), age));
  }

  private Answer fewer(Node worker, long on, String kind, int target) {
    return new Table(
            worker, offers, offeredOn, on, Raw.HIGH, r -> Awards.among(r, offerKind, Set.of(kind)))
        .count()
        .before(Span.of(Raw.of(target)));
  }

  /** The table of 三（四）b–d from top to bottom; the first line that fits counts. */
  private Verdict followUp(Node worker, long on) {
    Answer asked = requests(worker, on, "follow_up", true).exists().is(1);
    Span why = Table.read(worker, names.notSeeking);
    Answer school = why.is(Names.choice(names.notSeeking, "in_school"));
    Answer retired = why.is(Names.choice(names.notSeeking, "retired"));
    Answer caring = why.is(Names.choice(names.notSeeking, "caring"));
    Answer seeking = Answer.all(asked, school.not(), retired.not(), caring.not());
    Answer post = now(worker, names.posts, "employment", on);
    Answer employed = now(worker, names.employments, "employment", on);
    Answer flexible = now(worker, names.list("worker", "flexible_work"), "period", on);
    Span changes = Table.read(worker, names.jobChanges);
    Span often = new Span(Raw.of(1), Raw.HIGH, false, false, true);
    Answer working = Answer.all(seeking, post.not(), employed);
    Answer notWorking = Answer.all(seeking, post.not(), employed.not());
    Answer[] lines = {
      asked.not(),
      asked.and(school.or(retired).or(caring)),
      seeking.and(post),
      working.and(changes.atLeast(often)),
      working.and(changes.before(often)),
      notWorking.and(flexible),
      notWorking.and(flexible.not())
    };
    int line = 0;
    boolean open = false;
    boolean askable = false;
    while (line < lines.length && lines[line].now() != Truth.MET) {
      open |= lines[line].now() == Truth.UNKNOWN;
      askable |= lines[line].now() == Truth.UNKNOWN && lines[line].best() == Truth.MET;
      line++;
    }
    if (open) {
      return Verdict.of("follow-up", "worker", askable ? Result.NEEDS_INFO : Result.UNSETTLED);
    }
    return line < 2 || line == lines.length
        ? Verdict.of("follow-up", "worker", Result.NOT_DUE)
        : new Verdict("follow-up", "worker", Result.DUE, List.of(), null, next(worker, on, line));
  }

  /** A quarter, a month or a week after the last contact or the request. */
  private @Nullable LocalDate next(Node worker, long on, int line) {
    Table contacts =
        new Table(
            worker, names.list("worker", "contacts"), contactedOn, on, Raw.HIGH, r -> Truth.MET);
    Span contact = contacts.latest(contactedOn, contactedOn);
    Span request = requests(worker, on, "follow_up", false).latest(requestedOn, requestedOn);
    Span from =
        contact.exact() && contact.lo() == Raw.NEVER
            ? request
            : request.exact() && request.lo() == Raw.NEVER ? contact : later(contact, request);
    if (!from.exact() || from.lo() == Raw.NEVER) {
      return null;
    }
    LocalDate day = LocalDate.ofEpochDay(from.lo());
    return switch (line) {
      case 2, 4 -> day.plusMonths(3);
      case 3, 5 -> day.plusMonths(1);
      default -> day.plusDays(7);
    };
  }

  /** A date that may never have come does not count for the low end. */
  private static Span later(Span a, Span b) {
    long lo =
        Math.max(a.hi() >= Raw.NEVER ? Raw.LOW : a.lo(), b.hi() >= Raw.NEVER ? Raw.LOW : b.lo());
    return a.with(b, lo, Math.max(a.hi(), b.hi()));
  }
}
