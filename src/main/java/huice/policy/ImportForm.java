package huice.policy;

import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Table;
import huice.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A table to fill in, one row a thing: the columns that whoever takes it in asks for, one for each
 * fact that the dictionary has, and those for where the facts of a row come from. A row whose first
 * filled cell begins with # is a note. Immutable; safe to use from all threads.
 */
public final class ImportForm {
  /** Columns about all facts of a row. */
  public static final String SOURCE = "source";

  public static final String QUALITY = "quality";
  public static final String OBTAINED = "obtained";
  public static final String VALID_FROM = "valid_from";
  public static final String VALID_TO = "valid_to";

  private static final Set<String> NOTE = Set.of("#", "＃");

  private final Text title;
  private final List<ImportColumn> columns;

  private ImportForm(Text title, List<ImportColumn> columns) {
    this.title = title;
    this.columns = List.copyOf(columns);
  }

  /** {@code first}: the columns that are no facts; {@code entity}: what a row is about. */
  public static ImportForm of(
      Text title, List<ImportColumn> first, Dictionary dictionary, Entity entity) {
    List<ImportColumn> evidence = evidence(entity);
    List<ImportColumn> own = Stream.concat(first.stream(), evidence.stream()).toList();
    List<ImportColumn> facts = FactColumns.of(dictionary, entity, own);
    return new ImportForm(title, Stream.of(first, facts, evidence).flatMap(List::stream).toList());
  }

  /** A form of columns that are no facts. */
  public static ImportForm plain(Text title, List<ImportColumn> columns) {
    return new ImportForm(title, columns);
  }

  private static List<ImportColumn> evidence(Entity entity) {
    Set<String> sources = new TreeSet<>();
    entity.facts().forEach(fact -> sources.addAll(fact.sources()));
    String some = entity.facts().stream().flatMap(f -> f.sources().stream()).findFirst().orElse("");
    return List.of(
        ImportColumn.of(
            SOURCE,
            Text.of("来源", "Source"),
            Text.of(
                "这一行的事实从哪里来，不写为 person（本人）；每项事实可用的来源见该列",
                "where the row's facts come from, person when empty; each fact names its own"),
            List.copyOf(sources),
            some,
            false),
        ImportColumn.of(
            QUALITY,
            Text.of("可靠程度", "Quality"),
            Text.of(
                "已核实、本人申报、仅比对、估计；不写为 declared",
                "verified, declared, matched or estimated; declared when empty"),
            EvidenceReader.qualities(),
            "declared",
            false),
        day(OBTAINED, "取得日期", "Obtained on", "哪天取得的，不写为导入当天", "today when empty"),
        day(VALID_FROM, "有效起始日", "Valid from", "从哪天起是这样，不写为不限", "open when empty"),
        day(VALID_TO, "有效截止日", "Valid to", "到哪天为止是这样，不写为不限", "open when empty"));
  }

  private static ImportColumn day(String id, String zh, String en, String help, String helpEn) {
    return ImportColumn.of(
        id, Text.of(zh, en), Text.of(help, helpEn), List.of(), "2024-09-01", false);
  }

  public Text title() {
    return title;
  }

  public List<ImportColumn> columns() {
    return columns;
  }

  /** The head of a column as faults name it. */
  public String head(String id) {
    return columns.stream()
        .filter(column -> column.id().equals(id))
        .map(column -> column.label().zh())
        .findFirst()
        .orElse("");
  }

  /** The filled-in rows, none when there are faults. */
  public record Read(List<ImportRow> rows, List<ImportFault> faults) {
    public Read {
      rows = List.copyOf(rows);
      faults = List.copyOf(faults);
    }
  }

  /**
   * Reads a table; formulas, merged cells and numbers that a spreadsheet has mangled are faults.
   */
  public Read read(byte[] bytes, boolean xlsx) {
    Problems problems = Problems.closed();
    SourceFile file = new SourceFile("", bytes, true);
    Table table = xlsx ? Workbook.read(file, "", "", problems) : Csv.read(file, "", "", problems);
    List<HeadedRow> headed =
        table == null
            ? List.of()
            : HeadedRow.read(
                withoutNotes(table), columns.stream().map(ImportColumn::column).toList(), problems);
    if (table != null && headed.isEmpty() && problems.count() == 0) {
      problems.add(
          0,
          Text.of("表头下面没有内容", "there is nothing below the head row"),
          Text.of("请从第二行起填写", "fill in from the second row on"));
    }
    List<ImportFault> faults =
        problems.all().stream()
            .filter(problem -> !problem.notice())
            .map(p -> new ImportFault(p.line(), "", p.what(), p.instead()))
            .toList();
    return faults.isEmpty()
        ? new Read(headed.stream().map(ImportForm::row).toList(), faults)
        : new Read(List.of(), faults);
  }

  private static Table withoutNotes(Table table) {
    List<List<String>> rows = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      List<String> row = table.rows().get(i);
      String first = row.stream().filter(cell -> !cell.isBlank()).findFirst().orElse("");
      if (first.isEmpty() || !NOTE.contains(first.substring(0, 1))) {
        rows.add(row);
        lines.add(table.lines().get(i));
      }
    }
    return new Table(table.pack(), table.scheme(), table.file(), rows, lines);
  }

  private static ImportRow row(HeadedRow row) {
    Map<String, String> cells = new LinkedHashMap<>();
    row.cells()
        .forEach(
            (column, word) -> {
              if (!word.isBlank()) {
                cells.put(column, word.strip());
              }
            });
    return new ImportRow(row.line(), cells);
  }
}
