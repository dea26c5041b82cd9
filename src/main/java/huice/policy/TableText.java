package huice.policy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes a table of texts for a spreadsheet program, which runs nothing of what stands in it. */
public final class TableText {
  private static final String MARK = "\uFEFF";
  private static final String RUN = "=+-@\t\r";
  private static final int IN_MEMORY = 200;

  private TableText() {}

  /** Cells that a spreadsheet would take for a formula begin with an apostrophe. */
  public static byte[] csv(List<List<String>> rows) {
    List<List<String>> harmless =
        rows.stream().map(row -> row.stream().map(TableText::harmless).toList()).toList();
    return (MARK + CsvText.of(harmless, "\r\n")).getBytes(StandardCharsets.UTF_8);
  }

  private static String harmless(String cell) {
    return !cell.isEmpty() && RUN.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /** One sheet; every cell is a text. */
  public static byte[] xlsx(String sheet, List<List<String>> rows) {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(IN_MEMORY)) {
      SXSSFSheet written = workbook.createSheet(sheet);
      for (int i = 0; i < rows.size(); i++) {
        SXSSFRow row = written.createRow(i);
        List<String> cells = rows.get(i);
        for (int column = 0; column < cells.size(); column++) {
          row.createCell(column).setCellValue(cells.get(column));
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
