package huice.model;

/** A sentence for a reader, in Chinese and in English. Immutable; both parts are present. */
public record Text(String zh, String en) {
  public static Text of(String zh, String en) {
    return new Text(zh, en);
  }

  /** Both languages on one line, Chinese first. */
  public String both() {
    return zh.equals(en) ? zh : zh + " (" + en + ")";
  }
}
