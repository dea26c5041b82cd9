package huice.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A table written as CSV (RFC 4180). */
final class CsvText {
  private CsvText() {}

  /** {@code end} is what ends a line. */
  static String of(List<List<String>> rows, String end) {
    return rows.stream()
        .map(r -> r.stream().map(CsvText::cell).collect(Collectors.joining(",")) + end)
        .collect(Collectors.joining());
  }

  private static String cell(String word) {
    return word.matches("(?s).*[,\"\r\n].*") ? "\"" + word.replace("\"", "\"\"") + "\"" : word;
  }
}
