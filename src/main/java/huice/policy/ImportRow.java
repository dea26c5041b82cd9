package huice.policy;

import java.util.Map;

/** A filled-in row: what stands in the cells, by the ids of their columns; empty cells are left out. */
public record ImportRow(int line, Map<String, String> cells) {
  public ImportRow {
    cells = Map.copyOf(cells);
  }

  /** Empty when there is nothing in it. */
  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }
}
