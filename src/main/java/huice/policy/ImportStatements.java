package huice.policy;

import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Evidence;
import huice.model.Statement;
import huice.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the rows of a table into statements, read by the reader of all statements. Thread-safe;
 * keeps nothing.
 *
 * @param root what the statements' paths begin at
 * @param today the day for what names no day on which it was obtained
 */
public record ImportStatements(
    ImportForm form, Dictionary dictionary, Entity root, LocalDate today) {
  private static final Pattern PLACE = Pattern.compile("/entries/(\\d+)/?(\\w*)");

  /** Keys of a statement by the columns that say them for all facts of a row. */
  private static final Map<String, String> TERMS =
      Map.of(
          "source", ImportForm.SOURCE,
          "quality", ImportForm.QUALITY,
          "obtained", ImportForm.OBTAINED,
          "validFrom", ImportForm.VALID_FROM,
          "validTo", ImportForm.VALID_TO);

  /** What a row says, each statement with the head of its column; nothing when there are faults. */
  public record Said(List<Statement> said, List<String> heads, List<ImportFault> faults) {
    public Said {
      said = List.copyOf(said);
      heads = List.copyOf(heads);
      faults = List.copyOf(faults);
    }
  }

  /** What a row says of the root itself. */
  public Said said(ImportRow row) {
    return said(row, "", false);
  }

  /**
   * What a row says of one row of a list.
   *
   * @param path of that row, such as {@code list[new]} or {@code list[r3]}
   * @param fresh whether it is new, and there even if nothing is known of it
   */
  public Said said(ImportRow row, String path, boolean fresh) {
    List<Tree> entries = new ArrayList<>();
    List<String> heads = new ArrayList<>();
    for (ImportColumn column : form.columns()) {
      String cell = row.cell(column.id());
      if (column.fact() != null && !cell.isEmpty()) {
        String place = path.isEmpty() ? column.path() : path + "." + column.path();
        entries.add(entry(row, place, "value", cell));
        heads.add(column.label().zh());
      }
    }
    if (entries.isEmpty() && fresh) {
      entries.add(entry(row, path, "row", "true"));
      heads.add("");
    }
    if (entries.isEmpty()) {
      return new Said(List.of(), List.of(), List.of());
    }
    Tree tree = mapping(Map.of("entries", new Tree.Sequence(entries, row.line())), row.line());
    StatementReader.Read read = StatementReader.read(dictionary, root, tree, today);
    return new Said(read.said(), heads, faults(read.faults(), heads, row.line()));
  }

  private static Tree entry(ImportRow row, String path, String says, String cell) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    fields.put("path", scalar(path, row));
    fields.put(says, scalar(cell, row));
    fields.put("source", scalar(Evidence.DECLARED.source(), row));
    TERMS.forEach(
        (key, column) -> {
          boolean ofValues = key.startsWith("valid") && says.equals("row");
          if (!row.cell(column).isEmpty() && !ofValues) {
            fields.put(key, scalar(row.cell(column), row));
          }
        });
    return mapping(fields, row.line());
  }

  private static Tree scalar(String text, ImportRow row) {
    return new Tree.Scalar(text, Tree.Scalar.Form.QUOTED, row.line());
  }

  private static Tree mapping(Map<String, Tree> fields, int line) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    fields.forEach((key, value) -> entries.put(key, new Tree.Entry(key, line, value)));
    return new Tree.Mapping(entries, line);
  }

  /** Each fault once, however many facts of the row have it. */
  private List<ImportFault> faults(List<CaseFault> found, List<String> heads, int line) {
    List<ImportFault> faults = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (CaseFault fault : found) {
      Matcher place = PLACE.matcher(fault.pointer());
      String term = place.matches() ? TERMS.get(place.group(2)) : null;
      String head =
          term != null
              ? form.head(term)
              : place.matches() ? heads.get(Integer.parseInt(place.group(1))) : "";
      Text what = fault.what();
      if (told.add(head + "\n" + what.zh())) {
        faults.add(new ImportFault(line, head, what, fault.instead()));
      }
    }
    return faults;
  }
}
