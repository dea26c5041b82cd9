package huice.policy;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filled-in row: what stands in the cells, by the ids of their columns; empty cells are left out.
 */
public record ImportRow(int line, Map<String, String> cells) {
  public ImportRow {
    cells = Map.copyOf(cells);
  }

  /** Empty when there is nothing in it. */
  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  /** The day in a cell; null when there is none or it is no day. */
  public @Nullable LocalDate day(String column) {
    return Days.day(cell(column));
  }
}
