package huice.casework.decision;

import huice.casework.Absent;
import huice.casework.Invalid;
import huice.casework.NotAllowed;
import huice.casework.Releases;
import huice.casework.Visit;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.store.ApplicationRow;
import huice.store.ApplicationTable;
import huice.store.LogKind;
import huice.store.PersonTable;
import huice.store.RecordRow;
import huice.store.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Receives applications and shows where they stand. Thread-safe. */
@ApplicationScoped
public class Applications {
  private final Courses courses;
  private final ApplicationTable applications;
  private final RecordTable records;
  private final PersonTable persons;
  private final Releases releases;
  private final Settings settings;
  private final Views views;
  private final Since since;
  private final Sending sending;

  Applications(
      Courses courses,
      ApplicationTable applications,
      RecordTable records,
      PersonTable persons,
      Releases releases,
      Settings settings,
      Views views,
      Since since,
      Sending sending) {
    this.courses = courses;
    this.applications = applications;
    this.records = records;
    this.persons = persons;
    this.releases = releases;
    this.settings = settings;
    this.views = views;
    this.since = since;
    this.sending = sending;
  }

  /**
   * What is applied for. {@code subject} as outcomes name it, null for the only one; {@code
   * claimed} the sum that is claimed, null when none is named.
   */
  public record Claim(
      UUID record,
      String scheme,
      @Nullable String subject,
      Channel channel,
      LocalDate appliedOn,
      @Nullable YearMonth from,
      @Nullable YearMonth to,
      @Nullable BigDecimal claimed) {}

  /** How an application came. */
  public enum Channel {
    COUNTER,
    PHONE,
    ONLINE,
    REPRESENTATIVE
  }

  /** What is looked for; null for any. */
  public record Wanted(
      @Nullable UUID record, @Nullable String scheme, @Nullable State state, boolean late) {}

  /** Receives an application of the own office's person, or of an organisation. */
  @Transactional
  public ApplicationView apply(Claim claim, Actor by, Now now) {
    return apply(claim, Visit.NONE, by, now);
  }

  /**
   * Receives an application: it has a receipt number and a day by which the office answers. Any
   * office receives it from a person who is present; it is that person's own office that decides.
   */
  @Transactional
  public ApplicationView apply(Claim claim, Visit visit, Actor by, Now now) {
    if (!Machine.who(Act.APPLY).contains(by.role())) {
      throw new NotAllowed(Text.of("您的角色不能受理申请", "your role does not receive applications"));
    }
    check(claim, now);
    RecordRow record =
        records
            .find(persons.standing(claim.record()))
            .orElseThrow(() -> new Absent(Text.of("没有这份记录", "there is no such record")));
    boolean person = persons.find(record.id()).isPresent();
    if (person && !record.office().equals(by.office()) && !visit.present()) {
      throw new NotAllowed(Guard.OWN_OFFICE.what());
    }
    ApplicationRow row =
        new ApplicationRow(
            UUID.randomUUID(),
            record.id(),
            claim.scheme(),
            claim.subject(),
            person ? record.office() : by.office(),
            claim.channel().name().toLowerCase(Locale.ROOT),
            claim.appliedOn(),
            claim.appliedOn().plusDays(settings.periods().due()),
            claim.from(),
            claim.to(),
            claim.claimed(),
            State.APPLIED.name(),
            1,
            now.at(),
            by.id());
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("channel", row.channel());
    if (!row.office().equals(by.office())) {
      content.put("receivedAt", by.office());
    }
    content.putAll(visit.told());
    return views.of(courses.begin(row, by, content, now), now);
  }

  private void check(Claim claim, Now now) {
    if (releases.live().schemes().stream().noneMatch(s -> s.id().equals(claim.scheme()))) {
      throw new Invalid(
          "/scheme",
          Text.of("没有这个项目", "there is no such scheme"),
          Text.of("项目见 /api/register", "schemes are listed at /api/register"));
    }
    if (claim.appliedOn().isAfter(now.today())) {
      throw new Invalid(
          "/appliedOn",
          Text.of("申请日期在今天以后", "the day of application is after today"),
          Text.of("写实际申请的日期", "write the day on which it was made"));
    }
    if ((claim.from() == null) != (claim.to() == null)
        || (claim.from() != null && claim.to() != null && claim.from().isAfter(claim.to()))) {
      throw new Invalid(
          "/to",
          Text.of("月份须成对，且先后不能颠倒", "months come in pairs, the earlier first"),
          Text.of("from 和 to 都写或都不写", "write both from and to, or neither"));
    }
  }

  /** An application as it stands; a person's data is read, so it is logged. */
  @Transactional
  public ApplicationView view(UUID id, Actor by, Now now) {
    return view(id, Visit.NONE, by, now);
  }

  /** The same for whoever serves the person, who may be at another office. */
  @Transactional
  public ApplicationView view(UUID id, Visit visit, Actor by, Now now) {
    Courses.Loaded loaded = courses.read(id);
    Courses.seenBy(by, loaded.row(), visit);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("application", id);
    content.putAll(visit.told());
    courses.log(loaded.row(), LogKind.READ, by, content, now);
    return views.of(loaded, now);
  }

  /** At most 500 applications, without what was said on them, the earliest due first. */
  @Transactional
  public List<ApplicationView.Brief> list(Wanted wanted, Actor by, Now now) {
    String office = by.role() == Role.CASEWORKER ? by.office() : null;
    List<String> states =
        Arrays.stream(State.values())
            .filter(s -> wanted.state() == null || s == wanted.state())
            .filter(s -> !wanted.late() || s.open())
            .map(State::name)
            .toList();
    return applications
        .wanted(
            new ApplicationTable.Wanted(
                office,
                wanted.record(),
                wanted.scheme(),
                states,
                wanted.late() ? now.today() : null))
        .stream()
        .map(row -> Views.brief(row, now))
        .toList();
  }

  /** Withdrawing is the person's own signed act (R52). */
  @Transactional
  public ApplicationView withdraw(
      UUID id, int version, @Nullable LocalDate signedOn, String document, Actor by, Now now) {
    return withdraw(id, version, signedOn, document, Visit.NONE, by, now);
  }

  /** The same where the person may be at another office. */
  @Transactional
  public ApplicationView withdraw(
      UUID id,
      int version,
      @Nullable LocalDate signedOn,
      String document,
      Visit visit,
      Actor by,
      Now now) {
    return views.of(
        courses.take(
            courses.locked(id, version),
            Doing.of(Act.WITHDRAW, by, now)
                .where(Circumstance.PRESENT, visit.present())
                .on(signedOn == null ? now.today() : signedOn)
                .where(Circumstance.SIGNED, signedOn != null && !document.isBlank()),
            Courses.Written.of(null, Map.of("document", document)),
            now),
        now);
  }

  /** Closed for lack of documents, by a person, after telling and time (R52). */
  @Transactional
  public ApplicationView close(UUID id, int version, Actor by, Now now) {
    Courses.Loaded loaded = courses.locked(id, version);
    return views.of(
        courses.take(
            loaded,
            Doing.of(Act.CLOSE, by, now)
                .where(Circumstance.FACTS_CHANGED, since.changed(loaded, loaded.latest())),
            Courses.Written.of(null, Map.of()),
            now),
        now);
  }

  /** As it was closed, with its first date (R52). */
  @Transactional
  public ApplicationView reopen(UUID id, int version, Actor by, Now now) {
    return views.of(
        courses.take(
            courses.locked(id, version),
            Doing.of(Act.REOPEN, by, now),
            Courses.Written.of(null, Map.of()),
            now),
        now);
  }

  /** Past its day the person is told, and may object as if refused (R52). */
  @Transactional
  public ApplicationView tellOverdue(UUID id, int version, Delivery how, Actor by, Now now) {
    return tellOverdue(id, version, how, Visit.NONE, by, now);
  }

  /** The same where the person may be at another office. */
  @Transactional
  public ApplicationView tellOverdue(
      UUID id, int version, Delivery how, Visit visit, Actor by, Now now) {
    Courses.Loaded loaded = courses.locked(id, version);
    return views.of(
        courses.take(
            loaded,
            sending.delivering(Doing.of(Act.TELL_OVERDUE, by, now), loaded, how, visit),
            Courses.Written.of(null, how.content()),
            now),
        now);
  }
}
