package huice.casework.decision;

import huice.model.Actor;
import huice.model.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People doing whatever comes to their minds on one application, day after day. */
final class Walk {
  static final Periods PERIODS = new Periods(14, 60, 30);
  private static final Set<Act> RARE =
      EnumSet.of(Act.PROPOSE, Act.REASSESS, Act.OVERRIDE, Act.WITHDRAW, Act.MAIL_BACK);
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
  private static final List<Actor> PEOPLE =
      List.of(
          actor(1, Role.CASEWORKER, "A"),
          actor(2, Role.CASEWORKER, "A"),
          actor(3, Role.CASEWORKER, "B"),
          actor(4, Role.CERTIFIER, "A"),
          actor(5, Role.CERTIFIER, "A"),
          actor(6, Role.REVIEWER, "A"),
          actor(7, Role.REVIEWER, "A"),
          actor(8, Role.SERVICE, "A"),
          actor(9, Role.POLICY_OFFICER, "A"),
          actor(10, Role.AUDITOR, "A"),
          actor(11, Role.ADMINISTRATOR, "A"));

  private final Machine machine = new Machine(PERIODS);
  private final Random random;
  private final List<Done> done = new ArrayList<>();
  private Course course = Course.received("A", FIRST.plusDays(PERIODS.due()));
  private LocalDate today = FIRST;
  private int drafts;

  /** Something that was done, with what the machine took for it. */
  record Done(Doing doing, Step step, Course after) {}

  Walk(long seed) {
    this.random = new Random(seed);
  }

  Course course() {
    return course;
  }

  List<Done> done() {
    return done;
  }

  /** One attempt; true when it was taken. */
  boolean attempt() {
    if (random.nextInt(3) == 0) {
      // Objections come late now and then.
      int late = course.state() == State.ADVERSE_TOLD ? 2 : 20;
      today = today.plusDays(random.nextInt(late) == 0 ? 70 : random.nextInt(12));
    }
    Doing doing = doing();
    Answer answer = machine.answer(course, doing);
    if (answer instanceof Answer.Taken taken) {
      done.add(new Done(doing, taken.step(), taken.course()));
      course = taken.course();
      return true;
    }
    return false;
  }

  /** Mostly something that the state allows, by somebody who may; otherwise anything. */
  private Doing doing() {
    List<Step> here = Machine.steps().stream().filter(s -> s.from() == course.state()).toList();
    Act[] acts = Act.values();
    boolean sensible = random.nextInt(5) > 0 && !here.isEmpty();
    Act act = sensible ? one(here) : acts[random.nextInt(acts.length)];
    List<Actor> able =
        PEOPLE.stream().filter(person -> Machine.who(act).contains(person.role())).toList();
    List<Actor> among = sensible && !able.isEmpty() ? able : PEOPLE;
    Actor by = among.get(random.nextInt(among.size()));
    LocalDate day = random.nextInt(5) == 0 ? today.minusDays(random.nextInt(20)) : today;
    return new Doing(act, by, today, day, draft(act, by), circumstances(act));
  }

  /** What begins anew or ends is rarer, so that walks get somewhere. */
  private Act one(List<Step> here) {
    if (course.state() == State.OBJECTED_LATE && random.nextBoolean()) {
      return random.nextInt(3) > 0 ? Act.REVIEW : Act.MAIL_BACK;
    }
    if (course.state() == State.CLOSED && random.nextInt(4) == 0) {
      return Act.WITHDRAW;
    }
    Act act = here.get(random.nextInt(here.size())).act();
    return RARE.contains(act) && random.nextInt(6) > 0
        ? here.get(random.nextInt(here.size())).act()
        : act;
  }

  private @Nullable Draft draft(Act act, Actor by) {
    boolean always = act == Act.PROPOSE || act == Act.REASSESS || act == Act.OVERRIDE;
    if (!always && act != Act.REFUSE_OPENING && (act != Act.REVIEW || random.nextBoolean())) {
      return null;
    }
    Bearing[] bearings = Bearing.values();
    Bearing bearing =
        act == Act.REFUSE_OPENING
            ? Bearing.ADVERSE
            : bearings[random.nextInt(act == Act.REVIEW ? 2 : bearings.length)];
    boolean run = act == Act.PROPOSE || act == Act.REASSESS;
    return new Draft(
        new UUID(7, ++drafts),
        bearing,
        by.id(),
        today,
        bearing == Bearing.FAVOURABLE || bearing == Bearing.ADVERSE,
        random.nextInt(8) > 0,
        random.nextInt(8) == 0,
        !run);
  }

  private Set<Circumstance> circumstances(Act act) {
    Set<Circumstance> some = EnumSet.noneOf(Circumstance.class);
    for (Circumstance one : Circumstance.values()) {
      boolean usual =
          one == Circumstance.REASONED
              || one == Circumstance.DELIVERY_KNOWN
              || one == Circumstance.ADDRESS_CONFIRMED
              || one == Circumstance.SIGNED;
      if (usual ? random.nextInt(10) > 0 : random.nextInt(6) == 0) {
        some.add(one);
      }
    }
    if (act == Act.REVIEW && random.nextBoolean()) {
      some.remove(Circumstance.UPHOLDS);
    }
    return some;
  }

  static Actor actor(long number, Role role, String office) {
    return new Actor(new UUID(1, number), "someone " + number, role, office);
  }
}
