package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Table;
import huice.model.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads given–expect cases from a table, one row a fact, into the tree of their file. */
final class CaseTable {
  static final Column NAME = Column.required("个案", "name");
  static final Column PART = Column.required("栏目", "part");
  static final Column KEY = Column.required("项", "key");
  static final Column VALUE = new Column("值", "value", true, true);
  static final List<Column> COLUMNS = List.of(NAME, PART, KEY, VALUE);

  /** The parts of a case with their words. */
  static final List<Column> PARTS =
      List.of(
          Column.text("依照", "like"),
          Column.text("日期", "on"),
          Column.text("起月", "from"),
          Column.text("止月", "to"),
          Column.text("说明", "note"),
          Column.text("事实", "facts"),
          Column.text("改变", "change"),
          Column.text("删去", "remove"),
          Column.text("预期", "expect"));

  private static final Set<String> SEVERAL = Set.of("facts", "change", "remove", "expect");

  private final Problems problems;
  private final Map<String, Tree.Entry> entries = new LinkedHashMap<>();
  private final Set<String> told = new HashSet<>();

  private CaseTable(Problems problems) {
    this.problems = problems;
  }

  /** The tree of a file of cases. */
  static Tree.Mapping read(Table table, String scheme, Problems problems) {
    return file(scheme, cases(HeadedRow.read(table, COLUMNS, problems), problems));
  }

  static Tree.Mapping file(String scheme, Tree.Sequence cases) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    entries.put("scheme", new Tree.Entry("scheme", 1, CellValue.scalar(scheme, 1)));
    entries.put("cases", new Tree.Entry("cases", cases.line(), cases));
    return new Tree.Mapping(entries, 1);
  }

  static Tree.Sequence cases(List<HeadedRow> rows, Problems problems) {
    List<Tree> cases = new ArrayList<>();
    HeadedRow.groups(rows, NAME, problems)
        .forEach((name, facts) -> cases.add(new CaseTable(problems).testCase(name, facts)));
    return new Tree.Sequence(cases, cases.isEmpty() ? 1 : cases.get(0).line());
  }

  private Tree testCase(String name, List<HeadedRow> rows) {
    int line = rows.get(0).line();
    Tree title = CellValue.read(name, false, line, problems);
    put("name", line, title == null ? CellValue.scalar(name, line) : title);
    rows.forEach(this::row);
    return new Tree.Mapping(entries, line);
  }

  private void row(HeadedRow row) {
    String word = row.cell(PART).strip();
    Column part = Column.named(word, PARTS).orElse(null);
    if (part == null) {
      problems.add(
          row.line(),
          word.isEmpty()
              ? Text.of("没有写明栏目", "no part")
              : say("没有「%s」这个栏目", "there is no part \"%s\"", shown(word)),
          Words.instead(word, Column.heads(PARTS)));
      return;
    }
    String key = row.cell(KEY).strip();
    if (!told.add(part.key() + "/" + key)) {
      CaseFault twice = Trees.twice("", row.line(), key.isEmpty() ? part.zh() : key);
      problems.add(row.line(), twice.what(), twice.instead());
    } else if (!SEVERAL.contains(part.key()) && !key.isEmpty()) {
      problems.add(
          row.line(),
          say("「%s」没有项「%s」", "the part \"%s\" has no key \"%s\"", part.zh(), shown(key)),
          Text.of("请清空这一格，只写值", "clear that cell and write the value only"));
    } else {
      row(row, part, key);
    }
  }

  private void row(HeadedRow row, Column part, String key) {
    boolean path = part.key().equals("remove") && !key.isEmpty();
    if (path == row.has(VALUE)) {
      problems.add(
          row.line(),
          path
              ? say("「%s」不写值", "the part \"%s\" takes no value", part.zh())
              : Text.of("没有值", "there is no value"),
          path
              ? Text.of("请清空这一格", "clear that cell")
              : Text.of(
                  "请填写；不知道就删去这一行，确知没有就写 none",
                  "fill it in; delete the row if unknown, write none if known to be none"));
      return;
    }
    Tree value =
        path
            ? CellValue.scalar(key, row.line())
            : CellValue.read(seen(row.cell(VALUE).strip()), true, row.line(), problems);
    if (value != null) {
      value(part.key(), key, row.line(), value);
    }
  }

  /** Spreadsheets write yes and no in capitals. */
  private static String seen(String word) {
    return word.equals("TRUE") || word.equals("FALSE") ? word.toLowerCase(Locale.ROOT) : word;
  }

  private void value(String part, String key, int line, Tree value) {
    if (key.isEmpty()) {
      whole(part, line, value);
      return;
    }
    Tree.Entry entry = entries.get(part);
    Tree old = entry == null ? null : entry.value();
    Tree changed =
        switch (part) {
          case "remove" -> added(old, value, line);
          case "facts" -> fact(old, key, value, line);
          case "expect" -> expected(old, key, value, line);
          default -> with(old, key, value, line);
        };
    put(part, entry == null ? line : entry.line(), changed);
  }

  private void whole(String part, int line, Tree value) {
    if (SEVERAL.contains(part) && (value instanceof Tree.Scalar || entries.containsKey(part))) {
      problems.add(
          line,
          say("「%s」没有写明项", "no key of the part \"%s\"", part),
          Text.of("请写项；整栏写成 {…} 时只写一行", "write the key, or all of the part as {…} in one row"));
      return;
    }
    put(part, line, value);
  }

  private static Tree added(@Nullable Tree old, Tree value, int line) {
    List<Tree> items = new ArrayList<>(old instanceof Tree.Sequence s ? s.items() : List.of());
    items.add(value);
    return new Tree.Sequence(items, old == null ? line : old.line());
  }

  private Tree fact(@Nullable Tree old, String path, Tree value, int line) {
    Tree base = old == null ? new Tree.Mapping(Map.of(), line) : old;
    TreePath.Changed changed = TreePath.change(base, path, line, value);
    if (changed.fault() != null) {
      problems.add(line, changed.fault(), changed.instead());
    }
    return changed.tree();
  }

  /** {@code conditions.SENTENCE}: what stands before the first dot holds what comes after it. */
  private Tree expected(@Nullable Tree old, String key, Tree value, int line) {
    int dot = key.indexOf('.');
    if (dot <= 0 || dot == key.length() - 1) {
      return with(old, key, value, line);
    }
    String head = key.substring(0, dot).strip();
    Tree inner = old instanceof Tree.Mapping mapping ? mapping.get(head) : null;
    if (inner instanceof Tree.Scalar || inner instanceof Tree.Sequence) {
      CaseFault twice = Trees.twice("", line, head);
      problems.add(line, twice.what(), twice.instead());
      return old == null ? value : old;
    }
    return with(old, head, with(inner, key.substring(dot + 1).strip(), value, line), line);
  }

  private static Tree with(@Nullable Tree old, String key, Tree value, int line) {
    Map<String, Tree.Entry> inner =
        new LinkedHashMap<>(old instanceof Tree.Mapping m ? m.entries() : Map.of());
    Tree.Entry before = inner.get(key);
    inner.put(key, new Tree.Entry(key, before == null ? line : before.line(), value));
    return new Tree.Mapping(inner, old == null ? line : old.line());
  }

  private void put(String key, int line, Tree value) {
    entries.put(key, new Tree.Entry(key, line, value));
  }
}
