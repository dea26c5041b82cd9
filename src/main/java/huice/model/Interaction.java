package huice.model;

import java.util.List;

/**
 * Schemes that cannot be had together ({@code EXCLUSION}, per {@code period} and {@code within}) or
 * that use up one common counter. Order of the schemes settles ties.
 */
public record Interaction(
    String pack,
    String name,
    Kind kind,
    Period period,
    Within within,
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

  /** Among all subjects of a case, or only among outcomes about the same subject. */
  public enum Within {
    CASE,
    SUBJECT
  }

  public Interaction {
    schemes = List.copyOf(schemes);
  }
}
