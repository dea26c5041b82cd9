package huice.casework.letter;

import huice.casework.decision.Act;
import huice.model.Text;

/** What a letter tells, and which act its delivery is. */
public enum LetterKind {
  /** An adverse proposal, with time to comment (R43). */
  PROPOSAL("拟处理意见告知书", "adverse proposal", Act.DELIVER),
  DECISION("决定书", "decision", Act.NOTIFY),
  /** Everything that is missing, once (R53). */
  MISSING("一次性告知书", "what is missing", Act.TELL_MISSING),
  /** The office is late (R52). */
  OVERDUE("办理逾期告知书", "office overdue", Act.TELL_OVERDUE),
  /** What the review of an objection came to (R42). */
  REVIEW("复核结果告知书", "result of a review", Act.NOTIFY);

  private final Text label;
  private final Act delivery;

  LetterKind(String zh, String en, Act delivery) {
    this.label = Text.of(zh, en);
    this.delivery = delivery;
  }

  public Text label() {
    return label;
  }

  public Act delivery() {
    return delivery;
  }
}
