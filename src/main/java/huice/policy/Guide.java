package huice.policy;

import huice.model.Table;
import huice.model.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a pack's workbook: what this is, how to bring it back, what each sheet holds,
 * and the files as they were when it was written, by the first digits of their SHA-256.
 */
record Guide(@Nullable String pack, Map<String, String> files) {
  private static final String PACK = "政策包";
  private static final int DIGITS = 16;

  static String digest(SourceFile file) {
    return SourceFiles.digest(file.bytes()).substring(0, DIGITS);
  }

  static Guide read(Table table) {
    String pack = null;
    Map<String, String> files = new LinkedHashMap<>();
    for (List<String> row : table.rows()) {
      String first = row.get(0).strip();
      String second = row.size() < 2 ? "" : row.get(1).strip();
      if (pack == null && first.startsWith(PACK)) {
        pack = second;
      } else if (first.matches("(policies|rules|test-cases)/.*")) {
        files.put(first, second);
      }
    }
    return new Guide(pack, files);
  }

  static SheetContent sheet(String pack, PackFiles files) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("惠策工作簿", "Huice workbook"));
    rows.add(List.of(PACK + " pack", pack));
    line(
        rows,
        "这是什么",
        "what this is",
        "一个政策包的参数、个案、决策表、规则、条款和问题，供在表格软件里看和改。政策正文（policy.yaml、source.txt）不在里面",
        "The parameters, cases, decision tables, rules, clauses and questions of one policy pack, to"
            + " read and edit. policy.yaml and source.txt are not in it");
    line(
        rows,
        "怎样放回",
        "to bring it back",
        "保存为 .xlsx，运行 ./huice workbook %s --in 文件.xlsx，再运行 ./huice check %s".formatted(pack, pack),
        "Save as .xlsx and run ./huice workbook %s --in FILE.xlsx, then ./huice check %s"
            .formatted(pack, pack));
    line(
        rows,
        "怎样填写",
        "to fill it in",
        "不改工作表名称和表头，不合并单元格，不用公式；日期写 2024-01-31；同一项的行放在一起；删去一项就删去它的全部行",
        "Leave sheet names and head rows as they are; no merged cells, no formulas; write dates as"
            + " 2024-01-31; keep the rows of one thing together; to delete a thing delete all its"
            + " rows");
    rows.add(List.of("", ""));
    Set<Integer> begins = new HashSet<>(Set.of(rows.size()));
    rows.add(List.of("工作表 sheet", "内容 holds"));
    sheets(files).forEach((name, text) -> rows.add(List.of(name, text.zh() + "\n" + text.en())));
    rows.add(List.of("", ""));
    begins.add(rows.size());
    rows.add(
        List.of(
            "写出时的文件（请勿改动）", "摘要 the files as written, with their digests: leave these rows alone"));
    files.owners().values().stream()
        .distinct()
        .forEach(f -> rows.add(List.of(f.path(), digest(f))));
    return new SheetContent(PackSheets.GUIDE, rows, 0, begins, 100);
  }

  private static void line(
      List<List<String>> rows, String zh, String en, String textZh, String textEn) {
    rows.add(List.of(zh + " " + en, textZh + "\n" + textEn));
  }

  private static Map<String, Text> sheets(PackFiles files) {
    Map<String, Text> sheets = new LinkedHashMap<>();
    sheets.put(
        PackSheets.PARAMETERS,
        Text.of(
            "一行一版。参数、英文、类型、单位、取值依据、条款只写在第一行。值：数；有取值依据写 甲=1；乙=2；列表写 甲、乙",
            "One version a row; the general columns stand in the first row of a parameter. Value: a"
                + " number; by a choice a=1；b=2; a list a、b"));
    sheets.put(
        PackSheets.CASES,
        Text.of(
            "一行一项事实或预期；个案的名称只写在第一行。以 { 或 [ 开头的值按 YAML 读",
            "One fact or expectation a row, the case's name in its first row. A value that begins"
                + " with { or [ is YAML"));
    for (String table : files.content().tables().keySet()) {
      sheets.put(table, Text.of("决策表，一行一条规则", "A decision table, one rule a row"));
    }
    sheets.put(
        PackSheets.RULES,
        Text.of(
            "规则的文字，一行一句，行首的空格保留；「行」只供查找，插入的行不用填",
            "The text of the rules, a line a row with its indentation; the line number is for"
                + " orientation only"));
    ItemSheet.ALL.forEach(s -> sheets.put(s.name(), s.text()));
    return sheets;
  }
}
