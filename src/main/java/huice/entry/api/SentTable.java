package huice.entry.api;

/** The bytes of a table that was sent, within the limit for tables. */
final class SentTable {
  private final byte[] bytes;

  SentTable(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Not copied: read them only. */
  byte[] bytes() {
    return bytes;
  }
}
