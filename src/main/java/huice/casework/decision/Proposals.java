package huice.casework.decision;

import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.Records;
import huice.casework.Visit;
import huice.model.Actor;
import huice.model.Text;
import huice.store.DecisionRow;
import huice.store.PersonRow;
import huice.store.PersonTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proposes what the rules make of an application. Thread-safe. */
@ApplicationScoped
public class Proposals {
  private final Courses courses;
  private final Making making;
  private final Records records;
  private final PersonTable persons;
  private final Since since;
  private final Settings settings;
  private final Views views;
  private final Sending sending;

  Proposals(
      Courses courses,
      Making making,
      Records records,
      PersonTable persons,
      Since since,
      Settings settings,
      Views views,
      Sending sending) {
    this.courses = courses;
    this.making = making;
    this.records = records;
    this.persons = persons;
    this.since = since;
    this.settings = settings;
    this.views = views;
    this.sending = sending;
  }

  /** Why a case is not opened. */
  public enum RefusalCode {
    NOT_COMPETENT,
    DUPLICATE
  }

  /**
   * Assesses the facts of now as of a day ({@code null}: the day of application) and proposes the
   * outcome; a favourable one takes effect at once where the scheme's setting says so (R2, R6).
   */
  @Transactional
  public ApplicationView propose(
      UUID application, int version, @Nullable LocalDate on, Actor by, Now now) {
    Courses.Loaded loaded = courses.locked(application, version);
    Courses.seenBy(by, loaded.row());
    LocalDate day = on == null ? loaded.row().appliedOn() : on;
    if (day.isAfter(now.today())) {
      throw new Invalid(
          "/on",
          Text.of("日期在今天以后", "the day is after today"),
          Text.of("写今天或以前的日期", "write today or an earlier day"));
    }
    long known = records.version();
    Found found = making.now(loaded.row(), day);
    Bearing bearing = Bearings.of(found.outcome(), loaded.row().claimed(), null);
    return views.of(proposed(loaded, found, Act.PROPOSE, bearing, known, by, now), now);
  }

  /** Proposes, and lets a favourable outcome take effect where nothing stands against it. */
  Courses.Loaded proposed(
      Courses.Loaded loaded, Found found, Act act, Bearing bearing, long known, Actor by, Now now) {
    Draft effective = loaded.course().effective();
    UUID replaces = effective == null ? null : effective.id();
    Making.Kind kind =
        new Making.Kind(
            act == Act.REASSESS ? "reassessment" : "proposal",
            found.outcome().outcome().name(),
            bearing,
            false,
            replaces,
            null,
            null);
    Doing effect = effect(loaded, found, by, now);
    DecisionRow made = making.kept(loaded, found, kind, known, by, now);
    Doing doing = proposing(loaded, act, made, by, now);
    Course then = courses.foresee(loaded.course(), doing);
    boolean automatic = then != null && courses.allows(then, effect);
    if (automatic) {
      Making.Kind itself =
          new Making.Kind(kind.kind(), kind.result(), bearing, true, replaces, null, null);
      made = making.kept(loaded, found, itself, known, by, now);
      doing = proposing(loaded, act, made, by, now);
    }
    Courses.Loaded after =
        courses.take(
            loaded, doing, new Courses.Written(made.id(), Map.of(), made, found.rules()), now);
    return automatic
        ? courses.take(after, effect, Courses.Written.of(made.id(), Map.of()), now)
        : after;
  }

  private Doing proposing(Courses.Loaded loaded, Act act, DecisionRow made, Actor by, Now now) {
    Draft effective = loaded.course().effective();
    boolean differ = effective != null && since.changed(loaded, loaded.decision(effective.id()));
    return Doing.of(act, by, now)
        .bringing(Drafts.of(made, now.today()))
        .where(Circumstance.FACTS_CHANGED, differ);
  }

  private Doing effect(Courses.Loaded loaded, Found found, Actor by, Now now) {
    boolean optedOut =
        persons.find(loaded.row().record()).map(PersonRow::automatic).map(a -> !a).orElse(false);
    return Doing.of(Act.TAKE_EFFECT, by, now)
        .where(Circumstance.AUTOMATIC_SCHEME, settings.automatic(loaded.row().scheme()))
        .where(Circumstance.OPTED_OUT, optedOut)
        .where(Circumstance.SWITCHED, since.switchedOff(found));
  }

  /** Not opening a case is an adverse decision like any other (R40). */
  @Transactional
  public ApplicationView refuseOpening(
      UUID application, int version, RefusalCode code, String text, Actor by, Now now) {
    Courses.Loaded loaded = courses.locked(application, version);
    long known = records.version();
    Found found = making.now(loaded.row(), loaded.row().appliedOn());
    Making.Kind kind =
        new Making.Kind("proposal", "NOT_OPENED", Bearing.ADVERSE, false, null, code.name(), text);
    DecisionRow made = making.kept(loaded, found, kind, known, by, now);
    Doing doing =
        Doing.of(Act.REFUSE_OPENING, by, now)
            .bringing(Drafts.of(made, now.today()))
            .where(Circumstance.REASONED, !text.isBlank());
    return views.of(
        courses.take(
            loaded, doing, new Courses.Written(made.id(), Map.of(), made, found.rules()), now),
        now);
  }

  /**
   * Tells once and completely what is missing; asking for more later is the office's fault and kept
   * as such (R53).
   *
   * @throws Conflict when nothing is asked for
   */
  @Transactional
  public ApplicationView tellMissing(
      UUID application, int version, Delivery how, Actor by, Now now) {
    return tellMissing(application, version, how, Visit.NONE, by, now);
  }

  /** The same where the person may be at another office. */
  @Transactional
  public ApplicationView tellMissing(
      UUID application, int version, Delivery how, Visit visit, Actor by, Now now) {
    Courses.Loaded loaded = courses.locked(application, version);
    DecisionRow latest = loaded.latest();
    if (latest == null) {
      throw new Conflict(
          Text.of("还没有处理意见", "nothing has been proposed yet"), (long) loaded.row().version());
    }
    Lacking lacking = Lacking.of(views, loaded, latest);
    Map<String, Object> content = new LinkedHashMap<>(how.content());
    content.put("missing", lacking.all());
    content.put("askedLater", lacking.askedLater());
    content.put("officeFault", lacking.fault());
    Doing doing = sending.delivering(Doing.of(Act.TELL_MISSING, by, now), loaded, how, visit);
    Courses.Loaded told =
        courses.take(loaded, doing, Courses.Written.of(latest.id(), content), now);
    return views.of(
        lacking.fault() ? courses.task(told, by, Map.of("because", "ASKED_LATER"), now) : told,
        now);
  }
}
