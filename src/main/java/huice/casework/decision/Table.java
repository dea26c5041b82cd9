package huice.casework.decision;

import static huice.casework.decision.State.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The whole state machine, line by line. What is not here cannot be done. */
final class Table {
  private static final Set<State> OPEN =
      EnumSet.of(
          APPLIED,
          WAITS_FOR_FACTS,
          WAITS_FOR_RULES,
          PROPOSED,
          ADVERSE_PROPOSED,
          COMMENT_PERIOD,
          OBJECTED_SILENCE);
  private static final Set<State> DECIDED =
      EnumSet.of(GRANTED, GRANTED_TOLD, ADVERSE, ADVERSE_TOLD, UPHELD);

  /** What stands between a proposal and an adverse decision in effect. */
  static final List<Guard> ADVERSE_GUARDS =
      List.of(
          Guard.NAMED,
          Guard.NOT_PROPOSER,
          Guard.REASONS_OPENED,
          Guard.DELIVERED,
          Guard.HEARD,
          Guard.PERIOD_OVER,
          Guard.FACTS_SAME,
          Guard.NO_SWITCH);

  private final List<Step> steps = new ArrayList<>();

  private Table() {}

  static List<Step> steps() {
    Table table = new Table();
    table.proposing();
    table.hearing();
    table.deciding();
    table.mailBack();
    table.overriding();
    table.objecting();
    table.reviewing();
    table.ending();
    return List.copyOf(table.steps);
  }

  private void proposing() {
    for (State from : OPEN) {
      for (Bearing bearing : Bearing.values()) {
        Turn turn = Turn.of(bearing);
        add(from, Act.PROPOSE, turn, proposed(bearing), Guard.OWN_OFFICE, Guard.UNDECIDED);
        if (from != APPLIED && from != OBJECTED_SILENCE) {
          add(
              from,
              Act.REASSESS,
              turn,
              proposed(bearing),
              Guard.OWN_OFFICE,
              Guard.DECIDED,
              Guard.FACTS_DIFFER);
        }
      }
    }
    for (State from : DECIDED) {
      for (Bearing bearing : Bearing.values()) {
        add(
            from,
            Act.REASSESS,
            Turn.of(bearing),
            proposed(bearing),
            Guard.OWN_OFFICE,
            Guard.FACTS_DIFFER);
      }
    }
    add(
        APPLIED,
        Act.REFUSE_OPENING,
        Turn.ADVERSE,
        ADVERSE_PROPOSED,
        Guard.OWN_OFFICE,
        Guard.NAMED,
        Guard.REASONED,
        Guard.UNDECIDED);
  }

  private static State proposed(Bearing bearing) {
    return switch (bearing) {
      case FAVOURABLE -> PROPOSED;
      case ADVERSE -> ADVERSE_PROPOSED;
      case LACKING -> WAITS_FOR_FACTS;
      case UNSETTLED -> WAITS_FOR_RULES;
    };
  }

  private void hearing() {
    stays(
        WAITS_FOR_FACTS,
        Act.TELL_MISSING,
        Guard.OWN_OFFICE,
        Guard.DELIVERY_KNOWN,
        Guard.ADDRESS_CONFIRMED,
        Guard.NOT_BEFORE);
    for (State from : EnumSet.complementOf(EnumSet.of(APPLIED, WITHDRAWN))) {
      stays(from, Act.OPEN_REASONS, Guard.OWN_OFFICE);
    }
    for (State state : List.of(ADVERSE_PROPOSED, COMMENT_PERIOD)) {
      add(
          state,
          Act.DELIVER,
          Turn.ONLY,
          COMMENT_PERIOD,
          Guard.OWN_OFFICE,
          Guard.DELIVERY_KNOWN,
          Guard.ADDRESS_CONFIRMED,
          Guard.NOT_BEFORE);
    }
    for (State from : EnumSet.complementOf(EnumSet.of(WITHDRAWN))) {
      stays(from, Act.ATTEMPT, Guard.OWN_OFFICE, Guard.NOT_BEFORE);
      stays(from, Act.COMMENT, Guard.OWN_OFFICE);
    }
    for (State from : OPEN) {
      stays(
          from,
          Act.TELL_OVERDUE,
          Guard.OWN_OFFICE,
          Guard.ADDRESS_CONFIRMED,
          Guard.OVERDUE,
          Guard.UNDECIDED);
    }
  }

  private void deciding() {
    add(
        PROPOSED,
        Act.CONFIRM,
        Turn.FAVOURABLE,
        GRANTED,
        Guard.NAMED,
        Guard.REASONS_OPENED,
        Guard.FACTS_SAME,
        Guard.NO_SWITCH,
        Guard.PAYABLE);
    add(
        PROPOSED,
        Act.TAKE_EFFECT,
        Turn.FAVOURABLE,
        GRANTED,
        Guard.AUTOMATIC_SCHEME,
        Guard.NOT_OPTED_OUT,
        Guard.FACTS_SAME,
        Guard.NO_SWITCH,
        Guard.PAYABLE,
        Guard.NO_CHOICE_OPEN,
        Guard.NOTHING_OVERRIDDEN);
    steps.add(new Step(COMMENT_PERIOD, Act.CONFIRM, Turn.ADVERSE, ADVERSE, ADVERSE_GUARDS));
    notice(GRANTED, GRANTED_TOLD);
    notice(GRANTED_TOLD, GRANTED_TOLD);
    notice(ADVERSE, ADVERSE_TOLD);
    notice(ADVERSE_TOLD, ADVERSE_TOLD);
    notice(UPHELD, UPHELD);
  }

  private void notice(State from, State to) {
    add(
        from,
        Act.NOTIFY,
        Turn.ONLY,
        to,
        Guard.OWN_OFFICE,
        Guard.DELIVERY_KNOWN,
        Guard.ADDRESS_CONFIRMED,
        Guard.NOT_BEFORE);
  }

  /** What comes back was not delivered: every period that it began stands still. */
  private void mailBack() {
    comesBack(WAITS_FOR_FACTS, WAITS_FOR_FACTS);
    comesBack(COMMENT_PERIOD, ADVERSE_PROPOSED);
    comesBack(GRANTED_TOLD, GRANTED);
    comesBack(ADVERSE_TOLD, ADVERSE);
    // Nobody objects late to what was never delivered.
    comesBack(OBJECTED_LATE, OBJECTED);
    comesBack(UPHELD, UPHELD);
  }

  private void comesBack(State from, State to) {
    add(from, Act.MAIL_BACK, Turn.ONLY, to, Guard.OWN_OFFICE, Guard.SENT, Guard.NOT_BEFORE);
  }

  /** An adverse override is a proposal of its own: another person confirms it. */
  private void overriding() {
    Set<State> from = EnumSet.copyOf(OPEN);
    from.remove(APPLIED);
    from.addAll(DECIDED);
    for (State state : from) {
      add(
          state,
          Act.OVERRIDE,
          Turn.FAVOURABLE,
          GRANTED,
          Guard.NAMED,
          Guard.REASONED,
          Guard.PAYABLE);
      add(
          state,
          Act.OVERRIDE,
          Turn.ADVERSE,
          ADVERSE_PROPOSED,
          Guard.NAMED,
          Guard.REASONED,
          Guard.SETTLED);
    }
  }

  private void objecting() {
    add(ADVERSE, Act.OBJECT, Turn.TIMELY, OBJECTED, Guard.OWN_OFFICE);
    add(ADVERSE_TOLD, Act.OBJECT, Turn.TIMELY, OBJECTED, Guard.OWN_OFFICE);
    add(ADVERSE_TOLD, Act.OBJECT, Turn.LATE, OBJECTED_LATE, Guard.OWN_OFFICE);
    for (State from : List.of(GRANTED, GRANTED_TOLD)) {
      add(from, Act.OBJECT, Turn.ONLY, OBJECTED_GRANTED, Guard.OWN_OFFICE);
    }
    for (State from : OPEN) {
      if (from != OBJECTED_SILENCE) {
        add(
            from,
            Act.OBJECT,
            Turn.ONLY,
            OBJECTED_SILENCE,
            Guard.OWN_OFFICE,
            Guard.OVERDUE,
            Guard.UNDECIDED);
      }
    }
    add(CLOSED, Act.OBJECT, Turn.ONLY, OBJECTED_SILENCE, Guard.OWN_OFFICE);
  }

  private void reviewing() {
    for (State from : List.of(OBJECTED, OBJECTED_LATE)) {
      review(from, Turn.UPHELD, UPHELD);
      review(from, Turn.FAVOURABLE, GRANTED, Guard.PAYABLE);
      review(from, Turn.ADVERSE, ADVERSE_PROPOSED, Guard.SETTLED);
    }
    review(OBJECTED_GRANTED, Turn.UPHELD, GRANTED_TOLD);
    review(OBJECTED_GRANTED, Turn.FAVOURABLE, GRANTED, Guard.PAYABLE);
    review(OBJECTED_SILENCE, Turn.FAVOURABLE, GRANTED, Guard.PAYABLE);
  }

  private void review(State from, Turn turn, State to, Guard... more) {
    List<Guard> guards = new ArrayList<>(List.of(Guard.NAMED, Guard.NOT_DECIDER, Guard.REASONED));
    guards.addAll(Arrays.asList(more));
    steps.add(new Step(from, Act.REVIEW, turn, to, guards));
  }

  private void ending() {
    Set<State> from = EnumSet.copyOf(OPEN);
    from.add(CLOSED);
    for (State state : from) {
      add(
          state,
          Act.WITHDRAW,
          Turn.ONLY,
          WITHDRAWN,
          Guard.OWN_OFFICE,
          Guard.SIGNED,
          Guard.UNDECIDED);
    }
    add(
        WAITS_FOR_FACTS,
        Act.CLOSE,
        Turn.ONLY,
        CLOSED,
        Guard.NAMED,
        Guard.REASONS_OPENED,
        Guard.TOLD_MISSING,
        Guard.FACTS_SAME,
        Guard.UNDECIDED);
    add(CLOSED, Act.REOPEN, Turn.ONLY, APPLIED, Guard.OWN_OFFICE);
  }

  private void stays(State state, Act act, Guard... guards) {
    add(state, act, Turn.ONLY, state, guards);
  }

  private void add(State from, Act act, Turn turn, State to, Guard... guards) {
    steps.add(new Step(from, act, turn, to, Arrays.asList(guards)));
  }
}
