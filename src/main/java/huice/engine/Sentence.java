package huice.engine;

import org.jspecify.annotations.Nullable;

/**
 * A sentence of the vocabulary as an officer writes it: where it may stand ({@code keyword}, {@code
 * condition}, {@code consequence}, {@code *} for a column of a table), what it stands for, its
 * line, and a line of a rule that uses it; null where none does.
 */
public record Sentence(
    String scope, String text, String meaning, int line, @Nullable Example example) {

  /** A line as it stands in a rule file or, for a column, at the head of a table. */
  public record Example(String text, String file) {}
}
