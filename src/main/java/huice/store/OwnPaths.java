package huice.store;

/** Paths of the program's own statements; no fact of the dictionary can have such a name. */
public final class OwnPaths {
  /** Links to the records of the same person that were merged with this one. */
  public static final String MERGED = "@merged";

  /** Whether others of the same case may see what is recorded: {@code true} or {@code false}. */
  public static final String CONSENT = "@consent";

  private OwnPaths() {}

  public static boolean own(String path) {
    return path.startsWith("@");
  }
}
