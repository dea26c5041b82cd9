package huice.entry.access;

import io.quarkus.security.AuthenticationFailedException;

/** Too many attempts to sign in have failed: the next one is heard after a while. */
public final class TooManyAttempts extends AuthenticationFailedException {
  private static final long serialVersionUID = 1L;

  private final long seconds;

  TooManyAttempts(long seconds) {
    super("wait " + seconds + " s");
    this.seconds = seconds;
  }

  /** How long to wait; at least 1. */
  public long seconds() {
    return seconds;
  }
}
