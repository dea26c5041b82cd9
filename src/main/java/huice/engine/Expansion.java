package huice.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Restricted DRL made from an officer's file, and where each of its lines came from. {@code
 * origins.get(i)} belongs to DRL line {@code i + 1}.
 */
record Expansion(String drl, List<Origin> origins) {

  /**
   * A line of the officer's file: its number, the sentence as written without joining words, the
   * vocabulary's sentence it matched and what its slots caught.
   */
  record Origin(int line, String text, String template, List<String> caught) {}

  Expansion {
    origins = List.copyOf(origins);
  }

  @Nullable Origin origin(int drlLine) {
    return drlLine >= 1 && drlLine <= origins.size() ? origins.get(drlLine - 1) : null;
  }
}
