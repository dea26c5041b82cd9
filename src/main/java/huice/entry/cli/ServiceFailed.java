package huice.entry.cli;

/** The service could not be asked, or refused; the message is the reader's. */
final class ServiceFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  ServiceFailed(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** How the command ends. */
  int code() {
    return code;
  }
}
