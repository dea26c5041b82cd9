package huice.policy;

import static huice.policy.Words.say;

import huice.model.Table;
import huice.model.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays a pack out as the sheets of a workbook. What has no place there is a problem. */
final class PackSheets {
  static final String GUIDE = "说明";
  static final String PARAMETERS = "参数";
  static final String CASES = "个案";
  static final String RULES = "规则";

  static final Column SCHEME = Column.required("项目", "scheme");
  static final Column LINE = Column.text("行", "line");
  static final Column SENTENCE = Column.required("句子", "sentence");
  static final List<Column> RULE_COLUMNS = List.of(SCHEME, LINE, SENTENCE);

  static final Text NO_PLACE =
      Text.of("有的内容在工作簿里没有位置", "something in it has no place in a workbook");
  static final Text CHECK =
      Text.of("请先运行 ./huice check 并改正", "run ./huice check first and correct it");

  /** What a cell of .xlsx and the name of a sheet hold at most. */
  private static final int LONGEST_CELL = 32_767;

  static final int LONGEST_NAME = 31;
  private static final int WIDE = 60;
  private static final int NARROW = 36;
  private static final int SENTENCES = 110;

  private final PackFiles files;
  private final Problems problems;
  private final List<SheetContent> sheets = new ArrayList<>();

  private PackSheets(PackFiles files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  /** All sheets but the guide. */
  static List<SheetContent> of(PackFiles files, Problems problems) {
    PackSheets sheets = new PackSheets(files, problems);
    sheets.parameters();
    sheets.cases();
    files.content().tables().values().forEach(sheets::table);
    sheets.rules();
    ItemSheet.ALL.forEach(sheets::items);
    return sheets.sheets;
  }

  static List<Column> caseColumns() {
    List<Column> columns = new ArrayList<>(List.of(SCHEME));
    columns.addAll(CaseTable.COLUMNS);
    return columns;
  }

  /** The names of the sheets that every workbook of a pack has. */
  static Set<String> names() {
    Set<String> names = new LinkedHashSet<>(List.of(GUIDE, PARAMETERS, CASES, RULES));
    ItemSheet.ALL.forEach(s -> names.add(s.name()));
    return names;
  }

  static SheetContent parameters(Map<String, Tree.Mapping> parameters) {
    Rows rows = new Rows(ParameterTable.COLUMNS);
    parameters.forEach((name, tree) -> rows.group(ParameterRows.of(new NamedTree(name, tree))));
    return rows.sheet(PARAMETERS, NARROW);
  }

  static SheetContent cases(Tree.Sequence cases) {
    Rows rows = new Rows(CaseTable.COLUMNS);
    mappings(cases).forEach(c -> rows.group(CaseRows.of(c)));
    return rows.sheet(CASES, WIDE);
  }

  static SheetContent table(String name, List<List<String>> rows) {
    int head = 0;
    for (int i = 0; i < rows.size(); i++) {
      head = rows.get(i).get(0).equals("行") ? i : head;
    }
    return new SheetContent(name, rows, head, Set.of(), NARROW);
  }

  /** Rows of one sheet below its head. */
  private static final class Rows {
    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> begins = new HashSet<>();

    Rows(List<Column> columns) {
      rows.add(Column.heads(columns));
    }

    void group(List<List<String>> group) {
      begins.add(rows.size());
      rows.addAll(group);
    }

    SheetContent sheet(String name, int widest) {
      return new SheetContent(name, rows, 0, begins, widest);
    }
  }

  private void add(SheetContent sheet) {
    if (sheet.rows().size() > Cells.MOST_ROWS) {
      problems.add(
          0,
          say(
              "工作表「%s」超过 %s 行",
              "the sheet \"%s\" has more than %s rows", sheet.name(), Cells.MOST_ROWS),
          Text.of("请在文件里改", "change the files themselves"));
    }
    sheets.add(sheet);
  }

  private void parameters() {
    SheetContent sheet = parameters(files.content().parameters());
    Problems scratch = Problems.empty();
    Map<String, Tree.Mapping> back = new LinkedHashMap<>();
    ParameterTable.read(read(sheet), scratch).forEach(p -> back.put(p.name(), p.tree()));
    files
        .content()
        .parameters()
        .forEach(
            (name, tree) -> {
              Tree.Mapping other = back.get(name);
              fits(
                  other != null && SameTree.same(tree, other),
                  ParameterRows.of(new NamedTree(name, tree)),
                  PackFiles.PARAMETERS + "/" + name,
                  tree.line());
            });
    add(sheet);
  }

  private void cases() {
    Rows rows = new Rows(caseColumns());
    files
        .content()
        .cases()
        .forEach(
            (scheme, cases) -> {
              List<List<String>> all = new ArrayList<>();
              for (Tree.Mapping one : mappings(cases)) {
                List<List<String>> own = CaseRows.of(one);
                rows.group(own.stream().map(r -> before(scheme, r)).toList());
                all.addAll(own);
              }
              Tree.Sequence back = back(cases);
              String owner = PackFiles.CASES + "/" + scheme;
              fits(SameTree.same(back, cases), all, owner, different(back, cases));
            });
    add(rows.sheet(CASES, WIDE));
  }

  private static Tree.Sequence back(Tree.Sequence cases) {
    return CaseTable.cases(
        HeadedRow.read(read(cases(cases)), CaseTable.COLUMNS, Problems.empty()), Problems.empty());
  }

  /** The line of the first case that is not the same. */
  private static int different(Tree.Sequence back, Tree.Sequence cases) {
    for (int i = 0; i < cases.items().size(); i++) {
      Tree one = cases.items().get(i);
      if (i >= back.items().size() || !SameTree.same(one, back.items().get(i))) {
        return one.line();
      }
    }
    return 0;
  }

  private void table(Table table) {
    if (table.scheme().length() > LONGEST_NAME || names().contains(table.scheme())) {
      problems
          .in(table.file())
          .add(
              0,
              say(
                  "「%s」超过 %s 个字，不能作工作表的名称",
                  "\"%s\" is longer than %s characters and cannot name a sheet",
                  table.scheme(),
                  LONGEST_NAME),
              Text.of("请改短项目的文件名", "shorten the scheme's file name"));
      return;
    }
    fits(true, table.rows(), PackFiles.RULES + "/" + table.scheme(), 0);
    add(table(table.scheme(), table.rows()));
  }

  private void rules() {
    Rows rows = new Rows(RULE_COLUMNS);
    files
        .content()
        .rules()
        .forEach(
            (scheme, lines) -> {
              List<List<String>> group = new ArrayList<>();
              for (String line : lines) {
                group.add(List.of(scheme, Integer.toString(group.size() + 1), line));
              }
              rows.group(group);
            });
    add(rows.sheet(RULES, SENTENCES));
  }

  private void items(ItemSheet sheet) {
    Rows rows = new Rows(sheet.columns());
    List<NamedTree> items = files.content().items().getOrDefault(sheet, List.of());
    items.forEach(i -> rows.group(List.of(sheet.row(i))));
    SheetContent written = rows.sheet(sheet.name(), WIDE);
    List<HeadedRow> cells = HeadedRow.read(read(written), sheet.columns(), Problems.empty());
    List<NamedTree> back = sheet.read(cells, Problems.empty());
    for (int i = 0; i < items.size(); i++) {
      NamedTree item = items.get(i);
      boolean whole =
          i < back.size()
              && back.get(i).name().equals(item.name())
              && SameTree.same(back.get(i).tree(), item.tree());
      fits(whole, List.of(sheet.row(item)), sheet.name() + "/", item.tree().line());
    }
    add(written);
  }

  private void fits(boolean whole, List<List<String>> rows, String owner, int line) {
    SourceFile file = files.owners().get(owner);
    boolean tooLong = rows.stream().flatMap(List::stream).anyMatch(w -> w.length() > LONGEST_CELL);
    if (file != null && tooLong) {
      problems
          .in(file.path())
          .add(
              line,
              say("超过 %s 个字，单元格放不下", "longer than the %s characters of a cell", LONGEST_CELL),
              Text.of("请在文件里改", "change the file itself"));
    } else if (file != null && !whole) {
      problems.in(file.path()).add(line, NO_PLACE, CHECK);
    }
  }

  private static List<Tree.Mapping> mappings(Tree.Sequence list) {
    List<Tree.Mapping> mappings = new ArrayList<>();
    for (Tree item : list.items()) {
      if (item instanceof Tree.Mapping mapping) {
        mappings.add(mapping);
      }
    }
    return mappings;
  }

  private static List<String> before(String first, List<String> row) {
    List<String> longer = new ArrayList<>(List.of(first));
    longer.addAll(row);
    return longer;
  }

  /** The sheet as it would be read. */
  private static Table read(SheetContent sheet) {
    Cells cells = new Cells();
    for (int i = 0; i < sheet.rows().size(); i++) {
      cells.add(sheet.rows().get(i), i + 1);
    }
    return cells.table("", sheet.name(), "");
  }
}
