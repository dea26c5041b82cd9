package huice.policy;

import huice.model.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a workbook holds of a pack: parameters by file name, cases, rule texts and decision tables
 * by scheme, and the items of the small files by sheet.
 */
record PackContent(
    Map<String, Tree.Mapping> parameters,
    Map<String, Tree.Sequence> cases,
    Map<String, List<String>> rules,
    Map<String, Table> tables,
    Map<ItemSheet, List<NamedTree>> items) {

  static PackContent empty() {
    return new PackContent(
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>());
  }

  /** Lines without the empty ones at the end. */
  static List<String> trimmed(List<String> lines) {
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).isBlank()) {
      end--;
    }
    return List.copyOf(lines.subList(0, end));
  }
}
