package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Table;
import huice.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that an officer may write as YAML or as a table: both give the same trees. */
record OfficerFile(SourceFile file, String pack, Problems problems) {
  static final List<String> TABLES = List.of(".csv", ".xlsx");
  static final List<String> FORMS = List.of(".yaml", ".xlsx", ".csv");

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

  void parameterTwice(NamedTree parameter, String other) {
    problems.add(
        parameter.tree().line(),
        say(
            "参数文件「%s」已在 %s 里写过",
            "the parameter file \"%s\" is written in %s already", shown(parameter.name()), other),
        Text.of("请只留一个，或另取文件名", "keep one of them or choose another file name"));
  }

  void casesTwice(String other) {
    problems.add(
        0,
        say(
            "项目「%s」的个案已在 %s 里写过",
            "the cases of the scheme \"%s\" are written in %s already", file.baseName(), other),
        Text.of("请合到一个文件里", "put them into one file"));
  }

  /** Whether a wrong head row left nothing to read. */
  private static boolean nothing(Tree.Mapping file) {
    return file.get("cases") instanceof Tree.Sequence cases && cases.items().isEmpty();
  }
}
