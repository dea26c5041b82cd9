package huice.model;

/** What the rules make of a case. Which of them a scheme can have depends on its kind. */
public enum Result {
  ELIGIBLE,
  NOT_ELIGIBLE,
  KEPT,
  NOT_KEPT,
  DUE,
  NOT_DUE,
  /** Facts are missing that can still change the answer. */
  NEEDS_INFO,
  /**
   * The policy's own gap: a parameter not published, no version in force. Asks nobody for anything.
   */
  UNSETTLED,
  /** Our fault. */
  NOT_EVALUATED;

  public boolean favourable() {
    return this == ELIGIBLE || this == KEPT || this == DUE;
  }

  public boolean adverse() {
    return this == NOT_ELIGIBLE || this == NOT_KEPT;
  }

  /** Settled outcomes do not change when more becomes known. */
  public boolean settled() {
    return this != NEEDS_INFO && this != UNSETTLED && this != NOT_EVALUATED;
  }
}
