package huice.policy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as an officer's spreadsheet program would save them. */
final class Spreadsheet {
  private Spreadsheet() {}

  static byte[] of(List<List<String>> rows) {
    return of(rows, workbook -> {});
  }

  /** One sheet of texts, then changed. */
  static byte[] of(List<List<String>> rows, Consumer<XSSFWorkbook> change) {
    return bytes(
        workbook -> {
          XSSFSheet sheet = workbook.createSheet();
          for (int i = 0; i < rows.size(); i++) {
            XSSFRow row = sheet.createRow(i);
            for (int j = 0; j < rows.get(i).size(); j++) {
              if (!rows.get(i).get(j).isEmpty()) {
                row.createCell(j).setCellValue(rows.get(i).get(j));
              }
            }
          }
          change.accept(workbook);
        });
  }

  static byte[] bytes(Consumer<XSSFWorkbook> fill) {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      fill.accept(workbook);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
