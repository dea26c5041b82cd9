package huice.policy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes sheets of texts as an .xlsx workbook that an officer can read, print and fill in. */
final class WorkbookWriter {
  private static final int NARROWEST = 6;
  private static final double LINE = 15;
  private static final int MOST_LINES = 27;

  private final XSSFWorkbook workbook;
  private final XSSFCellStyle text;
  private final XSSFCellStyle begin;
  private final XSSFCellStyle head;

  private WorkbookWriter(XSSFWorkbook workbook) {
    this.workbook = workbook;
    this.text = style();
    this.begin = style();
    begin.setBorderTop(BorderStyle.THIN);
    begin.setTopBorderColor(IndexedColors.GREY_40_PERCENT.getIndex());
    this.head = style();
    XSSFFont bold = workbook.createFont();
    bold.setBold(true);
    head.setFont(bold);
    head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    head.setBorderBottom(BorderStyle.THIN);
  }

  static byte[] bytes(List<SheetContent> sheets) {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      WorkbookWriter writer = new WorkbookWriter(workbook);
      sheets.forEach(writer::sheet);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Texts stay texts: nothing typed becomes a date or a number. */
  private XSSFCellStyle style() {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat("@"));
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  private void sheet(SheetContent content) {
    XSSFSheet sheet = workbook.createSheet(content.name());
    int columns = content.rows().stream().mapToInt(List::size).max().orElse(1);
    int[] widths = IntStream.range(0, columns).map(i -> width(content, i)).toArray();
    for (int i = 0; i < columns; i++) {
      sheet.setDefaultColumnStyle(i, text);
      sheet.setColumnWidth(i, 256 * widths[i]);
    }
    for (int i = 0; i < content.rows().size(); i++) {
      XSSFRow row = sheet.createRow(i);
      if (i == content.head()) {
        row(row, content.rows().get(i), columns, head);
      } else if (content.begins().contains(i)) {
        row(row, content.rows().get(i), columns, begin);
      } else {
        row(row, content.rows().get(i), 0, text);
      }
      // not as a custom height, so that the row still grows with what is typed
      row.getCTRow().setHt(LINE * lines(content.rows().get(i), widths));
    }
    if (content.head() >= 0) {
      sheet.createFreezePane(0, content.head() + 1);
      sheet.setRepeatingRows(new CellRangeAddress(0, content.head(), -1, -1));
    }
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  /** {@code least}: how many cells there are at least, empty or not. */
  private static void row(XSSFRow row, List<String> words, int least, XSSFCellStyle style) {
    for (int i = 0; i < Math.max(words.size(), least); i++) {
      String word = i < words.size() ? words.get(i) : "";
      if (!word.isEmpty() || i < least) {
        XSSFCell cell = row.createCell(i);
        cell.setCellStyle(style);
        if (!word.isEmpty()) {
          cell.setCellValue(word);
        }
      }
    }
  }

  /** How many lines the fullest cell of a row takes when wrapped. */
  private static int lines(List<String> row, int[] widths) {
    int most = 1;
    for (int i = 0; i < row.size(); i++) {
      int lines = 0;
      for (String line : row.get(i).split("\n", -1)) {
        lines += Math.max(1, (width(line) + widths[i] - 2) / (widths[i] - 1));
      }
      most = Math.max(most, lines);
    }
    return Math.min(most, MOST_LINES);
  }

  private static int width(SheetContent content, int column) {
    int widest = NARROWEST;
    for (List<String> row : content.rows()) {
      if (column < row.size()) {
        for (String line : row.get(column).split("\n", -1)) {
          widest = Math.max(widest, width(line) + 2);
        }
      }
    }
    return Math.min(widest, content.widest());
  }

  /** Chinese characters are as wide as two others. */
  private static int width(String word) {
    return word.codePoints().map(c -> c >= 0x2E80 || (c >= 0x2010 && c < 0x2030) ? 2 : 1).sum();
  }
}
