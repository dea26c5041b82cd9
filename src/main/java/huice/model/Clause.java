package huice.model;

import java.util.List;

/**
 * A numbered piece of the policy text and what became of it. {@code quote} is empty where only a
 * summary of the source is at hand.
 */
public record Clause(
    String pack,
    String id,
    String quote,
    String gloss,
    String kind,
    Status status,
    List<String> schemes,
    String reason,
    String file,
    int line) {

  /** Encoded by schemes, kept as aggregate text, declined on purpose, or open (to be encoded). */
  public enum Status {
    ENCODED,
    AGGREGATE,
    DECLINED,
    OPEN
  }

  public Clause {
    schemes = List.copyOf(schemes);
  }
}
