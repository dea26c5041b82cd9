package huice.policy;

import static huice.policy.Words.say;

import huice.model.Text;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;

/** One sheet of a workbook, read cell by cell. */
final class Sheet {
  private static final XMLInputFactory XML = XMLHelper.newXMLInputFactory();

  private final ReadOnlySharedStringsTable strings;
  private final Problems problems;
  private final SheetNumbers numbers;
  private final Cells cells = new Cells();
  private List<String> row = new ArrayList<>();
  private int line;
  private int column;
  private final boolean exact;
  private int count;

  /** {@code exact}: texts keep their spaces, and whatever a spreadsheet may have made of them. */
  Sheet(ReadOnlySharedStringsTable strings, StylesTable styles, boolean exact, Problems problems) {
    this.strings = strings;
    this.exact = exact;
    this.problems = problems;
    this.numbers = new SheetNumbers(styles, problems);
  }

  Cells cells() {
    return cells;
  }

  void read(InputStream in) throws XMLStreamException {
    XMLStreamReader xml = XML.createXMLStreamReader(in);
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "row" -> begin(xml);
          case "c" -> cell(xml);
          case "mergeCell" -> merged(xml.getAttributeValue(null, "ref"));
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        cells.add(row, line);
      }
    }
  }

  private void begin(XMLStreamReader xml) throws XMLStreamException {
    String number = xml.getAttributeValue(null, "r");
    line = number == null ? line + 1 : Integer.parseInt(number);
    row = new ArrayList<>();
    if (line > Cells.MOST_ROWS) {
      tooLarge();
    }
  }

  private void cell(XMLStreamReader xml) throws XMLStreamException {
    String place = xml.getAttributeValue(null, "r");
    column = place == null ? row.size() : new CellReference(place).getCol();
    String type = xml.getAttributeValue(null, "t");
    String style = xml.getAttributeValue(null, "s");
    if (column >= Cells.MOST_COLUMNS || ++count > Cells.MOST_CELLS) {
      tooLarge();
    }
    while (row.size() <= column) {
      row.add("");
    }
    row.set(column, word(content(xml), type == null ? "n" : type, style, place));
  }

  private void tooLarge() throws XMLStreamException {
    problems.add(line, Text.of("表格太大", "the table is too large"), Text.of("请拆成几个表", "split it"));
    throw new XMLStreamException("too large");
  }

  /** The cell's own text or number. */
  private String content(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder content = new StringBuilder();
    boolean take = false;
    int phonetic = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        phonetic += name.equals("rPh") ? 1 : 0;
        take = phonetic == 0 && (name.equals("v") || name.equals("t"));
        if (name.equals("f")) {
          formula();
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (xml.getLocalName().equals("c")) {
          break;
        }
        phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
        take = false;
      } else if (take
          && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
        content.append(xml.getText());
      }
    }
    return content.toString();
  }

  private void formula() {
    problems.cell(
        line,
        column,
        Text.of("这一行有公式", "this row holds a formula"),
        Text.of("请用「选择性粘贴—数值」换成值", "replace it by its value (paste special, values)"));
  }

  private void merged(@Nullable String region) {
    String first = region == null ? "" : region.replaceAll(":.*", "");
    problems.add(
        first.matches("[A-Z]+\\d{1,7}") ? new CellReference(first).getRow() + 1 : 0,
        say(
            "单元格 %s 合并了，看不出每一格的内容",
            "the cells %s are merged, so some have no content", region == null ? "" : region),
        Text.of("请取消合并，每一格都填写", "unmerge them and fill in each cell"));
  }

  private String word(String content, String type, @Nullable String style, @Nullable String place) {
    String word =
        switch (type) {
          case "s" -> strings.getItemAt(Integer.parseInt(content.strip())).getString();
          case "str", "inlineStr" -> content;
          case "b" -> content.strip().equals("1") ? "TRUE" : "FALSE";
          case "e" -> content;
          case "d" -> content.replaceAll("T00:00:00(\\.0+)?Z?$", "");
          default -> content.isBlank() ? "" : numbers.word(content.strip(), style, line, column);
        };
    if (exact && !type.equals("n")) {
      return word;
    }
    String flat = word.replaceAll("\\s*\r?\n\\s*", " ").strip();
    if (!type.equals("n")) {
      Spreadsheets.check(flat, problems)
          .ifPresent(m -> problems.cell(line, column, m.what(), m.instead()));
    }
    return flat;
  }
}
