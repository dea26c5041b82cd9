package huice.casework.money;

import huice.casework.Invalid;
import huice.casework.decision.Now;
import huice.model.Text;
import huice.policy.ImportColumn;
import huice.policy.ImportFault;
import huice.policy.ImportForm;
import huice.policy.ImportRow;
import huice.store.BatchTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of one table of a bank's answers; all its faults are told. Not thread-safe. */
final class ReturnTable {
  private static final String BATCH = "batch";
  private static final String LINE = "line";
  private static final String SUM = "sum";
  private static final String RESULT = "result";
  private static final String REASON = "reason";
  private static final String DAY = "day";
  private static final int MOST_REASON = 200;

  /** What a bank calls what became of a payment. */
  private enum Word {
    PAID,
    FAILED,
    /** It did not arrive, or it went back after it had been called paid. */
    BACK
  }

  private static final Map<String, Word> WORDS =
      Map.of(
          "成功", Word.PAID,
          "已付", Word.PAID,
          "paid", Word.PAID,
          "失败", Word.FAILED,
          "failed", Word.FAILED,
          "退回", Word.BACK,
          "退汇", Word.BACK,
          "returned", Word.BACK);

  /** What a row comes to, by what was known of its line before. */
  enum Meaning {
    PAID,
    FAILED,
    TAKEN_BACK,
    /** It was said before. */
    KNOWN
  }

  /** What a row says. */
  record Answer(BatchTable.Line line, Meaning meaning, @Nullable String reason, LocalDate day) {}

  private final BatchTable.Batch batch;
  private final LocalDate first;
  private final LocalDate last;
  private final Map<String, BatchTable.Line> lines = new HashMap<>();
  private final Map<Integer, BatchTable.Result> results = new HashMap<>();
  private final Map<Integer, BatchTable.TakenBack> takenBack = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final List<Invalid.Fault> faults = new ArrayList<>();

  ReturnTable(BatchTable table, BatchTable.Batch batch, Instant released, Now now) {
    this.batch = batch;
    this.first = LocalDate.ofInstant(released, ZoneId.of("Asia/Shanghai"));
    this.last = now.today();
    table.lines(batch.id()).forEach(line -> lines.put(Integer.toString(line.no()), line));
    table.results(batch.id()).forEach(result -> results.put(result.no(), result));
    table.takenBack(batch.id()).forEach(back -> takenBack.put(back.no(), back));
  }

  /** The form of the table. */
  static ImportForm form() {
    return ImportForm.plain(
        Text.of("银行回单", "Bank return"),
        List.of(
            column(BATCH, "批次号", "Batch", "P20260105-1", true),
            column(LINE, "行号", "Line", "1", true),
            column(SUM, "金额", "Sum", "1234.50", true),
            ImportColumn.of(
                RESULT,
                Text.of("结果", "Result"),
                Text.of("成功、失败，或到账后又退回", "paid, failed, or returned after it was paid"),
                List.of("成功", "失败", "退回"),
                "成功",
                true),
            column(REASON, "失败原因", "Reason", "账号户名不符", false),
            column(DAY, "日期", "Day", "2026-01-05", true)));
  }

  private static ImportColumn column(
      String id, String zh, String en, String example, boolean required) {
    return ImportColumn.of(
        id, Text.of(zh, en), Text.of("照银行的回单", "as the bank says"), List.of(), example, required);
  }

  /**
   * The rows' answers.
   *
   * @throws Invalid naming every bad row
   */
  List<Answer> read(ImportForm.Read read) {
    for (ImportFault fault : read.faults()) {
      faults.add(
          new Invalid.Fault(
              "/rows/" + fault.row() + "/" + fault.column(), fault.what(), fault.instead()));
    }
    List<Answer> answers = new ArrayList<>();
    for (ImportRow row : read.rows()) {
      Answer answer = answer(row);
      if (answer != null) {
        answers.add(answer);
      }
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return answers;
  }

  private @Nullable Answer answer(ImportRow row) {
    int before = faults.size();
    BatchTable.Line line = line(row);
    Word word = WORDS.get(row.cell(RESULT));
    if (word == null) {
      fault(row, RESULT, "只能写成功、失败或退回", "write 成功, 失败 or 退回");
    }
    if (line == null || word == null) {
      return null;
    }
    String reason = row.cell(REASON);
    if (word != Word.PAID && reason.isBlank() || reason.length() > MOST_REASON) {
      fault(
          row,
          REASON,
          "失败或退回的要写原因，最多 200 字",
          "what is not paid has a reason, 200 characters at most");
    }
    Meaning meaning = meaning(row, line.no(), word);
    LocalDate day = row.day(DAY);
    if (day == null || day.isBefore(since(line.no(), meaning)) || day.isAfter(last)) {
      fault(
          row, DAY, "日期须在放行（退回的，须在到账）以后、今天以前", "the day lies between release or payment and today");
      return null;
    }
    return faults.size() > before
        ? null
        : new Answer(line, meaning, word == Word.PAID ? null : reason, day);
  }

  private BatchTable.@Nullable Line line(ImportRow row) {
    if (!row.cell(BATCH).equals(BatchViews.number(batch))) {
      fault(row, BATCH, "不是这个批次", "it is another batch");
    }
    BatchTable.Line line = lines.get(row.cell(LINE));
    if (line == null) {
      fault(row, LINE, "批次里没有这一行", "the batch has no such line");
      return null;
    }
    if (!seen.add(row.cell(LINE))) {
      fault(row, LINE, "这一行在表里出现了两次", "the line stands twice in the table");
    }
    BigDecimal sum = sum(row.cell(SUM));
    if (sum == null || sum.compareTo(line.amount()) != 0) {
      fault(row, SUM, "金额和批次不一致", "the sum differs from the batch");
    }
    return line;
  }

  private Meaning meaning(ImportRow row, int no, Word word) {
    BatchTable.Result known = results.get(no);
    if (known == null) {
      return word == Word.PAID ? Meaning.PAID : Meaning.FAILED;
    }
    if (known.paid() && word == Word.BACK) {
      return takenBack.containsKey(no) ? Meaning.KNOWN : Meaning.TAKEN_BACK;
    }
    if (known.paid() != (word == Word.PAID)) {
      fault(
          row,
          RESULT,
          "和已读入的回单相反；到账后又退回的写退回",
          "the opposite was read before; if it came back, write 退回");
    }
    return Meaning.KNOWN;
  }

  /** What came back did so once it was paid. */
  private LocalDate since(int no, Meaning meaning) {
    BatchTable.Result known = results.get(no);
    return meaning == Meaning.TAKEN_BACK && known != null ? known.onDay() : first;
  }

  private void fault(ImportRow row, String column, String zh, String en) {
    faults.add(
        new Invalid.Fault(
            "/rows/" + row.line() + "/" + column,
            Text.of("第 " + row.line() + " 行：" + zh, "row " + row.line() + ": " + en),
            Text.of("请和银行核对", "check it with the bank")));
  }

  private static @Nullable BigDecimal sum(String text) {
    return text.matches("[0-9]{1,12}([.][0-9]{1,2})?") ? new BigDecimal(text) : null;
  }
}
