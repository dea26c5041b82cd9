package huice.casework.decision;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an application stands after what was done on it. Immutable. {@code proposal} is the latest
 * proposal or decision; {@code inEffect} the latest that was confirmed, {@code before} the one that
 * it took the place of; while {@code held} by an objection the one before goes on.
 */
public record Course(
    State state,
    String office,
    LocalDate dueOn,
    @Nullable Draft proposal,
    @Nullable Draft inEffect,
    @Nullable Draft before,
    boolean held,
    @Nullable UUID decider,
    Set<UUID> opened,
    @Nullable LocalDate delivered,
    boolean heard,
    @Nullable LocalDate notified,
    @Nullable LocalDate told,
    boolean toldHeard) {
  public Course {
    opened = Set.copyOf(opened);
  }

  /** An application as it was received. */
  public static Course received(String office, LocalDate dueOn) {
    return new Course(
        State.APPLIED,
        office,
        dueOn,
        null,
        null,
        null,
        false,
        null,
        Set.of(),
        null,
        false,
        null,
        null,
        false);
  }

  /** What has effect now: null while nothing was decided. */
  public @Nullable Draft effective() {
    return held ? before : inEffect;
  }

  /** After an act that was allowed. */
  Course after(Act act, UUID by, LocalDate day, @Nullable Draft draft, State to) {
    Course there = in(to);
    return switch (act) {
      case PROPOSE, REASSESS, REFUSE_OPENING -> there.proposed(require(draft));
      case OVERRIDE -> there.decided(require(draft), by);
      // What is upheld stays as it is, whatever else was brought.
      case REVIEW -> there.reviewed(to == State.UPHELD ? null : draft, by);
      case OPEN_REASONS -> there.openedBy(by);
      case DELIVER -> there.deliveredOn(day);
      case ATTEMPT -> there.attemptedOn(day);
      case COMMENT -> there.commented();
      case CONFIRM, TAKE_EFFECT -> there.takesEffect(require(proposal), by);
      case NOTIFY -> there.notifiedOn(day);
      case MAIL_BACK -> there.undelivered(state);
      case TELL_MISSING -> there.toldOn(day);
      case OBJECT -> there.holding(to == State.OBJECTED);
      case CLOSE -> there.by(by);
      case APPLY, OFFICE_TASK, TELL_OVERDUE, WITHDRAW, REOPEN -> there;
    };
  }

  private static Draft require(@Nullable Draft draft) {
    if (draft == null) {
      throw new IllegalStateException("this act needs a decision");
    }
    return draft;
  }

  private Course reviewed(@Nullable Draft draft, UUID by) {
    if (draft == null) {
      return holding(false);
    }
    // What was objected to is gone; one whose effect was not held goes on until the new one.
    Course free = held ? replaced(before, null, false) : this;
    return free.decided(draft, by);
  }

  private Course decided(Draft draft, UUID by) {
    Course proposed = proposed(draft);
    return draft.bearing() == Bearing.FAVOURABLE ? proposed.takesEffect(draft, by) : proposed;
  }

  private Course takesEffect(Draft draft, UUID by) {
    return new Course(
        state,
        office,
        dueOn,
        draft,
        draft,
        effective(),
        false,
        by,
        opened,
        delivered,
        heard,
        null,
        told,
        toldHeard);
  }

  private Course in(State to) {
    return new Course(
        to, office, dueOn, proposal, inEffect, before, held, decider, opened, delivered, heard,
        notified, told, toldHeard);
  }

  private Course proposed(Draft draft) {
    return new Course(
        state, office, dueOn, draft, inEffect, before, held, decider, Set.of(), null, false,
        notified, told, toldHeard);
  }

  private Course replaced(@Nullable Draft now, @Nullable Draft earlier, boolean holds) {
    return new Course(
        state, office, dueOn, proposal, now, earlier, holds, decider, opened, delivered, heard,
        notified, told, toldHeard);
  }

  private Course holding(boolean holds) {
    return replaced(inEffect, before, holds);
  }

  private Course openedBy(UUID reader) {
    Set<UUID> readers = new HashSet<>(opened);
    readers.add(reader);
    return heard(readers, heard, delivered, told, toldHeard);
  }

  private Course deliveredOn(LocalDate day) {
    return heard(opened, heard, day, told, toldHeard);
  }

  private Course attemptedOn(LocalDate day) {
    boolean further = heard || (delivered != null && day.isAfter(delivered));
    boolean again = toldHeard || (told != null && day.isAfter(told));
    return heard(opened, further, delivered, told, again);
  }

  /** Who opened the reasons before the comment came has not seen it. */
  private Course commented() {
    return heard(Set.of(), true, delivered, told, toldHeard || told != null);
  }

  private Course toldOn(LocalDate day) {
    return heard(opened, heard, delivered, day, false);
  }

  private Course heard(
      Set<UUID> readers,
      boolean further,
      @Nullable LocalDate deliveredOn,
      @Nullable LocalDate toldOn,
      boolean again) {
    return new Course(
        state,
        office,
        dueOn,
        proposal,
        inEffect,
        before,
        held,
        decider,
        readers,
        deliveredOn,
        further,
        notified,
        toldOn,
        again);
  }

  /** What was sent in a state came back. */
  private Course undelivered(State from) {
    return switch (from) {
      // An attempt of before cannot make up for what never came.
      case COMMENT_PERIOD -> heard(opened, false, null, told, toldHeard);
      case WAITS_FOR_FACTS -> heard(opened, heard, delivered, null, false);
      default -> notifiedOn(null).holding(state == State.OBJECTED);
    };
  }

  private Course notifiedOn(@Nullable LocalDate day) {
    return new Course(
        state, office, dueOn, proposal, inEffect, before, held, decider, opened, delivered, heard,
        day, told, toldHeard);
  }

  private Course by(UUID who) {
    return new Course(
        state, office, dueOn, proposal, inEffect, before, held, who, opened, delivered, heard,
        notified, told, toldHeard);
  }
}
