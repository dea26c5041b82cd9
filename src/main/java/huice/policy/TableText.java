package huice.policy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a table of texts for a spreadsheet program, which runs nothing of what stands in it. */
public final class TableText {
  private static final String MARK = "\uFEFF";
  private static final String RUN = "=+-@\t\r";
  private static final int IN_MEMORY = 200;
  private static final String ABOUT = "docProps/core.xml";

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

  /** As {@link #xlsx}, and the same bytes for the same rows and the same moment. */
  public static byte[] xlsx(String sheet, List<List<String>> rows, Instant made) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole(sheet, rows)));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      SortedMap<String, byte[]> parts = new TreeMap<>();
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        parts.put(part.getName(), in.readAllBytes());
      }
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(LocalDateTime.ofInstant(made, ZoneOffset.UTC));
        out.putNextEntry(entry);
        out.write(part.getKey().equals(ABOUT) ? about(part.getValue(), made) : part.getValue());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** In memory as a whole: what is streamed cannot be unpacked again by plain means. */
  private static byte[] whole(String sheet, List<List<String>> rows) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet written = workbook.createSheet(sheet);
      for (int i = 0; i < rows.size(); i++) {
        XSSFRow row = written.createRow(i);
        List<String> cells = rows.get(i);
        for (int column = 0; column < cells.size(); column++) {
          row.createCell(column).setCellValue(cells.get(column));
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    }
  }

  /** What a workbook says of itself names the moment of writing. */
  private static byte[] about(byte[] part, Instant made) {
    return new String(part, StandardCharsets.UTF_8)
        .replaceAll(
            "(<dcterms:(created|modified)[^>]*>)[^<]*", "$1" + made.truncatedTo(ChronoUnit.SECONDS))
        .getBytes(StandardCharsets.UTF_8);
  }
}
