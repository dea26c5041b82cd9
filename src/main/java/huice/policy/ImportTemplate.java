package huice.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The empty table of an import: its heads, what may stand in each column and an example. */
public final class ImportTemplate {
  private static final String MARK = "\uFEFF";
  private static final int WIDEST = 60;
  private static final List<String> HEADS =
      List.of("列 Column", "编号 Id", "必填 Required", "例 Example", "可以写 Words", "说明 What it says", "");

  private ImportTemplate() {}

  /** Heads on the first sheet, everything about them on the second. */
  public static byte[] xlsx(ImportForm form) {
    List<String> heads = form.columns().stream().map(column -> column.label().zh()).toList();
    return WorkbookWriter.bytes(
        List.of(
            new SheetContent("填写", List.of(heads), 0, Set.of(), WIDEST),
            new SheetContent("说明", about(form), 0, Set.of(), WIDEST)));
  }

  private static List<List<String>> about(ImportForm form) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADS);
    for (ImportColumn column : form.columns()) {
      rows.add(
          List.of(
              column.label().zh(),
              column.id(),
              column.required() ? "是 yes" : "",
              column.example(),
              String.join("、", column.words()),
              column.help().zh(),
              column.help().en()));
    }
    return rows;
  }

  /** Heads, and below them what they mean and an example, as notes that are not read. */
  public static byte[] csv(ImportForm form) {
    List<String> heads = form.columns().stream().map(column -> column.label().zh()).toList();
    List<String> help = new ArrayList<>();
    List<String> example = new ArrayList<>();
    for (ImportColumn column : form.columns()) {
      String words = column.words().isEmpty() ? "" : "：" + String.join("、", column.words());
      String first = help.isEmpty() ? "# " : "";
      help.add(first + (column.required() ? "必填。" : "") + column.help().zh() + words);
      example.add(first + column.example());
    }
    String text = CsvText.of(List.of(heads, help, example), "\r\n");
    return (MARK + text).getBytes(StandardCharsets.UTF_8);
  }
}
