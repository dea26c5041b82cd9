package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Table;
import huice.model.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads parameters from a table, one row a version, into the trees of their files. */
final class ParameterTable {
  static final Column FILE = Column.required("文件", "file");
  static final Column BY = Column.nested("取值依据", "by");
  static final Column TYPE = Column.text("类型", "type");
  static final Column VALUE = Column.nested("值", "value");

  /** What a parameter says once. */
  static final List<Column> GENERAL =
      List.of(
          Column.required("参数", "parameter"),
          Column.text("英文", "en"),
          TYPE,
          Column.text("单位", "unit"),
          BY,
          Column.text("条款", "clause"));

  /** What each version says. */
  static final List<Column> VERSION =
      List.of(
          Column.required("自", "from"),
          Column.text("至", "to"),
          VALUE,
          Column.text("未公布", "not published"),
          Column.text("不低于", "at least"),
          Column.text("不高于", "at most"),
          Column.text("依据", "reference"),
          Column.text("把握", "confidence"),
          Column.text("核对", "checked"),
          Column.text("复核", "review"));

  static final List<Column> COLUMNS = columns();

  private final Problems problems;

  private ParameterTable(Problems problems) {
    this.problems = problems;
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>(List.of(FILE));
    columns.addAll(GENERAL);
    columns.addAll(VERSION);
    return columns;
  }

  static List<NamedTree> read(Table table, Problems problems) {
    List<HeadedRow> rows = HeadedRow.read(table, COLUMNS, problems);
    ParameterTable reader = new ParameterTable(problems);
    List<NamedTree> parameters = new ArrayList<>();
    HeadedRow.groups(rows, FILE, problems)
        .forEach(
            (name, versions) -> {
              if (Packs.named(name, versions.get(0).line(), problems)) {
                parameters.add(new NamedTree(name, reader.parameter(versions)));
              }
            });
    return parameters;
  }

  private Tree.Mapping parameter(List<HeadedRow> rows) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    GENERAL.forEach(c -> general(c, rows, entries));
    boolean listed = "list".equals(rows.get(0).cell(TYPE).strip());
    boolean byChoice = entries.containsKey(BY.key());
    List<Tree> versions = new ArrayList<>();
    int line = 0;
    for (HeadedRow row : rows) {
      if (VERSION.stream().anyMatch(row::has)) {
        line = line == 0 ? row.line() : line;
        versions.add(version(row, listed ? "list" : byChoice ? "values" : "value"));
      }
    }
    if (!versions.isEmpty()) {
      put(entries, "versions", line, new Tree.Sequence(versions, line));
    }
    return new Tree.Mapping(entries, rows.get(0).line());
  }

  /** Stands in the first row; further down it may be left out, but not be another. */
  private void general(Column column, List<HeadedRow> rows, Map<String, Tree.Entry> entries) {
    HeadedRow first = rows.get(0);
    String word = first.cell(column).strip();
    for (HeadedRow row : rows) {
      String other = row.cell(column).strip();
      if (!other.isEmpty() && !other.equals(word)) {
        problems.add(
            row.line(),
            say(
                "「%s」写的是「%s」，第 %s 行写的是「%s」",
                "\"%s\" is \"%s\" here and in row %s \"%s\"",
                column.zh(),
                shown(other),
                first.line(),
                shown(word)),
            say(
                "一个参数只写一种，写在第 %s 行；另一个参数请另写文件名",
                "write it once, in row %s; for another parameter write another file name",
                first.line()));
      }
    }
    if (!word.isEmpty()) {
      Tree tree = column.equals(BY) ? list(word, first.line()) : text(column, word, first.line());
      if (tree instanceof Tree.Sequence several
          && column.equals(BY)
          && several.items().size() == 1) {
        tree = word.startsWith("[") ? tree : several.items().get(0);
      }
      put(entries, column.key(), first.line(), tree);
    }
  }

  private Tree.Mapping version(HeadedRow row, String form) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    for (Column column : VERSION) {
      String word = row.cell(column).strip();
      if (!word.isEmpty()) {
        String key = column.equals(VALUE) ? form : column.key();
        put(entries, key, row.line(), value(column, key, word, row.line()));
      }
    }
    return new Tree.Mapping(entries, row.line());
  }

  private @Nullable Tree value(Column column, String form, String word, int line) {
    return switch (form) {
      case "list" -> list(word, line);
      case "values" -> values(word, line);
      default -> text(column, word, line);
    };
  }

  private @Nullable Tree text(Column column, String word, int line) {
    return CellValue.read(word, column.nested(), line, problems);
  }

  /** {@code 甲、乙}, or a list in flow style. */
  private @Nullable Tree list(String word, int line) {
    if (word.startsWith("[") || word.startsWith("{")) {
      return CellValue.read(word, true, line, problems);
    }
    List<Tree> items = new ArrayList<>();
    for (String item : word.split("、", -1)) {
      items.add(CellValue.scalar(item.strip(), line));
    }
    return new Tree.Sequence(items, line);
  }

  /** {@code tier1=2070；tier2=1890}, or a mapping in flow style. */
  private @Nullable Tree values(String word, int line) {
    if (word.startsWith("[") || word.startsWith("{")) {
      return CellValue.read(word, true, line, problems);
    }
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    for (String pair : Arrays.stream(word.split("[；;]", -1)).map(String::strip).toList()) {
      String[] parts = pair.split("[=＝]", 2);
      if (parts.length < 2 || parts[0].isBlank()) {
        problems.add(
            line,
            say("值「%s」没有写明是哪个选项的", "the value \"%s\" does not say of which choice", shown(pair)),
            Text.of("请写「选项=值；选项=值」", "write \"choice=value；choice=value\""));
      } else if (entries.containsKey(parts[0].strip())) {
        CaseFault twice = Trees.twice("", line, parts[0].strip());
        problems.add(line, twice.what(), twice.instead());
      } else {
        put(entries, parts[0].strip(), line, CellValue.scalar(parts[1].strip(), line));
      }
    }
    return new Tree.Mapping(entries, line);
  }

  private static void put(
      Map<String, Tree.Entry> entries, String key, int line, @Nullable Tree tree) {
    if (tree != null) {
      entries.put(key, new Tree.Entry(key, line, tree));
    }
  }
}
