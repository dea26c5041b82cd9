package huice.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a parameter as the rows of a table, which {@link ParameterTable} reads back. */
final class ParameterRows {
  private static final Pattern APART = Pattern.compile("[；;=＝]|^[\\[{\"]");

  private final String name;
  private final Tree.Mapping tree;

  private ParameterRows(String name, Tree.Mapping tree) {
    this.name = name;
    this.tree = tree;
  }

  static List<List<String>> of(NamedTree parameter) {
    return new ParameterRows(parameter.name(), parameter.tree()).rows();
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    if (tree.get("versions") instanceof Tree.Sequence versions) {
      versions.items().forEach(v -> rows.add(row(rows.isEmpty(), v)));
    }
    if (rows.isEmpty()) {
      rows.add(row(true, tree));
    }
    return rows;
  }

  private List<String> row(boolean first, Tree version) {
    List<String> row = new ArrayList<>(List.of(name));
    for (Column column : ParameterTable.GENERAL) {
      row.add(first ? cell(tree, column) : "");
    }
    for (Column column : ParameterTable.VERSION) {
      boolean here = version != tree && version instanceof Tree.Mapping;
      row.add(here ? cell((Tree.Mapping) version, column) : "");
    }
    return row;
  }

  private String cell(Tree.Mapping mapping, Column column) {
    if (column.equals(ParameterTable.VALUE)) {
      Tree list = mapping.get("list");
      Tree values = mapping.get("values");
      Tree value = mapping.get("value");
      return list != null ? list(list) : values != null ? values(values) : scalar(value, column);
    }
    Tree value = mapping.get(column.key());
    return column.equals(ParameterTable.BY) && value instanceof Tree.Sequence several
        ? several.items().size() > 1 ? list(several) : YamlText.flow(several)
        : scalar(value, column);
  }

  private static String scalar(@Nullable Tree value, Column column) {
    return value == null ? "" : CellValue.written(value, column.nested());
  }

  private static String list(Tree tree) {
    if (tree instanceof Tree.Sequence list
        && !list.items().isEmpty()
        && list.items().stream().allMatch(i -> word(i, "、"))) {
      return list.items().stream()
          .map(i -> ((Tree.Scalar) i).text().strip())
          .collect(Collectors.joining("、"));
    }
    return YamlText.flow(tree);
  }

  private static String values(Tree tree) {
    if (tree instanceof Tree.Mapping values
        && !values.entries().isEmpty()
        && values.entries().values().stream()
            .allMatch(e -> word(e.value(), "；") && !APART.matcher(e.key()).find())) {
      return values.entries().values().stream()
          .map(e -> e.key() + "=" + ((Tree.Scalar) e.value()).text().strip())
          .collect(Collectors.joining("；"));
    }
    return YamlText.flow(tree);
  }

  /** Whether something may stand in a list as it is. */
  private static boolean word(Tree tree, String separator) {
    return tree instanceof Tree.Scalar scalar
        && !scalar.nothing()
        && !scalar.text().isBlank()
        && !scalar.text().contains(separator)
        && !scalar.text().strip().contains("\n")
        && !APART.matcher(scalar.text().strip()).find();
  }
}
