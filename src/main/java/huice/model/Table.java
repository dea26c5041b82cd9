package huice.model;

import java.util.List;

/**
 * A decision table as read from CSV or XLSX: cells as the words an officer sees, trimmed, dates as
 * yyyy-MM-dd. {@code rows.get(i)} stands on line {@code lines.get(i)} (or spreadsheet row) of the
 * file. Rows with no content are left out.
 */
public record Table(
    String pack, String scheme, String file, List<List<String>> rows, List<Integer> lines) {
  public Table {
    rows = rows.stream().map(List::copyOf).toList();
    lines = List.copyOf(lines);
  }
}
