package huice.casework.letter;

import huice.casework.Conflict;
import huice.casework.Visit;
import huice.casework.decision.ApplicationView;
import huice.casework.decision.Applications;
import huice.casework.decision.Delivery;
import huice.casework.decision.Hearing;
import huice.casework.decision.Now;
import huice.casework.decision.Proposals;
import huice.model.Actor;
import huice.model.Text;
import huice.store.LetterRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;

/** Delivers kept letters, and notes those that came back. Thread-safe. */
@ApplicationScoped
public class Mailing {
  private final Letters letters;
  private final Hearing hearing;
  private final Proposals proposals;
  private final Applications applications;

  Mailing(Letters letters, Hearing hearing, Proposals proposals, Applications applications) {
    this.letters = letters;
    this.hearing = hearing;
    this.proposals = proposals;
    this.applications = applications;
  }

  /** How it was delivered, by whom and to whom. */
  public record How(Delivery.Way way, LocalDate on, String by, String to) {}

  /**
   * A letter was delivered: what that begins is by its kind. Any office hands it to a person who is
   * there.
   *
   * @throws Conflict when it tells of a version that is no longer the latest
   */
  @Transactional
  public ApplicationView delivered(
      UUID letter, int version, How how, Visit visit, Actor by, Now now) {
    LetterRow row = letters.find(letter);
    Delivery delivery = new Delivery(how.way(), how.on(), how.by(), how.to(), letter);
    return switch (LetterKind.valueOf(row.kind())) {
      case PROPOSAL -> hearing.deliver(about(row), version, delivery, visit, by, now);
      case DECISION, REVIEW -> hearing.notify(about(row), version, delivery, visit, by, now);
      case MISSING -> {
        current(row, visit, by, now);
        yield proposals.tellMissing(row.application(), version, delivery, visit, by, now);
      }
      case OVERDUE ->
          applications.tellOverdue(row.application(), version, delivery, visit, by, now);
    };
  }

  /** A list of what is missing that is no longer the whole list is not told any more (R53). */
  private void current(LetterRow row, Visit visit, Actor by, Now now) {
    UUID latest = letters.latest(row.application(), visit, by, now);
    if (!about(row).equals(latest)) {
      throw new Conflict(
          Text.of("这份文书写于较早的一版，请重新写", "this letter tells of an earlier version; write a new one"));
    }
  }

  private static UUID about(LetterRow row) {
    UUID decision = row.decision();
    if (decision == null) {
      throw new IllegalStateException("a letter about no decision: " + row.id());
    }
    return decision;
  }

  /** A letter came back: it was not delivered (R40). */
  @Transactional
  public ApplicationView cameBack(
      UUID letter, int version, LocalDate on, String why, Actor by, Now now) {
    LetterRow row = letters.find(letter);
    return hearing.mailBack(row.application(), version, on, why, letter, by, now);
  }
}
