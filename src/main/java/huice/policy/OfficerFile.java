package huice.policy;

import huice.model.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that an officer may write as YAML or as a table: both give the same trees. */
record OfficerFile(SourceFile file, String pack, Problems problems) {
  static final List<String> TABLES = List.of(".csv", ".xlsx");

  /** The tree of a YAML file; null after a problem. */
  @Nullable Tree yaml() {
    if (!file.read()) {
      return null;
    }
    Trees.Parsed parsed = Trees.yaml(file.bytes());
    problems.addAll(parsed.faults());
    problems.noticeAll(parsed.notices());
    return parsed.tree();
  }

  /** The cells of a table; null after a problem. */
  @Nullable Table table() {
    if (!file.read()) {
      return null;
    }
    return file.ending().equals(".csv")
        ? Csv.read(file, pack, file.baseName(), problems)
        : Workbook.read(file, pack, file.baseName(), problems);
  }

  /** One parameter of a YAML file, any number of a table. */
  List<NamedTree> parameters() {
    if (TABLES.contains(file.ending())) {
      Table table = table();
      return table == null ? List.of() : ParameterTable.read(table, problems);
    }
    Tree tree = yaml();
    Section section = tree == null ? null : Section.of(tree, 1, problems);
    return section != null && tree instanceof Tree.Mapping mapping
        ? List.of(new NamedTree(file.baseName(), mapping))
        : List.of();
  }

  /** A file of cases; null after a problem. */
  @Nullable Tree cases() {
    if (TABLES.contains(file.ending())) {
      Table table = table();
      int before = problems.count();
      Tree tree = table == null ? null : CaseTable.read(table, file.baseName(), problems);
      boolean empty = tree instanceof Tree.Mapping m && nothing(m) && problems.count() > before;
      return empty ? null : tree;
    }
    return yaml();
  }

  /** Whether a wrong head row left nothing to read. */
  private static boolean nothing(Tree.Mapping file) {
    return file.get("cases") instanceof Tree.Sequence cases && cases.items().isEmpty();
  }
}
