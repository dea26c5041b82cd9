package huice.engine;

import huice.engine.Vocabulary.Match;
import huice.engine.Vocabulary.Scope;
import huice.model.Table;
import huice.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a decision table into restricted DRL, one rule a row, each line keeping the row it came
 * from.
 */
final class TableExpander {
  static final String COLUMN = "列";
  private static final String ROW = "行";
  private static final String OTHER = "其他";
  private static final Map<String, String> HEADS =
      Map.of(
          "表", "title", "类别", "kind", "对象", "subject", "条款", "clause", "施行", "since", "命中", "hit",
          "逐月", "monthly");
  private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<|=|≥|≤|＞|＜|＝)?(〔[^〕]+〕.*)");
  private static final Pattern DATES =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:起|至(\\d{4}-\\d{2}-\\d{2}))?");

  private record Column(String head, boolean consequence, @Nullable Match measure) {}

  private final Vocabulary vocabulary;
  private final Table table;
  private final Faults faults;
  private final Map<String, String> heads = new LinkedHashMap<>();
  private final List<String> drl = new ArrayList<>();
  private final List<Expansion.Origin> origins = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();

  private TableExpander(Vocabulary vocabulary, Table table, Faults faults) {
    this.vocabulary = vocabulary;
    this.table = table;
    this.faults = faults;
  }

  /** The DRL and whether rows must exclude one another. */
  record Rows(Expansion expansion, boolean unique) {}

  static Rows expand(Vocabulary vocabulary, Table table, Faults faults) {
    TableExpander expander = new TableExpander(vocabulary, table, faults);
    expander.run();
    return new Rows(
        new Expansion(String.join("\n", expander.drl) + "\n", expander.origins),
        "唯一".equals(expander.heads.get("hit")));
  }

  private void run() {
    int at = 0;
    Map<String, Integer> lines = new HashMap<>();
    while (at < table.rows().size() && HEADS.containsKey(cell(at, 0))) {
      Integer before = lines.putIfAbsent(cell(at, 0), table.lines().get(at));
      if (before != null) {
        faults.add(
            table.lines().get(at),
            "「" + cell(at, 0) + "」写了两次，第 " + before + " 行已有",
            cell(at, 0) + " stands twice: it is on line " + before + " already",
            "只留一行",
            "keep one line");
      }
      heads.put(HEADS.get(cell(at, 0)), cell(at, 1));
      at++;
    }
    if (at == table.rows().size() || !cell(at, 0).equals(ROW) || !heads.containsKey("title")) {
      faults.add(
          at < table.lines().size() ? table.lines().get(at) : 1,
          "表头不完整",
          "the head of the table is incomplete",
          "先写 表、类别、对象、条款、施行、命中，再写以“行”开头的表头一行",
          "write 表, 类别, 对象, 条款, 施行, 命中, then the head row that begins with 行");
      return;
    }
    hit(at);
    head(at);
    if (faults.any()) {
      return;
    }
    if (at + 1 == table.rows().size()) {
      faults.add(
          table.lines().get(at),
          "表里没有一行规则",
          "the table has no rows",
          "在表头下写各行",
          "write rows below the head");
    }
    for (int row = at + 1; row < table.rows().size(); row++) {
      row(row, at + 1);
    }
  }

  private void hit(int at) {
    String hit = heads.getOrDefault("hit", "");
    if (!hit.equals("唯一") && !hit.equals("先中先得")) {
      faults.add(
          table.lines().get(at),
          "没有写明命中方式",
          "the hit policy is missing",
          "写“命中,先中先得”或“命中,唯一”",
          "write 命中,先中先得 (first) or 命中,唯一 (unique)");
    }
  }

  private void head(int at) {
    int line = table.lines().get(at);
    Set<String> seen = new LinkedHashSet<>();
    for (int c = 1; c < table.rows().get(at).size(); c++) {
      String head = cell(at, c);
      if (!head.isEmpty() && !seen.add(head)) {
        faults.add(
            line,
            "列「" + head + "」写了两次",
            "the column \"" + head + "\" stands twice",
            "合并成一列",
            "make it one");
      }
      boolean plain = head.equals("条款") || head.equals("施行") || head.isEmpty();
      boolean consequence = head.startsWith("→");
      Match measure = null;
      if (!plain && !consequence) {
        Optional<Match> match = vocabulary.match(COLUMN + head, Scope.ANY);
        if (match.isEmpty()) {
          List<String> near = vocabulary.nearest(COLUMN + head, Scope.ANY);
          faults.add(
              line,
              Text.of("没有这样的列「" + head + "」", "there is no such column \"" + head + "\""),
              near.isEmpty()
                  ? Text.of("在词汇表里加一行 [*]列 …=度量", "add [*]列 …=measure to the vocabulary")
                  : Text.of(
                      "是否想写「" + near.get(0).substring(1).strip() + "」？",
                      "did you mean \"" + near.get(0).substring(1).strip() + "\"?"));
        } else {
          measure = match.get();
        }
      }
      columns.add(new Column(head, consequence, measure));
    }
  }

  private void row(int row, int first) {
    int line = table.lines().get(row);
    String label = cell(row, 0);
    if (label.isEmpty()) {
      faults.add(
          line, "这一行没有名称", "this row has no label", "在第一格写行的名称", "write a label in the first cell");
    }
    if (table.rows().get(row).size() > columns.size() + 1) {
      faults.add(
          line,
          "这一行比表头多出格子",
          "this row has more cells than the head",
          "删去多余的格子",
          "remove the extra cells");
    }
    put(
        "rule \"" + heads.get("title") + "#" + label.replace("\"", "") + "\"",
        line,
        label,
        null,
        List.of());
    annotations(row, line);
    put("when", line, "", null, List.of());
    List<String> actions = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      String cell = cell(row, c + 1);
      if (cell.isEmpty()) {
        continue;
      }
      if (column.consequence()) {
        actions.add(cell);
      } else if (column.measure() != null) {
        condition(column, cell, line, first, c + 1);
      }
    }
    put("then", line, "", null, List.of());
    for (String action : actions) {
      action(action, line);
    }
    put("end", line, "", null, List.of());
  }

  private void annotations(int row, int line) {
    for (String key : List.of("kind", "subject")) {
      if (heads.containsKey(key)) {
        put("@" + key + "(\"" + heads.get(key) + "\")", line, "", null, List.of());
      }
    }
    if (heads.containsKey("monthly")) {
      put("@monthly(\"yes\")", line, "", null, List.of());
    }
    String clause = named(row, "条款", heads.get("clause"));
    if (clause != null) {
      put("@clause(\"" + clause + "\")", line, "", null, List.of());
    }
    String dates = named(row, "施行", heads.get("since"));
    if (dates != null) {
      Matcher matcher = DATES.matcher(dates.replaceAll("\\s", ""));
      if (!matcher.matches()) {
        faults.add(
            line,
            "施行日期「" + dates + "」写法不对",
            "\"" + dates + "\" is no date in force",
            "写“2024-01-01 起”或“2024-01-01 至 2024-12-31”",
            "write 2024-01-01 起 or 2024-01-01 至 2024-12-31");
        return;
      }
      put("@since(\"" + matcher.group(1) + "\")", line, "", null, List.of());
      if (matcher.group(2) != null) {
        put("@until(\"" + matcher.group(2) + "\")", line, "", null, List.of());
      }
    }
  }

  private @Nullable String named(int row, String head, @Nullable String otherwise) {
    for (int c = 0; c < columns.size(); c++) {
      if (columns.get(c).head().equals(head) && !cell(row, c + 1).isEmpty()) {
        return cell(row, c + 1);
      }
    }
    return otherwise;
  }

  private void condition(Column column, String cell, int line, int first, int place) {
    Match match = column.measure();
    if (match == null) {
      return;
    }
    if (Words.plain(cell).equals(OTHER)) {
      Set<String> named = new LinkedHashSet<>();
      for (int row = first; row < table.rows().size(); row++) {
        String other = cell(row, place);
        if (!other.isEmpty() && !Words.plain(other).equals(OTHER)) {
          named.addAll(List.of(other.split("或")));
        }
      }
      for (String value : named) {
        one(column, match, value.strip(), "not ", column.head() + " " + value.strip(), line);
      }
      return;
    }
    String join = "";
    for (String value : cell.split("或")) {
      one(column, match, value.strip(), join, column.head() + " " + value.strip(), line);
      join = "or ";
    }
  }

  private void one(Column column, Match match, String value, String join, String text, int line) {
    String measure = match.expansion();
    String operand;
    String op = "==";
    Matcher bound = BOUND.matcher(value.replaceAll("\\s", ""));
    List<String> caught = new ArrayList<>(match.caught().values());
    if (value.equals("是") || value.equals("否")) {
      operand = value.equals("是") ? "true" : "false";
      caught.add(value);
    } else if (bound.matches()) {
      op = op(bound.group(1));
      operand = "parameter(\"" + bound.group(2) + "\")";
      caught.add(op);
    } else {
      operand =
          (value.matches("[<>=≥≤]?\\s*[\\d.]+%?") ? "parameter" : "choice")
              + "(\""
              + value.replace("\"", "")
              + "\")";
      caught.add(value);
    }
    put(
        join + "Case( " + measure + " " + op + " " + operand + " )",
        line,
        text,
        match.entry(),
        caught);
  }

  private static String op(@Nullable String sign) {
    return switch (sign == null ? "=" : sign) {
      case ">=", "≥" -> ">=";
      case "<=", "≤" -> "<=";
      case ">", "＞" -> ">";
      case "<", "＜" -> "<";
      default -> "==";
    };
  }

  private void action(String sentence, int line) {
    Optional<Match> match = vocabulary.match(sentence, Scope.CONSEQUENCE);
    if (match.isPresent()) {
      put(
          match.get().expansion(),
          line,
          sentence,
          match.get().entry(),
          List.copyOf(match.get().caught().values()));
      return;
    }
    List<String> near = vocabulary.nearest(sentence, Scope.CONSEQUENCE);
    faults.add(
        line,
        Text.of("没有这样的句子「" + sentence + "」", "there is no such sentence \"" + sentence + "\""),
        near.isEmpty()
            ? Text.of("可用的句子见 ./huice vocabulary", "see ./huice vocabulary")
            : Text.of(
                "是否想写「" + String.join("」或「", near) + "」？",
                "did you mean \"" + String.join("\" or \"", near) + "\"?"));
  }

  private String cell(int row, int column) {
    List<String> cells = table.rows().get(row);
    return column < cells.size() ? cells.get(column).strip() : "";
  }

  private void put(
      String line, int origin, String text, Vocabulary.@Nullable Entry entry, List<String> caught) {
    drl.add(line);
    origins.add(new Expansion.Origin(origin, text, entry, caught));
  }
}
