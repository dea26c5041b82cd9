package huice.policy;

import java.util.ArrayList;
import java.util.List;

/** Writes a case as the rows of a table, which {@link CaseTable} reads back. */
final class CaseRows {
  private final List<List<String>> rows = new ArrayList<>();
  private final String name;

  private CaseRows(String name) {
    this.name = name;
  }

  /** Each row: the case, the part, the key, the value; the case in the first row only. */
  static List<List<String>> of(Tree.Mapping testCase) {
    Tree title = testCase.get("name");
    CaseRows rows = new CaseRows(title == null ? "" : CellValue.written(title, false));
    for (Column part : CaseTable.PARTS) {
      Tree value = testCase.get(part.key());
      if (value != null) {
        rows.part(part, value);
      }
    }
    return rows.rows;
  }

  private void part(Column part, Tree value) {
    boolean several =
        value instanceof Tree.Mapping m
            ? !m.entries().isEmpty() && m.entries().keySet().stream().noneMatch(String::isBlank)
            : value instanceof Tree.Sequence s && paths(s);
    if (!several) {
      row(part, "", CellValue.written(value, true));
    } else if (value instanceof Tree.Sequence paths) {
      paths.items().forEach(p -> row(part, ((Tree.Scalar) p).text().strip(), ""));
    } else if (value instanceof Tree.Mapping mapping) {
      boolean nested = !part.key().equals("change");
      mapping.entries().values().forEach(e -> entry(part, e, nested));
    }
  }

  private static boolean paths(Tree.Sequence paths) {
    return !paths.items().isEmpty()
        && paths.items().stream()
            .allMatch(p -> p instanceof Tree.Scalar s && !p.nothing() && !s.text().isBlank());
  }

  /** What is inside a thing of the case or of the expectation has a row of its own. */
  private void entry(Column part, Tree.Entry entry, boolean nested) {
    if (nested && entry.value() instanceof Tree.Mapping inner && !inner.entries().isEmpty()) {
      inner
          .entries()
          .values()
          .forEach(e -> row(part, entry.key() + "." + e.key(), CellValue.written(e.value(), true)));
    } else {
      row(part, entry.key(), CellValue.written(entry.value(), true));
    }
  }

  private void row(Column part, String key, String value) {
    rows.add(List.of(rows.isEmpty() ? name : "", part.zh(), key, value));
  }
}
