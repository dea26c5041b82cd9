package huice.policy;

import static huice.policy.Words.say;

import huice.model.Table;
import huice.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a decision table from CSV (RFC 4180), strictly. */
final class Csv {
  private static final Text QUOTES =
      Text.of("整格加英文双引号，格内的双引号写两个", "put the whole cell in double quotes and double those inside");

  private final String text;
  private final Problems problems;
  private final Cells cells = new Cells();
  private final List<String> row = new ArrayList<>();
  private int at;
  private int line = 1;
  private int count;
  private boolean bad;
  private boolean spoilt;

  private Csv(String text, Problems problems) {
    this.text = text;
    this.problems = problems;
  }

  /** Null after a problem. */
  static @Nullable Table read(SourceFile file, String pack, String scheme, Problems problems) {
    Decoding decoding = Decoding.of(file.bytes());
    problems.addAll(decoding.faults());
    problems.noticeAll(decoding.notices());
    String text = decoding.text();
    if (text == null) {
      return null;
    }
    Csv csv = new Csv(text, problems);
    csv.rows();
    if (csv.cells.isEmpty() && !csv.bad) {
      problems.add(
          0, Text.of("文件是空的", "the file is empty"), Text.of("请填写或删去", "fill it in or delete it"));
      return null;
    }
    return csv.bad || csv.spoilt ? null : csv.cells.table(pack, scheme, file.path());
  }

  private void rows() {
    int first = text.indexOf('\n');
    String head = first < 0 ? text : text.substring(0, first);
    if (!head.isBlank() && head.indexOf(',') < 0 && head.matches("(?s).*[;\t，].*")) {
      fault(
          1,
          Text.of("各格之间没有用英文逗号分隔", "the cells are not separated by commas"),
          Text.of("请在表格软件里另存为 CSV（逗号分隔）", "save it as CSV (comma-separated)"));
      return;
    }
    while (at < text.length() && !bad) {
      row();
    }
  }

  private void row() {
    int start = line;
    row.clear();
    boolean more = true;
    while (more && !bad) {
      cell();
      more = at < text.length() && text.charAt(at) == ',';
      if (more) {
        at++;
      }
      if (row.size() > Cells.MOST_COLUMNS || ++count > Cells.MOST_CELLS) {
        fault(start, Text.of("表格太大", "the table is too large"), Text.of("请拆成几个表", "split it"));
      }
    }
    lineBreak();
    if (start > Cells.MOST_ROWS) {
      fault(start, Text.of("表格太大", "the table is too large"), Text.of("请拆成几个表", "split it"));
    }
    cells.add(row, start);
  }

  private void lineBreak() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
      if (at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
      line++;
    } else if (at < text.length() && text.charAt(at) == '\n') {
      at++;
      line++;
    }
  }

  private void cell() {
    if (at < text.length() && text.charAt(at) == '"') {
      quoted();
      return;
    }
    int start = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at).strip();
    if (word.indexOf('"') >= 0) {
      fault(
          line,
          say("「%s」里的双引号位置不对", "a double quote is out of place in \"%s\"", problems.shown(word)),
          QUOTES);
    }
    take(word, line);
  }

  private void quoted() {
    int start = line;
    StringBuilder word = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        if (at < text.length() && text.charAt(at) == '"') {
          at++;
        } else {
          closed(word.toString(), start);
          return;
        }
      }
      line += c == '\n' ? 1 : 0;
      word.append(c);
    }
    fault(start, Text.of("双引号没有写完", "a double quote is not closed"), QUOTES);
  }

  private void closed(String word, int start) {
    if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      fault(line, Text.of("双引号之后还有文字", "there is text after a closing quote"), QUOTES);
    }
    take(word.replaceAll("\\s*\r?\n\\s*", " ").strip(), start);
  }

  private void take(String word, int where) {
    Spreadsheets.check(word, problems)
        .ifPresent(
            m -> {
              problems.cell(where, row.size(), m.what(), m.instead());
              spoilt = true;
            });
    row.add(word);
  }

  private void fault(int where, Text what, Text instead) {
    if (!bad) {
      problems.add(where, what, instead);
    }
    bad = true;
  }
}
