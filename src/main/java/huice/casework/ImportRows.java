package huice.casework;

import huice.model.Dictionary;
import huice.model.IdentityNumber;
import huice.model.Relation;
import huice.model.Statement;
import huice.model.Text;
import huice.policy.ImportFault;
import huice.policy.ImportForm;
import huice.policy.ImportRow;
import huice.policy.ImportStatements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes sheaves of the rows of a table: one a thing, with all that its rows say. Made for one
 * table; not thread-safe.
 */
final class ImportRows {
  private static final int LONGEST = 200;
  private static final Text FILL_IN = Text.of("请填写", "fill it in");

  private final ImportKind kind;
  private final ImportForm form;
  private final ImportStatements statements;
  private final LocalDate today;
  private final @Nullable UUID claim;
  private final Map<Object, Made> made = new LinkedHashMap<>();
  private final List<ImportFault> faults = new ArrayList<>();
  private int fresh;

  ImportRows(ImportKind kind, Dictionary dictionary, LocalDate today, @Nullable UUID claim) {
    this.kind = kind;
    this.form = ImportForms.of(kind, dictionary);
    this.statements = new ImportStatements(form, dictionary, kind.root(), today);
    this.today = today;
    this.claim = claim;
  }

  /** Where a statement came from: a row, and the head of its column. */
  record Place(int row, String head) {}

  /** A thing with what is said of it, the place of each statement, and its first row. */
  record Made(Subject subject, int row, List<Statement> said, List<Place> places) {}

  /** Takes a row in. */
  void take(ImportRow row) {
    int before = faults.size();
    Subject subject = subject(row);
    String path = kind.rows() ? path(row) : "";
    boolean newRow = kind.rows() && row.cell(ImportForms.ROW).isEmpty();
    ImportStatements.Said said =
        path == null || !kind.rows() ? statements.said(row) : statements.said(row, path, newRow);
    if (path != null) {
      faults.addAll(said.faults());
    }
    if (subject == null || faults.size() > before) {
      return;
    }
    Object key = key(subject);
    Made known = made.get(key);
    if (known != null && !known.subject().equals(subject)) {
      fault(
          row,
          head(),
          Text.of(
              "与第 " + known.row() + " 行是同一个，登记却不同",
              "it is the same as row " + known.row() + ", registered otherwise"),
          Text.of("请改成一致", "make them agree"));
      return;
    }
    Made one =
        made.computeIfAbsent(
            key, k -> new Made(subject, row.line(), new ArrayList<>(), new ArrayList<>()));
    for (int i = 0; i < said.said().size(); i++) {
      one.said().add(said.said().get(i));
      one.places().add(new Place(row.line(), said.heads().get(i)));
    }
  }

  private static Object key(Subject subject) {
    if (subject instanceof Subject.Asking asking) {
      return asking.request().number();
    }
    return subject instanceof Subject.Named named ? named.code() : subject;
  }

  ImportForm form() {
    return form;
  }

  List<Made> made() {
    return List.copyOf(made.values());
  }

  List<ImportFault> faults() {
    return faults;
  }

  /** The column that tells which thing a row is about. */
  String head() {
    return form.head(kind.of() == ImportKind.Of.PERSONS ? ImportForms.NUMBER : ImportForms.CODE);
  }

  /** Null after a fault. */
  private @Nullable Subject subject(ImportRow row) {
    if (claim != null) {
      return new Subject.Recorded(claim);
    }
    if (kind.of() == ImportKind.Of.PERSONS) {
      IdentityNumber number = number(row);
      if (kind.rows()) {
        return number == null ? null : new Subject.Numbered(number);
      }
      return asking(row, number);
    }
    String code = text(row, ImportForms.CODE);
    if (kind.rows()) {
      return code == null ? null : new Subject.Coded(kind.root().id(), code);
    }
    String title = text(row, ImportForms.TITLE);
    return code == null || title == null ? null : new Subject.Named(kind.root().id(), title, code);
  }

  private @Nullable Subject asking(ImportRow row, @Nullable IdentityNumber number) {
    String name = text(row, ImportForms.NAME);
    String language = row.cell(ImportForms.LANGUAGE);
    if (!language.isEmpty() && !language.matches("[a-z]{2,3}(-[A-Za-z]{2,8})?")) {
      fault(
          row,
          form.head(ImportForms.LANGUAGE),
          Text.of("不是语言代码", "this is no language code"),
          Text.of("请写 zh、ug 或 en 等", "write zh, ug, en …"));
    }
    LocalDate on = day(row, ImportForms.ASKED_ON, true);
    String channel = channel(row);
    LocalDate consent = day(row, ImportForms.CONSENT_ON, false);
    return number == null || name == null || on == null || channel == null
        ? null
        : new Subject.Asking(
            new Registration(
                number, name, language.isEmpty() ? "zh" : language, on, channel, consent));
  }

  private @Nullable IdentityNumber number(ImportRow row) {
    String text = text(row, ImportForms.NUMBER);
    IdentityNumber number = text == null ? null : IdentityNumber.of(text, today).orElse(null);
    if (text != null && number == null) {
      fault(
          row,
          form.head(ImportForms.NUMBER),
          Text.of("不是有效的身份证件号码", "this is no valid identity number"),
          Text.of("请核对 18 位（或 15 位）号码和校验码", "check the 18 (or 15) digits and the check digit"));
    }
    return number;
  }

  private @Nullable String channel(ImportRow row) {
    String word = text(row, ImportForms.CHANNEL);
    String channel = word == null ? null : ImportForms.CHANNELS.getOrDefault(word, word);
    if (channel != null && !Persons.CHANNELS.contains(channel)) {
      String words = String.join("、", ImportForms.CHANNELS.keySet());
      fault(
          row,
          form.head(ImportForms.CHANNEL),
          Text.of("没有这种方式", "there is no such channel"),
          Text.of("可以写：" + words, "one of: " + words));
      return null;
    }
    return channel;
  }

  private @Nullable LocalDate day(ImportRow row, String column, boolean required) {
    String text = required ? text(row, column) : row.cell(column);
    if (text == null || text.isEmpty()) {
      return null;
    }
    LocalDate day = row.day(column);
    if (day == null || day.isAfter(today)) {
      fault(
          row,
          form.head(column),
          day == null ? Text.of("不是日期", "this is no date") : Text.of("在今天之后", "it is after today"),
          Text.of("按 年-月-日 写，如 2024-09-01", "write year-month-day: 2024-09-01"));
      return null;
    }
    return day;
  }

  /** What a required cell holds; null after a fault. */
  private @Nullable String text(ImportRow row, String column) {
    String text = row.cell(column);
    if (text.isEmpty() || text.length() > LONGEST) {
      fault(
          row,
          form.head(column),
          text.isEmpty()
              ? Text.of("没有填写", "it is missing")
              : Text.of("超过 " + LONGEST + " 个字", "more than " + LONGEST + " characters"),
          FILL_IN);
      return null;
    }
    return text;
  }

  /** The path of the row of a list that a row of the table is about; null after a fault. */
  private @Nullable String path(ImportRow row) {
    StringBuilder path = new StringBuilder();
    int last = kind.lists().size() - 1;
    for (int i = 0; i <= last; i++) {
      Relation list = kind.lists().get(i);
      String column = ImportForms.key(list, i == last);
      String key = row.cell(column);
      boolean given = key.matches("r[1-9][0-9]{0,5}");
      if (!given && (i < last || !key.isEmpty())) {
        fault(
            row,
            form.head(column),
            key.isEmpty()
                ? Text.of("没有填写", "it is missing")
                : Text.of("不是行号", "this is no row key"),
            Text.of("请写 r1、r2 等", "write r1, r2 …"));
        return null;
      }
      // a word of its own for each new row
      String word = given ? key : "new" + Integer.toString(++fresh, Character.MAX_RADIX);
      path.append(path.isEmpty() ? "" : ".").append(list.id()).append('[').append(word).append(']');
    }
    return path.toString();
  }

  private void fault(ImportRow row, String head, Text what, Text instead) {
    faults.add(new ImportFault(row.line(), head, what, instead));
  }
}
