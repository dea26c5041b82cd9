package huice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import huice.model.Problem;
import huice.model.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class TableProblemsTest {
  private final Problems problems = Problems.empty().in("rules/p/t.csv");

  private Table csv(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Csv.read(new SourceFile("rules/p/t.csv", bytes, true), "p", "t", problems);
  }

  private Table xlsx(byte[] bytes) {
    return Workbook.read(new SourceFile("rules/p/t.xlsx", bytes, true), "p", "t", problems);
  }

  private Table xlsx(Consumer<XSSFWorkbook> fill) {
    return xlsx(workbook(fill));
  }

  private static byte[] workbook(Consumer<XSSFWorkbook> fill) {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      fill.accept(workbook);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void only(int line, String says) {
    assertThat(problems.all())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.line()).isEqualTo(line);
              assertThat(p.message()).contains(says);
            });
  }

  @Test
  void cellsMayHoldCommasQuotesAndLineBreaks() {
    Table table = csv("a,b,c\r\n\"1,2\",\"say \"\"x\"\"\",\"two\r\nlines\"\r\n甲,,\r\n,,丙");
    assertThat(problems.all()).isEmpty();
    assertThat(table.rows())
        .containsExactly(
            List.of("a", "b", "c"),
            List.of("1,2", "say \"x\"", "two lines"),
            List.of("甲", "", ""),
            List.of("", "", "丙"));
    assertThat(table.lines()).containsExactly(1, 2, 4, 5);
  }

  @Test
  void quotesOutOfPlaceAreRefused() {
    assertThat(csv("a,b\nx\"y,1\n")).isNull();
    only(2, "双引号位置不对");
  }

  @Test
  void textAfterAClosingQuoteIsRefused() {
    assertThat(csv("a,b\n\"x\"y,1\n")).isNull();
    only(2, "双引号之后还有文字");
  }

  @Test
  void aQuoteThatIsNotClosedIsToldWhereItBegins() {
    assertThat(csv("a,b\n1,\"x\n\n\n")).isNull();
    only(2, "双引号没有写完");
  }

  @Test
  void otherSeparatorsAreRefused() {
    assertThat(csv("情形；频次;内容\n")).isNull();
    only(1, "没有用英文逗号分隔");
  }

  @Test
  void numbersAndFractionsThatASpreadsheetSpoiltAreRefused() {
    csv("a,b\n6.53127E+17,x\n2月3日,3-Feb\n#REF!,####\n2/3,2024-02-03\n");
    assertThat(problems.all()).extracting(Problem::line).containsExactly(2, 3, 3, 4, 4);
    assertThat(problems.all().get(0).message()).contains("超过 15 位", "设为「文本」");
    assertThat(problems.all().get(1).message()).contains("分数");
  }

  @Test
  void typedCellsAreReadAsTheyAreSeen() {
    Table table =
        xlsx(
            workbook -> {
              XSSFSheet sheet = workbook.createSheet();
              XSSFRow row = sheet.createRow(0);
              row.createCell(0).setCellValue("情形");
              row.createCell(1).setCellValue(1890);
              row.createCell(2).setCellValue(0.1);
              row.createCell(3).setCellValue(0.1 + 0.2);
              row.createCell(4).setCellValue(true);
              XSSFRow third = sheet.createRow(2);
              third.createCell(0).setCellValue(LocalDate.of(2024, 9, 1));
              third.getCell(0).setCellStyle(style(workbook, "yyyy-mm-dd"));
              third.createCell(1).setCellValue(LocalDate.of(2025, 3, 1));
              third.getCell(1).setCellStyle(style(workbook, "yyyy\"年\"m\"月\""));
              third.createCell(2).setCellValue(0.055);
              third.getCell(2).setCellStyle(style(workbook, "0.0%"));
              third.createCell(3).setCellValue("2/3");
              third.createCell(4).setCellValue(" 两\n行 ");
            });
    assertThat(problems.all()).isEmpty();
    assertThat(table.rows())
        .containsExactly(
            List.of("情形", "1890", "0.1", "0.3", "TRUE"),
            List.of("2024-09-01", "2025-03", "5.5%", "2/3", "两 行"));
    assertThat(table.lines()).containsExactly(1, 3);
  }

  private static CellStyle style(XSSFWorkbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  @Test
  void aNumberOfMoreThanFifteenDigitsSaysHowToEnterIt() {
    xlsx(
        workbook ->
            workbook.createSheet().createRow(1).createCell(0).setCellValue(653127199001011234d));
    only(2, "超过 15 位，表格软件已丢失末几位；请先把单元格格式设为「文本」");
  }

  @Test
  void aFractionThatBecameADateSaysHowToEnterIt() {
    xlsx(
        workbook -> {
          XSSFRow row = workbook.createSheet().createRow(0);
          row.createCell(0).setCellValue(LocalDate.of(2024, 2, 3));
          row.getCell(0).setCellStyle(style(workbook, "m\"月\"d\"日\""));
        });
    only(1, "「2月3日」像是分数");
  }

  @Test
  void aTimeIsNoDay() {
    xlsx(
        workbook -> {
          XSSFRow row = workbook.createSheet().createRow(0);
          row.createCell(0).setCellValue(45000.5);
          row.getCell(0).setCellStyle(style(workbook, "yyyy-mm-dd"));
        });
    only(1, "不是一天");
  }

  @Test
  void formulasAreExplained() {
    xlsx(workbook -> workbook.createSheet().createRow(4).createCell(0).setCellFormula("1+1"));
    only(5, "选择性粘贴");
  }

  @Test
  void mergedCellsAreExplained() {
    xlsx(
        workbook -> {
          XSSFSheet sheet = workbook.createSheet();
          sheet.createRow(2).createCell(0).setCellValue("x");
          sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
        });
    only(3, "单元格 A3:A4 合并了");
  }

  @Test
  void furtherSheetsAreNotRead() {
    xlsx(
        workbook -> {
          workbook.createSheet().createRow(0).createCell(0).setCellValue("x");
          workbook.createSheet().createRow(0).createCell(0).setCellValue("y");
        });
    only(0, "只读第一张工作表");
    assertThat(problems.all().get(0).notice()).isTrue();
  }

  @Test
  void daysFrom1904AreRefused() {
    xlsx(
        workbook -> {
          workbook.createSheet().createRow(0).createCell(0).setCellValue("x");
          workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
        });
    only(0, "1904");
  }

  @Test
  void anEmptySheetIsAProblem() {
    assertThat(xlsx(XSSFWorkbook::createSheet)).isNull();
    only(0, "第一张工作表是空的");
  }

  @Test
  void whatIsNoWorkbookIsAProblem() {
    assertThat(xlsx("x,y".getBytes(StandardCharsets.UTF_8))).isNull();
    only(0, "这不是 .xlsx 文件");
  }

  @Test
  void anArchiveThatSwellsIsRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 80; i++) {
        zip.write(zeros);
      }
    }
    assertThat(xlsx(out.toByteArray())).isNull();
    only(0, "展开后超过 64 MiB");
  }

  @Test
  void damagedWorkbooksAreProblemsNeverExceptions() {
    byte[] whole =
        workbook(
            workbook -> {
              XSSFRow row = workbook.createSheet().createRow(0);
              for (int i = 0; i < 20; i++) {
                row.createCell(i).setCellValue("cell " + i);
              }
            });
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] spoilt =
          random.nextInt(3) == 0
              ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length))
              : whole.clone();
      for (int j = random.nextInt(20); j > 0 && spoilt.length > 0; j--) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
      }
      int before = problems.all().size();
      Table table = xlsx(spoilt);
      assertThat(table != null || problems.all().size() > before).isTrue();
    }
  }
}
