package huice.casework;

/**
 * The service cannot start, for a reason that whoever starts it can mend: the message is theirs.
 */
public final class NotStarted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotStarted(String message) {
    super(message, null, false, false);
  }
}
