package huice.policy;

import static huice.policy.Words.say;

import huice.model.Table;
import huice.model.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Reads a table from the first sheet of an .xlsx workbook, or all its sheets. A sheet is read as a
 * stream, its numbers from their own digits.
 */
final class Workbook {
  private static final long LARGEST_INFLATED = 64L * 1024 * 1024;
  private static final Text SAVE =
      Text.of("请在表格软件里另存为 .xlsx", "save it as .xlsx in your spreadsheet program");

  private final Problems problems;

  private Workbook(Problems problems) {
    this.problems = problems;
  }

  /** Null after a problem. */
  static @Nullable Table read(SourceFile file, String pack, String scheme, Problems problems) {
    int before = problems.all().size();
    Workbook workbook = new Workbook(problems);
    AtomicReference<Cells> first = new AtomicReference<>();
    workbook.open(file.bytes(), (opened, reader) -> first.set(workbook.first(opened, reader)));
    Cells cells = first.get();
    if (problems.all().stream().skip(before).anyMatch(p -> !p.notice())) {
      return null;
    }
    if (cells == null || cells.isEmpty()) {
      problems.add(
          0,
          Text.of("第一张工作表是空的", "the first sheet is empty"),
          Text.of("请填写或删去", "fill it in or delete it"));
      return null;
    }
    return cells.table(pack, scheme, file.path());
  }

  /**
   * All sheets by their names, in order, each with its problems under {@code file[sheet]}; texts of
   * the sheets named {@code exact} keep their spaces. Empty after a problem with the workbook.
   */
  static Map<String, Table> sheets(SourceFile file, Set<String> exact, Problems problems) {
    Map<String, Table> sheets = new LinkedHashMap<>();
    new Workbook(problems)
        .open(
            file.bytes(),
            (opened, reader) -> {
              var names = (XSSFReader.SheetIterator) reader.getSheetsData();
              var strings = new ReadOnlySharedStringsTable(opened, false);
              while (names.hasNext()) {
                try (InputStream in = names.next()) {
                  String name = names.getSheetName();
                  Problems here = problems.in(file.path() + "[" + Words.shown(name) + "]");
                  Sheet sheet =
                      new Sheet(strings, reader.getStylesTable(), exact.contains(name), here);
                  sheet.read(in);
                  sheets.put(name, sheet.cells().table("", name, here.file()));
                }
              }
            });
    return sheets;
  }

  /** What is done with an open workbook. */
  private interface Reading {
    void read(OPCPackage opened, XSSFReader reader)
        throws IOException, OpenXML4JException, SAXException, XMLStreamException;
  }

  private void open(byte[] bytes, Reading reading) {
    int before = problems.all().size();
    try {
      if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
        problems.add(0, Text.of("这不是 .xlsx 文件", "this is no .xlsx file"), SAVE);
      } else if (inflated(bytes) > LARGEST_INFLATED) {
        problems.add(
            0,
            say("展开后超过 %d MiB", "larger than %d MiB when unpacked", LARGEST_INFLATED >> 20),
            Text.of("请拆成几个文件", "split it into several files"));
      } else {
        opened(bytes, reading);
      }
    } catch (IOException | OpenXML4JException | SAXException | XMLStreamException e) {
      damaged(before);
    } catch (RuntimeException e) {
      // POI and its parsers answer damaged workbooks with dozens of unchecked kinds of exception
      damaged(before);
    }
  }

  private void damaged(int before) {
    if (problems.all().size() == before) {
      problems.add(0, Text.of("工作簿损坏，读不了", "the workbook is damaged"), SAVE);
    }
  }

  private void opened(byte[] bytes, Reading reading)
      throws IOException, OpenXML4JException, SAXException, XMLStreamException {
    try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(bytes))) {
      XSSFReader reader = new XSSFReader(opened);
      if (from1904(reader)) {
        problems.add(
            0,
            Text.of(
                "工作簿用的是 1904 日期系统，日期会差四年",
                "the workbook counts days from 1904, dates are four years off"),
            Text.of("请在选项里关掉再填日期", "switch it off in the options and enter the dates again"));
      } else if (!reader.getSheetsData().hasNext()) {
        problems.add(0, Text.of("工作簿里没有工作表", "the workbook has no sheet"), SAVE);
      } else {
        reading.read(opened, reader);
      }
    }
  }

  private Cells first(OPCPackage opened, XSSFReader reader)
      throws IOException, OpenXML4JException, SAXException, XMLStreamException {
    Iterator<InputStream> sheets = reader.getSheetsData();
    ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(opened, false);
    Sheet sheet = new Sheet(strings, reader.getStylesTable(), false, problems);
    try (InputStream in = sheets.next()) {
      sheet.read(in);
    }
    if (sheets.hasNext()) {
      problems.notice(
          0,
          Text.of("只读第一张工作表，其余不读", "only the first sheet is read"),
          Text.of("请都写在第一张", "write everything into the first one"));
    }
    return sheet.cells();
  }

  private static boolean from1904(XSSFReader reader)
      throws IOException, OpenXML4JException, XMLStreamException {
    try (InputStream in = reader.getWorkbookData()) {
      XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("workbookPr")) {
          String word = xml.getAttributeValue(null, "date1904");
          return "1".equals(word) || "true".equals(word);
        }
      }
      return false;
    }
  }

  /** What the archive holds when unpacked, counted no further than the limit. */
  private static long inflated(byte[] bytes) throws IOException {
    long total = 0;
    byte[] buffer = new byte[64 * 1024];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      while (total <= LARGEST_INFLATED && zip.getNextEntry() != null) {
        int read;
        while (total <= LARGEST_INFLATED && (read = zip.read(buffer)) >= 0) {
          total += read;
        }
      }
    }
    return total;
  }
}
