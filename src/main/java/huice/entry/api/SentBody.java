package huice.entry.api;

/** The bytes of a request's body, within the limit of size. */
final class SentBody {
  private final byte[] bytes;

  SentBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Not copied: read them only. */
  byte[] bytes() {
    return bytes;
  }
}
