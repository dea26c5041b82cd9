package huice.policy;

import static huice.policy.Words.say;

import huice.model.Table;
import huice.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;

/** One row of a table with a head row: its cells by the keys of their columns. */
record HeadedRow(int line, Map<String, String> cells) {

  /** Empty when there is nothing in it. */
  String cell(Column column) {
    return cells.getOrDefault(column.key(), "");
  }

  boolean has(Column column) {
    return !cell(column).isEmpty();
  }

  /** All rows below the head row; none after a problem with the head row. */
  static List<HeadedRow> read(Table table, List<Column> columns, Problems problems) {
    if (table.rows().isEmpty()) {
      problems.add(
          0,
          Text.of("没有表头", "there is no head row"),
          say("请在第一行写：%s", "write in the first row: %s", String.join("、", Column.heads(columns))));
      return List.of();
    }
    int before = problems.count();
    Map<Integer, Column> places = head(table, columns, problems);
    for (Column column : columns) {
      if (column.required() && !places.containsValue(column) && problems.count() == before) {
        problems.add(
            table.lines().get(0),
            say("没有「%s」这一列", "there is no column \"%s\"", column.zh()),
            say("请加一列「%s」（%s）", "add a column \"%s\" (%s)", column.zh(), column.key()));
      }
    }
    List<HeadedRow> rows = new ArrayList<>();
    for (int i = 1; i < table.rows().size() && problems.count() == before; i++) {
      rows.add(row(table.rows().get(i), table.lines().get(i), places, problems));
    }
    return rows;
  }

  private static Map<Integer, Column> head(Table table, List<Column> columns, Problems problems) {
    Map<Integer, Column> places = new LinkedHashMap<>();
    int line = table.lines().get(0);
    List<String> head = table.rows().get(0);
    for (int i = 0; i < head.size(); i++) {
      String word = head.get(i).strip();
      Column column = Column.named(word, columns).orElse(null);
      if (column == null && !word.isEmpty()) {
        problems.cell(
            line,
            i,
            say("没有「%s」这种列", "there is no such column as \"%s\"", problems.shown(word)),
            Words.instead(word, Column.heads(columns)));
      } else if (column != null && places.containsValue(column)) {
        problems.add(
            line,
            say("「%s」这一列写了两次", "the column \"%s\" is there twice", column.zh()),
            Text.of("请只留一列", "keep one of them"));
      } else if (column != null) {
        places.put(i, column);
      }
    }
    return places;
  }

  private static HeadedRow row(
      List<String> row, int line, Map<Integer, Column> places, Problems problems) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < row.size(); i++) {
      String word = row.get(i);
      Column column = places.get(i);
      int at = i;
      Decoding.fault(word).ifPresent(f -> problems.cell(line, at, f.what(), f.instead()));
      if (column != null) {
        cells.put(column.key(), word);
      } else if (!word.isEmpty()) {
        problems.add(
            line,
            say(
                "第 %s 列有内容「%s」，却没有表头",
                "column %s holds \"%s\" and has no head",
                CellReference.convertNumToColString(i),
                problems.shown(word)),
            Text.of("请写表头，或清空这一格", "give it a head or clear the cell"));
      }
    }
    return new HeadedRow(line, cells);
  }

  /**
   * The rows by what stands in a column, in the order of the table. An empty cell continues what
   * stands above; what comes again further down is a problem.
   */
  static Map<String, List<HeadedRow>> groups(
      List<HeadedRow> rows, Column column, Problems problems) {
    Map<String, List<HeadedRow>> groups = new LinkedHashMap<>();
    String current = "";
    for (HeadedRow row : rows) {
      String name = row.cell(column).strip();
      if (name.isEmpty() && current.isEmpty()) {
        problems.add(
            row.line(),
            say("没有写明「%s」", "no \"%s\" (%s)", column.zh(), column.key()),
            say("请填写「%s」这一格", "fill in the cell \"%s\"", column.zh()));
        continue;
      }
      if (!name.isEmpty() && !name.equals(current) && groups.containsKey(name)) {
        problems.add(
            row.line(),
            say("「%s」的行不在一起", "the rows of \"%s\" do not stand together", problems.shown(name)),
            Text.of("请把它们移到一处，或另取名称", "move them together or choose another name"));
      }
      current = name.isEmpty() ? current : name;
      groups.computeIfAbsent(current, n -> new ArrayList<>()).add(row);
    }
    return groups;
  }
}
