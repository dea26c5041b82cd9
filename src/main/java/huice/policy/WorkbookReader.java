package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Table;
import huice.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the workbook of a pack back into what it holds, with every problem by sheet and row. */
final class WorkbookReader {
  private final String pack;
  private final Set<String> known;
  private final String file;
  private final Map<String, Table> sheets;
  private final Problems problems;
  private final PackContent content = PackContent.empty();
  private @Nullable Guide guide;

  private WorkbookReader(
      String pack, Set<String> known, String file, Map<String, Table> sheets, Problems problems) {
    this.pack = pack;
    this.known = known;
    this.file = file;
    this.sheets = sheets;
    this.problems = problems;
  }

  /** {@code tables}: the schemes that are decision tables now. */
  static WorkbookReader read(String pack, Set<String> tables, SourceFile file, Problems problems) {
    Set<String> known = new LinkedHashSet<>(PackSheets.names());
    known.addAll(tables);
    Map<String, Table> sheets = Workbook.sheets(file, Set.of(PackSheets.RULES), problems);
    WorkbookReader reader = new WorkbookReader(pack, known, file.path(), sheets, problems);
    if (!sheets.isEmpty()) {
      reader.read();
    }
    return reader;
  }

  PackContent content() {
    return content;
  }

  /** The files as they were when the workbook was written; empty when nobody knows. */
  Map<String, String> files() {
    return guide == null ? Map.of() : guide.files();
  }

  /** The place of a sheet in the workbook, as problems name it. */
  static String place(String file, String sheet) {
    return file + "[" + sheet + "]";
  }

  private void read() {
    names();
    guide();
    parameters();
    cases();
    tables();
    rules();
    for (ItemSheet sheet : ItemSheet.ALL) {
      List<HeadedRow> rows = rows(sheet.name(), sheet.columns());
      content.items().put(sheet, sheet.read(rows, here(sheet.name())));
    }
  }

  private Problems here(String sheet) {
    return problems.in(place(file, sheet));
  }

  private void names() {
    for (String name : known) {
      if (!sheets.containsKey(name)) {
        problems
            .in(file)
            .add(
                0,
                say("没有工作表「%s」", "there is no sheet \"%s\"", name),
                Text.of(
                    "请不要删去或改名；要删去内容就清空各行",
                    "do not delete or rename it; to delete what it holds clear its rows"));
      }
    }
    for (Map.Entry<String, Table> sheet : sheets.entrySet()) {
      if (!known.contains(sheet.getKey()) && !begun(sheet.getKey(), sheet.getValue())) {
        here(shown(sheet.getKey()))
            .add(
                0,
                say("不认识工作表「%s」", "the sheet \"%s\" is unknown", shown(sheet.getKey())),
                Words.nearest(sheet.getKey(), known).isPresent()
                    ? Words.instead(sheet.getKey(), known)
                    : Text.of(
                        "请删去；新的决策表以项目的文件名为名，第一格写「表」",
                        "delete it; a new decision table is named by its scheme's file name and"
                            + " begins with 表"));
      }
    }
  }

  /** Whether a sheet is a decision table that is new. */
  private static boolean begun(String name, Table table) {
    return Packs.named(name, 0, Problems.empty())
        && !table.rows().isEmpty()
        && table.rows().get(0).get(0).equals("表");
  }

  private void guide() {
    Table table = sheets.get(PackSheets.GUIDE);
    Guide read = table == null ? null : Guide.read(table);
    guide = read;
    if (read != null && !pack.equals(read.pack())) {
      String other = read.pack();
      here(PackSheets.GUIDE)
          .add(
              0,
              other == null
                  ? Text.of("没有写明是哪个政策包", "it does not say of which pack this is")
                  : say("这是政策包「%s」的工作簿", "this is the workbook of the pack \"%s\"", shown(other)),
              say(
                  "请用 %s 的工作簿，或在 ./huice workbook 后写对政策包",
                  "take the workbook of %s, or name the right pack after ./huice workbook", pack));
    }
  }

  /** The rows of a sheet; none when it is missing or empty. */
  private List<HeadedRow> rows(String sheet, List<Column> columns) {
    Table table = sheets.get(sheet);
    return table == null ? List.of() : HeadedRow.read(table, columns, here(sheet));
  }

  private void parameters() {
    Table table = sheets.get(PackSheets.PARAMETERS);
    if (table != null) {
      ParameterTable.read(table, here(PackSheets.PARAMETERS))
          .forEach(p -> content.parameters().put(p.name(), p.tree()));
    }
  }

  private void cases() {
    Problems here = here(PackSheets.CASES);
    List<HeadedRow> rows = rows(PackSheets.CASES, PackSheets.caseColumns());
    HeadedRow.groups(rows, PackSheets.SCHEME, here)
        .forEach(
            (scheme, own) -> {
              if (Packs.named(scheme, own.get(0).line(), here)) {
                content.cases().put(scheme, CaseTable.cases(own, here));
              }
            });
  }

  private void tables() {
    sheets.forEach(
        (name, table) -> {
          boolean own = !PackSheets.names().contains(name);
          if (own && !table.rows().isEmpty() && (known.contains(name) || begun(name, table))) {
            hidden(table, here(name));
            content.tables().put(name, table);
          }
        });
  }

  private static void hidden(Table table, Problems here) {
    for (int i = 0; i < table.rows().size(); i++) {
      int line = table.lines().get(i);
      for (String word : table.rows().get(i)) {
        Decoding.fault(word).ifPresent(f -> here.add(line, f.what(), f.instead()));
      }
    }
  }

  private void rules() {
    Problems here = here(PackSheets.RULES);
    List<HeadedRow> rows = rows(PackSheets.RULES, PackSheets.RULE_COLUMNS);
    HeadedRow.groups(rows, PackSheets.SCHEME, here)
        .forEach((scheme, own) -> rule(scheme, own, here));
  }

  private void rule(String scheme, List<HeadedRow> rows, Problems here) {
    int first = rows.get(0).line();
    if (!Packs.named(scheme, first, here)) {
      return;
    }
    if (content.tables().containsKey(scheme)) {
      here.add(
          first,
          say("项目「%s」另有一张决策表", "the scheme \"%s\" is a decision table as well", shown(scheme)),
          Text.of("请只留一种", "keep one of them"));
      return;
    }
    List<String> lines = new ArrayList<>();
    for (HeadedRow row : rows) {
      String line = row.cell(PackSheets.SENTENCE);
      if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
        here.add(
            row.line(),
            Text.of("一格里有几行", "the cell holds several lines"),
            Text.of("请一行写一句", "write one sentence a row"));
      }
      lines.add(line);
    }
    content.rules().put(scheme, PackContent.trimmed(lines));
  }
}
