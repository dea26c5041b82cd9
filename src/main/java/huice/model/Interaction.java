package huice.model;

import java.util.List;

/**
 * Schemes that one person cannot have together ({@code EXCLUSION}, per {@code period}) or that use
 * up one common counter. Order of the schemes settles ties.
 */
public record Interaction(
    String pack,
    String name,
    Kind kind,
    Period period,
    List<String> schemes,
    String clause,
    String file,
    int line) {

  public enum Kind {
    EXCLUSION,
    COUNTER
  }

  /** For the same month, or ever. */
  public enum Period {
    MONTH,
    EVER
  }

  public Interaction {
    schemes = List.copyOf(schemes);
  }
}
