package huice.casework.decision;

import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.Visit;
import huice.model.Actor;
import huice.model.Result;
import huice.model.Text;
import huice.store.DecisionRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person in charge decides: confirms, overrides, reviews. Thread-safe. */
@ApplicationScoped
public class Verdicts {
  private final Courses courses;
  private final Making making;
  private final Since since;
  private final Views views;

  Verdicts(Courses courses, Making making, Since since, Views views) {
    this.courses = courses;
    this.making = making;
    this.since = since;
    this.views = views;
  }

  /** Why a person decides otherwise than the rules. */
  public enum Code {
    /** The rules do not see a fact that matters. */
    FACT_OUTSIDE_RULES,
    /** Papers or a visit showed otherwise than what was recorded. */
    EVIDENCE_SEEN,
    RULE_IN_ERROR,
    RULE_SWITCHED_OFF,
    HARDSHIP,
    COURT_OR_SUPERIOR
  }

  /** A person's own decision; {@code amount} null where none is granted or set. */
  public record Verdict(Result result, @Nullable BigDecimal amount, Code code, String text) {}

  /** A named person makes a proposal a decision in effect (R1, R3); always a single one. */
  @Transactional
  public ApplicationView confirm(UUID decision, int version, Actor by, Now now) {
    Courses.Loaded loaded = Hearing.latest(courses.lockedBy(decision, version), decision);
    DecisionRow made = loaded.decision(decision);
    Doing doing =
        Doing.of(Act.CONFIRM, by, now)
            .where(Circumstance.SWITCHED, !since.switchedOff(decision).isEmpty());
    if (courses.allows(loaded.course(), doing)) {
      since.same(loaded, made);
    }
    return views.of(courses.take(loaded, doing, Courses.Written.of(decision, Map.of()), now), now);
  }

  /** A person decides otherwise, with a code and a text (R4). */
  @Transactional
  public ApplicationView override(UUID decision, int version, Verdict verdict, Actor by, Now now) {
    Courses.Loaded loaded = Hearing.latest(courses.lockedBy(decision, version), decision);
    DecisionRow made = instead(loaded, "override", verdict, by, now);
    return views.of(
        courses.take(
            loaded, brings(Act.OVERRIDE, made, verdict, by, now), written(made, Map.of()), now),
        now);
  }

  /** Objects, in the person's words; in time it holds the effect (R40, R41, R52). */
  @Transactional
  public ApplicationView object(
      UUID application, int version, LocalDate on, String text, Actor by, Now now) {
    return object(application, version, on, text, Visit.NONE, by, now);
  }

  /** The same where the person may be at another office. */
  @Transactional
  public ApplicationView object(
      UUID application, int version, LocalDate on, String text, Visit visit, Actor by, Now now) {
    if (on.isAfter(now.today())) {
      throw new Invalid(
          "/on",
          Text.of("日期在今天以后", "the day is after today"),
          Text.of("写提出异议的日期", "write the day of the objection"));
    }
    return views.of(
        courses.take(
            courses.locked(application, version),
            Doing.of(Act.OBJECT, by, now).on(on).where(Circumstance.PRESENT, visit.present()),
            Courses.Written.of(null, Map.of("text", text)),
            now),
        now);
  }

  /** Another person looks again and leaves it as it is (R42). */
  @Transactional
  public ApplicationView uphold(UUID application, int version, String text, Actor by, Now now) {
    Courses.Loaded loaded = courses.locked(application, version);
    DecisionRow latest = loaded.latest();
    Doing doing =
        Doing.of(Act.REVIEW, by, now)
            .where(Circumstance.UPHOLDS, true)
            .where(Circumstance.REASONED, !text.isBlank());
    return views.of(
        courses.take(
            loaded,
            doing,
            Courses.Written.of(latest == null ? null : latest.id(), Map.of("text", text)),
            now),
        now);
  }

  /** Another person looks again and decides otherwise (R42). */
  @Transactional
  public ApplicationView change(UUID application, int version, Verdict verdict, Actor by, Now now) {
    Courses.Loaded loaded = courses.locked(application, version);
    DecisionRow made = instead(loaded, "review", verdict, by, now);
    return views.of(
        courses.take(
            loaded, brings(Act.REVIEW, made, verdict, by, now), written(made, Map.of()), now),
        now);
  }

  private static Doing brings(Act act, DecisionRow made, Verdict verdict, Actor by, Now now) {
    return Doing.of(act, by, now)
        .bringing(Drafts.of(made, now.today()))
        .where(Circumstance.REASONED, !verdict.text().isBlank());
  }

  private static Courses.Written written(DecisionRow made, Map<String, Object> content) {
    return new Courses.Written(made.id(), content, made, List.of());
  }

  private DecisionRow instead(
      Courses.Loaded loaded, String kind, Verdict verdict, Actor by, Now now) {
    DecisionRow base = loaded.latest();
    if (base == null) {
      throw new Conflict(
          Text.of("还没有处理意见，请先提出", "nothing has been proposed yet; propose first"),
          (long) loaded.row().version());
    }
    if (!verdict.result().settled()) {
      throw new Invalid(
          "/result",
          Text.of("人作出的决定须是明确的结果", "a person's decision has a definite result"),
          Text.of("如 ELIGIBLE、NOT_ELIGIBLE", "such as ELIGIBLE or NOT_ELIGIBLE"));
    }
    Draft effective = loaded.course().effective();
    BigDecimal before = effective == null ? null : loaded.decision(effective.id()).amount();
    if (verdict.result().favourable()
        && verdict.amount() == null
        && (before != null || loaded.row().claimed() != null)) {
      throw new Invalid(
          "/amount",
          Text.of("须写明金额", "the sum must be named"),
          Text.of("写准予的金额", "write the sum granted"));
    }
    Bearing bearing =
        Bearings.of(verdict.result(), verdict.amount(), loaded.row().claimed(), before);
    Making.Kind made =
        new Making.Kind(
            kind,
            verdict.result().name(),
            bearing,
            false,
            base.id(),
            verdict.code().name(),
            verdict.text());
    return making.instead(base, loaded.decisions().size() + 1, made, verdict.amount(), by, now);
  }
}
