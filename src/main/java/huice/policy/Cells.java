package huice.policy;

import huice.model.Table;
import java.util.ArrayList;
import java.util.List;

/** Rows of cells as they are read, made into a table of even width without empty rows. */
final class Cells {
  static final int MOST_ROWS = 20_000;
  static final int MOST_COLUMNS = 200;
  static final int MOST_CELLS = 400_000;

  private final List<List<String>> rows = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private int width;

  /** Takes a row; empty cells at its end and empty rows are left out. */
  void add(List<String> row, int line) {
    int end = row.size();
    while (end > 0 && row.get(end - 1).isEmpty()) {
      end--;
    }
    if (end > 0) {
      rows.add(new ArrayList<>(row.subList(0, end)));
      lines.add(line);
      width = Math.max(width, end);
    }
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  Table table(String pack, String scheme, String file) {
    for (List<String> row : rows) {
      while (row.size() < width) {
        row.add("");
      }
    }
    return new Table(pack, scheme, file, rows, lines);
  }
}
