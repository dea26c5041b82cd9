package huice.policy;

import huice.model.Fact;
import huice.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table to import: {@code id} and the Chinese label are its heads, {@code words} all
 * that its cells may hold (empty when they are free), {@code example} what a cell could hold.
 * {@code fact} stands at {@code path} of what a row is about; it is null, and the path empty, for
 * the columns that are no facts.
 */
public record ImportColumn(
    String id,
    Text label,
    Text help,
    List<String> words,
    String example,
    boolean required,
    @Nullable Fact fact,
    String path) {
  public ImportColumn {
    words = List.copyOf(words);
  }

  /** A column that is no fact. */
  public static ImportColumn of(
      String id, Text label, Text help, List<String> words, String example, boolean required) {
    return new ImportColumn(id, label, help, words, example, required, null, "");
  }

  Column column() {
    return new Column(label.zh(), id, required, false);
  }
}
