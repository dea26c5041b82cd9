package huice.casework.decision;

import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.Visit;
import huice.model.Actor;
import huice.model.Text;
import huice.store.DecisionRow;
import huice.store.LogKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reasons opened, proposals delivered, comments heard, decisions notified. Thread-safe. */
@ApplicationScoped
public class Hearing {
  private final Courses courses;
  private final Since since;
  private final Views views;
  private final Sending sending;

  Hearing(Courses courses, Since since, Views views, Sending sending) {
    this.courses = courses;
    this.since = since;
    this.views = views;
    this.sending = sending;
  }

  /** A decision with its reasons as they were made; reading is logged. */
  @Transactional
  public DecisionView view(UUID decision, boolean applicant, Actor by, Now now) {
    return view(decision, applicant, Visit.NONE, by, now);
  }

  /** The same where the person may be at another office. */
  @Transactional
  public DecisionView view(UUID decision, boolean applicant, Visit visit, Actor by, Now now) {
    Courses.Loaded loaded = courses.lockedBy(decision);
    Courses.seenBy(by, loaded.row(), visit);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("decision", decision);
    content.putAll(visit.told());
    courses.log(loaded.row(), LogKind.READ, by, content, now);
    DecisionRow row = loaded.decision(decision);
    return applicant
        ? views.withheld(row, since.switchedOff(decision))
        : views.whole(row, since.switchedOff(decision));
  }

  /** Opens the reasons of this very version; confirming needs it (R3). */
  @Transactional
  public DecisionView open(UUID decision, Actor by, Now now) {
    Courses.Loaded loaded = latest(courses.lockedBy(decision), decision);
    courses.take(
        loaded, Doing.of(Act.OPEN_REASONS, by, now), Courses.Written.of(decision, Map.of()), now);
    return views.whole(loaded.decision(decision), since.switchedOff(decision));
  }

  /** Delivers an adverse proposal; the time to comment begins (R40, R43). */
  @Transactional
  public ApplicationView deliver(UUID decision, int version, Delivery how, Actor by, Now now) {
    return deliver(decision, version, how, Visit.NONE, by, now);
  }

  /** The same where the person may be at another office. */
  @Transactional
  public ApplicationView deliver(
      UUID decision, int version, Delivery how, Visit visit, Actor by, Now now) {
    return views.of(delivered(Act.DELIVER, decision, version, how, visit, by, now), now);
  }

  /** Delivers a decision; the time to object begins (R40). */
  @Transactional
  public ApplicationView notify(UUID decision, int version, Delivery how, Actor by, Now now) {
    return notify(decision, version, how, Visit.NONE, by, now);
  }

  /** The same where the person may be at another office. */
  @Transactional
  public ApplicationView notify(
      UUID decision, int version, Delivery how, Visit visit, Actor by, Now now) {
    return views.of(delivered(Act.NOTIFY, decision, version, how, visit, by, now), now);
  }

  private Courses.Loaded delivered(
      Act act, UUID decision, int version, Delivery how, Visit visit, Actor by, Now now) {
    Courses.Loaded loaded = latest(courses.lockedBy(decision, version), decision);
    Doing doing = sending.delivering(Doing.of(act, by, now), loaded, how, visit);
    return courses.take(loaded, doing, Courses.Written.of(decision, how.content()), now);
  }

  /**
   * A further try to reach the person. Missing somebody has one effect: a task for the office
   * (R16).
   */
  @Transactional
  public ApplicationView attempt(
      UUID application,
      int version,
      Delivery.Way way,
      LocalDate on,
      boolean reached,
      Actor by,
      Now now) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("way", way.name());
    content.put("reached", reached);
    Courses.Loaded after =
        courses.take(
            courses.locked(application, version),
            Doing.of(Act.ATTEMPT, by, now).on(on),
            Courses.Written.of(null, content),
            now);
    return views.of(
        reached ? after : courses.task(after, by, Map.of("because", "NOT_REACHED"), now), now);
  }

  /**
   * What was sent came back: it was not delivered, the period that it began no longer runs, and the
   * office has to try again (R40).
   *
   * @param letter what came back, null where it is not one of the kept letters
   */
  @Transactional
  public ApplicationView mailBack(
      UUID application,
      int version,
      LocalDate on,
      String why,
      @Nullable UUID letter,
      Actor by,
      Now now) {
    Courses.Loaded loaded = courses.locked(application, version);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("why", why);
    if (letter != null) {
      content.put("letter", letter.toString());
    }
    DecisionRow about = loaded.latest();
    Courses.Loaded after =
        courses.take(
            loaded,
            Doing.of(Act.MAIL_BACK, by, now)
                .on(on)
                .where(Circumstance.SENT, sending.out(loaded, on)),
            Courses.Written.of(about == null ? null : about.id(), content),
            now);
    return views.of(courses.task(after, by, Map.of("because", "MAIL_BACK"), now), now);
  }

  /** What the person says, in the person's words (R43). */
  @Transactional
  public ApplicationView comment(UUID application, int version, String text, Actor by, Now now) {
    return comment(application, version, text, Visit.NONE, by, now);
  }

  /** The same where the person may be at another office. */
  @Transactional
  public ApplicationView comment(
      UUID application, int version, String text, Visit visit, Actor by, Now now) {
    Courses.Loaded loaded = courses.locked(application, version);
    DecisionRow about = loaded.latest();
    return views.of(
        courses.take(
            loaded,
            Doing.of(Act.COMMENT, by, now).where(Circumstance.PRESENT, visit.present()),
            Courses.Written.of(about == null ? null : about.id(), Map.of("text", text)),
            now),
        now);
  }

  /**
   * Acts are on the latest version only.
   *
   * @throws Conflict when another one took its place
   */
  static Courses.Loaded latest(Courses.Loaded loaded, UUID decision) {
    @Nullable DecisionRow latest = loaded.latest();
    if (latest == null) {
      throw new Absent(Text.of("没有这个决定", "there is no such decision"));
    }
    if (!Objects.equals(latest.id(), decision)) {
      throw new Conflict(
          Text.of(
              "已有更新的一版（第 " + latest.no() + " 版）",
              "there is a later version (number " + latest.no() + ")"),
          (long) loaded.row().version());
    }
    return loaded;
  }
}
