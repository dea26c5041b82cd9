package huice.entry.api;

/** Asked too often; the next request is heard after a while. */
public final class TooMany extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long seconds;

  TooMany(long seconds) {
    super("wait " + seconds + " s", null, false, false);
    this.seconds = seconds;
  }

  /** How long to wait; at least 1. */
  long seconds() {
    return seconds;
  }
}
