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
   * vocabulary's sentence it matched, if any, and what its slots caught (first).
   */
  record Origin(int line, String text, Vocabulary.@Nullable Entry entry, List<String> caught) {
    /** The sentence as the vocabulary has it; empty where none was matched. */
    String template() {
      return entry == null ? "" : entry.key();
    }
  }

  Expansion {
    origins = List.copyOf(origins);
  }

  @Nullable Origin origin(int drlLine) {
    return drlLine >= 1 && drlLine <= origins.size() ? origins.get(drlLine - 1) : null;
  }
}
