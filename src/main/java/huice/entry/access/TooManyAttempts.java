package huice.entry.access;

/**
 * Too many attempts to sign in have failed: the next one is heard after a while. Comes as the cause
 * of Quarkus' exception for a failed sign-in, which is final.
 */
public final class TooManyAttempts extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long seconds;

  TooManyAttempts(long seconds) {
    super("wait " + seconds + " s", null, false, false);
    this.seconds = seconds;
  }

  /** How long to wait; at least 1. */
  public long seconds() {
    return seconds;
  }
}
