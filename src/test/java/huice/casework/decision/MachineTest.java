package huice.casework.decision;

import static org.assertj.core.api.Assertions.assertThat;

import huice.casework.decision.Walk.Done;
import huice.model.Role;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The state machine as a whole, by its table and by thousands of generated walks. */
class MachineTest {
  private static final int WALKS = 12_000;

  /** Some lines of the table are far from the beginning: so many walks may look for them. */
  private static final int MOST_WALKS = 60_000;

  private static final int ATTEMPTS = 250;
  private static final Set<State> ADVERSE_IN_EFFECT =
      EnumSet.of(State.ADVERSE, State.ADVERSE_TOLD, State.OBJECTED_LATE, State.UPHELD);

  @Test
  void theOnlyWayIntoAnAdverseDecisionIsAGuardedConfirmation() {
    List<Step> into =
        Machine.steps().stream()
            .filter(s -> ADVERSE_IN_EFFECT.contains(s.to()))
            .filter(s -> !ADVERSE_IN_EFFECT.contains(s.from()))
            .filter(s -> s.from() != State.OBJECTED)
            .toList();

    assertThat(into).extracting(Step::act).containsOnly(Act.CONFIRM);
    assertThat(into)
        .allSatisfy(
            s ->
                assertThat(s.guards())
                    .contains(
                        Guard.NAMED,
                        Guard.NOT_PROPOSER,
                        Guard.REASONS_OPENED,
                        Guard.DELIVERED,
                        Guard.HEARD,
                        Guard.PERIOD_OVER,
                        Guard.FACTS_SAME,
                        Guard.NO_SWITCH));
    assertThat(
            Machine.steps().stream()
                .filter(s -> s.to() == State.OBJECTED && s.from() != State.OBJECTED)
                .map(Step::from)
                .allMatch(ADVERSE_IN_EFFECT::contains))
        .as("an effect is held that was there before")
        .isTrue();
  }

  @Test
  void aStateAnActAndATurnLeadOneWay() {
    Set<List<Object>> keys = new HashSet<>();
    for (Step step : Machine.steps()) {
      assertThat(keys.add(List.of(step.from(), step.act(), step.turn()))).as("%s", step).isTrue();
    }
  }

  @Test
  void neitherServiceNorAuditorNorAdministratorConfirmsOverridesOrReviews() {
    for (Act act : List.of(Act.CONFIRM, Act.OVERRIDE, Act.REVIEW, Act.CLOSE)) {
      assertThat(Machine.who(act))
          .doesNotContain(Role.SERVICE, Role.AUDITOR, Role.ADMINISTRATOR, Role.CASEWORKER);
    }
  }

  @Test
  void r1NoWalkReachesAnAdverseEffectWithoutAPersonReasonsDeliveryAHearingAndTime() {
    int adverse = 0;
    Set<Step> never = new HashSet<>(Machine.steps());
    for (long seed = 0; seed < WALKS || (seed < MOST_WALKS && !never.isEmpty()); seed++) {
      Walk walk = new Walk(seed);
      for (int i = 0; i < ATTEMPTS; i++) {
        if (walk.attempt()) {
          adverse += check(walk, seed);
        }
      }
      walk.done().forEach(d -> never.remove(d.step()));
    }

    assertThat(adverse).as("walks must get there").isGreaterThan(500);
    assertThat(never).as("lines of the table no walk took").isEmpty();
  }

  /** Looks at what was done only, never at what the machine keeps. */
  private static int check(Walk walk, long seed) {
    Draft effective = walk.course().effective();
    State state = walk.course().state();
    if (ADVERSE_IN_EFFECT.contains(state)) {
      assertThat(effective).as("seed %d: %s", seed, state).isNotNull();
    }
    if (effective == null || effective.bearing() == Bearing.FAVOURABLE) {
      return 0;
    }
    String walked = "seed " + seed + ": " + walk.done();
    assertThat(effective.bearing()).as(walked).isEqualTo(Bearing.ADVERSE);
    assertThat(effective.settled()).as(walked).isTrue();
    List<Done> done = walk.done();
    int made = last(done, d -> effective.equals(d.doing().draft()), done.size());
    int confirmed =
        last(
            done,
            d -> d.doing().act() == Act.CONFIRM && effective.equals(d.after().inEffect()),
            done.size());
    assertThat(made).as(walked).isNotNegative().isLessThan(confirmed);
    Doing confirming = done.get(confirmed).doing();
    List<Done> between = done.subList(made, confirmed);
    heard(between, confirming, walked);
    assertThat(confirming.by().role()).as(walked).isIn(Role.CERTIFIER, Role.REVIEWER);
    assertThat(confirming.by().id()).as(walked).isNotEqualTo(effective.madeBy());
    assertThat(confirming.circumstances())
        .as(walked)
        .doesNotContain(Circumstance.FACTS_CHANGED, Circumstance.SWITCHED);
    return 1;
  }

  private static void heard(List<Done> between, Doing confirming, String walked) {
    UUID confirmer = confirming.by().id();
    int delivered = last(between, d -> d.doing().act() == Act.DELIVER, between.size());
    assertThat(delivered).as(walked).isNotNegative();
    assertThat(last(between, d -> d.doing().act() == Act.MAIL_BACK, between.size()))
        .as("what came back was delivered again: " + walked)
        .isLessThan(delivered);
    LocalDate day = between.get(delivered).doing().day();
    assertThat(confirming.today()).as(walked).isAfter(day.plusDays(Walk.PERIODS.comment()));
    int comment = last(between, d -> d.doing().act() == Act.COMMENT, between.size());
    int attempt =
        last(
            between,
            d -> d.doing().act() == Act.ATTEMPT && d.doing().day().isAfter(first(between)),
            between.size());
    assertThat(comment >= 0 || attempt >= 0).as(walked).isTrue();
    int opened =
        last(
            between,
            d -> d.doing().act() == Act.OPEN_REASONS && d.doing().by().id().equals(confirmer),
            between.size());
    assertThat(opened).as(walked).isGreaterThan(comment);
  }

  private static LocalDate first(List<Done> between) {
    return between.stream()
        .filter(d -> d.doing().act() == Act.DELIVER)
        .map(d -> d.doing().day())
        .min(LocalDate::compareTo)
        .orElseThrow();
  }

  private static int last(List<Done> done, Predicate<Done> wanted, int before) {
    for (int i = before - 1; i >= 0; i--) {
      if (wanted.test(done.get(i))) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void r52NothingEverHappensByTimeAlone() {
    for (Step step : Machine.steps()) {
      assertThat(Machine.who(step.act())).as("%s", step).isNotEmpty();
    }
    assertThat(Machine.steps())
        .filteredOn(s -> s.to() == State.CLOSED && s.from() != State.CLOSED)
        .allSatisfy(s -> assertThat(s.guards()).contains(Guard.NAMED, Guard.TOLD_MISSING));
    assertThat(Machine.steps())
        .filteredOn(s -> s.to() == State.WITHDRAWN)
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.guards()).contains(Guard.SIGNED));
  }

  @Test
  void r16AMissedContactLeavesTheStateAsItIs() {
    assertThat(Machine.steps())
        .filteredOn(s -> s.act() == Act.ATTEMPT)
        .isNotEmpty()
        .allMatch(s -> s.from() == s.to());
  }

  @Test
  void r41AnObjectionInTimeHoldsTheEffectAndTheBenefitBeforeGoesOn() {
    Machine machine = new Machine(Walk.PERIODS);
    LocalDate day = LocalDate.of(2026, 3, 2);
    Draft grant = draft(1, Bearing.FAVOURABLE);
    Draft cut = draft(2, Bearing.ADVERSE);
    Course told = inEffect(State.ADVERSE_TOLD, cut, grant, day);
    Doing inTime = objection(day.plusDays(60));
    Doing late = objection(day.plusDays(61));

    Course held = ((Answer.Taken) machine.answer(told, inTime)).course();
    assertThat(held.state()).isEqualTo(State.OBJECTED);
    assertThat(held.effective()).isEqualTo(grant);
    Course after = ((Answer.Taken) machine.answer(told, late)).course();
    assertThat(after.state()).isEqualTo(State.OBJECTED_LATE);
    assertThat(after.effective()).isEqualTo(cut);
    Course untold = inEffect(State.ADVERSE, cut, grant, null);
    assertThat(((Answer.Taken) machine.answer(untold, objection(day.plusYears(2)))).course())
        .as("without delivery no deadline runs (R40)")
        .returns(State.OBJECTED, Course::state);
  }

  @Test
  void r44WhatComesBackWasNotDeliveredAndNoPeriodRuns() {
    Machine machine = new Machine(Walk.PERIODS);
    LocalDate day = LocalDate.of(2026, 3, 2);
    Draft grant = draft(1, Bearing.FAVOURABLE);
    Draft cut = draft(2, Bearing.ADVERSE);
    Doing back = mailBack(day.plusDays(70));

    Course told = inEffect(State.ADVERSE_TOLD, cut, grant, day);
    Course untold = ((Answer.Taken) machine.answer(told, back)).course();
    assertThat(untold.state()).isEqualTo(State.ADVERSE);
    assertThat(untold.notified()).isNull();
    assertThat(((Answer.Taken) machine.answer(untold, objection(day.plusDays(71)))).course())
        .returns(State.OBJECTED, Course::state);

    Course late = ((Answer.Taken) machine.answer(told, objection(day.plusDays(61)))).course();
    Course held = ((Answer.Taken) machine.answer(late, back)).course();
    assertThat(held.state()).as("nobody is late with what never came").isEqualTo(State.OBJECTED);
    assertThat(held.effective()).isEqualTo(grant);

    Doing never = new Doing(back.act(), back.by(), day, day, null, Set.of());
    assertThat(machine.answer(told, never)).isInstanceOf(Answer.NotNow.class);
  }

  private static Doing mailBack(LocalDate day) {
    return new Doing(
        Act.MAIL_BACK,
        Walk.actor(1, Role.CASEWORKER, "A"),
        day,
        day,
        null,
        Set.of(Circumstance.SENT));
  }

  @Test
  void r42WhoDecidedOrProposedDoesNotReview() {
    Machine machine = new Machine(Walk.PERIODS);
    Draft cut = draft(2, Bearing.ADVERSE);
    Course objected = inEffect(State.OBJECTED, cut, null, null);
    Doing own =
        new Doing(
            Act.REVIEW,
            Walk.actor(5, Role.REVIEWER, "A"),
            cut.madeOn(),
            cut.madeOn(),
            null,
            Set.of(Circumstance.UPHOLDS, Circumstance.REASONED));
    assertThat(machine.answer(objected, own)).isInstanceOf(Answer.Forbidden.class);
    Doing others =
        new Doing(
            Act.REVIEW,
            Walk.actor(6, Role.REVIEWER, "A"),
            cut.madeOn(),
            cut.madeOn(),
            null,
            own.circumstances());
    assertThat(machine.answer(objected, others)).isInstanceOf(Answer.Taken.class);
  }

  private static Draft draft(long number, Bearing bearing) {
    return new Draft(
        new UUID(7, number),
        bearing,
        new UUID(1, 1),
        LocalDate.of(2026, 2, 2),
        true,
        true,
        false,
        false);
  }

  private static Doing objection(LocalDate day) {
    return new Doing(Act.OBJECT, Walk.actor(1, Role.CASEWORKER, "A"), day, day, null, Set.of());
  }

  private static Course inEffect(
      State state, Draft now, @Nullable Draft before, @Nullable LocalDate notified) {
    return new Course(
        state,
        "A",
        LocalDate.of(2026, 2, 1),
        now,
        Objects.requireNonNull(now),
        before,
        state == State.OBJECTED,
        new UUID(1, 5),
        Set.of(),
        null,
        true,
        notified,
        null,
        false);
  }
}
