package huice.casework.decision;

import java.util.Locale;

/** What a proposal means for the person. */
public enum Bearing {
  FAVOURABLE,
  /**
   * Refused, granted less than claimed, shortened, suspended, ended, recovered or not opened (R1).
   */
  ADVERSE,
  /** Facts are missing: never adverse (R14). */
  LACKING,
  /** The policy's own gap, a draft's scheme or our fault: neither granted nor refused. */
  UNSETTLED;

  /** As it is stored. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Bearing of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
