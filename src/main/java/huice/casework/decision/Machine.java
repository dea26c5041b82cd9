package huice.casework.decision;

import huice.model.Role;
import huice.model.Text;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one way from application to effect and review. Stateless. */
public final class Machine {
  private static final List<Step> STEPS = Table.steps();
  private static final Map<Act, Set<Role>> WHO = who();

  private final Periods periods;

  public Machine(Periods periods) {
    this.periods = periods;
  }

  /** Every line of the machine. */
  public static List<Step> steps() {
    return STEPS;
  }

  /** The roles that may act so. */
  public static Set<Role> who(Act act) {
    return Set.copyOf(WHO.getOrDefault(act, Set.of()));
  }

  /** What comes of an act; nothing happens if it is not taken. */
  public Answer answer(Course course, Doing doing) {
    if (!who(doing.act()).contains(doing.by().role())) {
      return new Answer.Forbidden(
          Text.of(
              "您的角色不能「" + doing.act().label().zh() + "」",
              "your role may not do this: " + doing.act().label().en()));
    }
    Optional<Step> step = step(course.state(), doing.act(), turn(course, doing));
    if (step.isEmpty()) {
      return new Answer.NotNow(
          Text.of(
              "「" + course.state().label().zh() + "」时不能「" + doing.act().label().zh() + "」",
              "\""
                  + course.state().label().en()
                  + "\" does not allow this: "
                  + doing.act().label().en()));
    }
    for (Guard guard : step.get().guards()) {
      if (!guard.holds(course, doing, periods)) {
        return refusal(guard);
      }
    }
    return new Answer.Taken(
        step.get(),
        course.after(doing.act(), doing.by().id(), doing.day(), doing.draft(), step.get().to()));
  }

  private static Answer refusal(Guard guard) {
    return switch (guard) {
      case NAMED, OWN_OFFICE, NOT_PROPOSER, NOT_DECIDER -> new Answer.Forbidden(guard.what());
      default -> new Answer.NotNow(guard.what());
    };
  }

  private Turn turn(Course course, Doing doing) {
    Draft draft = doing.draft();
    return switch (doing.act()) {
      case PROPOSE, REASSESS, REFUSE_OPENING, OVERRIDE ->
          draft == null ? Turn.ONLY : Turn.of(draft.bearing());
      case REVIEW ->
          draft == null || doing.with(Circumstance.UPHOLDS)
              ? Turn.UPHELD
              : Turn.of(draft.bearing());
      case CONFIRM, TAKE_EFFECT ->
          course.proposal() == null ? Turn.ONLY : Turn.of(course.proposal().bearing());
      case OBJECT -> objection(course, doing.day());
      default -> Turn.ONLY;
    };
  }

  /** The last day to object is counted from delivery; without it no deadline runs (R40). */
  private Turn objection(Course course, LocalDate day) {
    if (course.state() != State.ADVERSE && course.state() != State.ADVERSE_TOLD) {
      return Turn.ONLY;
    }
    LocalDate notified = course.notified();
    return notified == null || !day.isAfter(notified.plusDays(periods.objection()))
        ? Turn.TIMELY
        : Turn.LATE;
  }

  static Optional<Step> step(State from, Act act, Turn turn) {
    return STEPS.stream()
        .filter(s -> s.from() == from && s.act() == act && s.turn() == turn)
        .findFirst();
  }

  private static Map<Act, Set<Role>> who() {
    Map<Act, Set<Role>> who = new EnumMap<>(Act.class);
    for (Act act : Act.values()) {
      who.put(act, EnumSet.of(Role.CASEWORKER));
    }
    who.put(Act.PROPOSE, EnumSet.of(Role.CASEWORKER, Role.SERVICE));
    who.put(Act.REASSESS, EnumSet.of(Role.CASEWORKER, Role.CERTIFIER, Role.SERVICE));
    who.put(Act.TAKE_EFFECT, EnumSet.of(Role.CASEWORKER, Role.CERTIFIER, Role.SERVICE));
    who.put(Act.OPEN_REASONS, EnumSet.of(Role.CASEWORKER, Role.CERTIFIER, Role.REVIEWER));
    who.put(Act.CONFIRM, EnumSet.of(Role.CERTIFIER, Role.REVIEWER));
    who.put(Act.OVERRIDE, EnumSet.of(Role.CERTIFIER, Role.REVIEWER));
    who.put(Act.CLOSE, EnumSet.of(Role.CERTIFIER));
    who.put(Act.NOTIFY, EnumSet.of(Role.CASEWORKER, Role.CERTIFIER, Role.REVIEWER));
    who.put(Act.OBJECT, EnumSet.of(Role.CASEWORKER, Role.REVIEWER));
    who.put(Act.REVIEW, EnumSet.of(Role.REVIEWER));
    return who;
  }
}
