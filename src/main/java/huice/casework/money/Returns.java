package huice.casework.money;

import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Text;
import huice.policy.ImportColumn;
import huice.policy.ImportFault;
import huice.policy.ImportForm;
import huice.policy.ImportRow;
import huice.store.BatchTable;
import huice.store.DueTable;
import huice.store.LedgerTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What banks answer: a table is taken in whole or not at all, and once. Only what the bank calls
 * paid is paid; what it could not pay waits again in its place, with a task to ask for another
 * account. Thread-safe.
 */
@ApplicationScoped
public class Returns {
  private static final String BATCH = "batch";
  private static final String LINE = "line";
  private static final String SUM = "sum";
  private static final String RESULT = "result";
  private static final String REASON = "reason";
  private static final String DAY = "day";
  private static final Map<String, Boolean> WORDS =
      Map.of("成功", true, "已付", true, "paid", true, "失败", false, "退回", false, "failed", false);
  private static final int MOST_REASON = 200;

  private final BatchTable table;
  private final DueTable dues;
  private final LedgerTable ledger;
  private final BatchViews views;
  private final MoneyLog log;

  Returns(BatchTable table, DueTable dues, LedgerTable ledger, BatchViews views, MoneyLog log) {
    this.table = table;
    this.dues = dues;
    this.ledger = ledger;
    this.views = views;
    this.log = log;
  }

  /** What came of a table; {@code known}: how many of its rows were known before. */
  @Schema(name = "BankReturn")
  public record Taken(BatchView batch, int rows, int paid, int failed, int known) {}

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
                Text.of("成功或失败", "paid or failed"),
                List.of("成功", "失败"),
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
   * Takes a table in. The same table again changes nothing; rows that are known already neither.
   *
   * @throws Invalid with every bad row, its number and what is wrong; nothing is kept then
   * @throws Conflict when the batch is not with the bank
   */
  @Transactional
  public Taken take(UUID id, boolean xlsx, byte[] bytes, Actor by, Now now) {
    dues.lock();
    BatchTable.Batch batch =
        table.find(id).orElseThrow(() -> new Absent(Text.of("没有这个批次", "there is no such batch")));
    Instant released = batch.releasedAt();
    if (released == null) {
      throw new Conflict(Text.of("这个批次还没有放行", "this batch is not released"));
    }
    byte[] digest = digest(bytes);
    BatchTable.Returned before = table.returned(id, digest).orElse(null);
    if (before != null) {
      return new Taken(views.of(batch), before.rows(), 0, 0, before.rows());
    }
    Reading reading = new Reading(batch, released, now);
    List<Answer> answers = reading.read(form().read(bytes, xlsx));
    return keep(batch, digest, answers, by, now);
  }

  private Taken keep(
      BatchTable.Batch batch, byte[] digest, List<Answer> answers, Actor by, Now now) {
    UUID returned = UUID.randomUUID();
    table.add(
        new BatchTable.Returned(returned, batch.id(), digest, answers.size(), now.at(), by.id()));
    int paid = 0;
    int failed = 0;
    for (Answer answer : answers) {
      if (answer.known()) {
        continue;
      }
      table.add(
          new BatchTable.Result(
              batch.id(),
              answer.line().no(),
              answer.paid(),
              answer.reason(),
              answer.day(),
              returned));
      if (answer.paid()) {
        paid++;
        paid(batch, answer, by, now);
      } else {
        failed++;
        failed(batch, answer, now);
      }
    }
    BatchView view = views.of(batch);
    log.act(
        by,
        null,
        Map.of(
            "act",
            "bank-return",
            "batch",
            batch.id(),
            "rows",
            answers.size(),
            "paid",
            paid,
            "failed",
            failed),
        now);
    return new Taken(view, answers.size(), paid, failed, answers.size() - paid - failed);
  }

  private void paid(BatchTable.Batch batch, Answer answer, Actor by, Now now) {
    for (DueTable.Due due : dues.inBatch(batch.id())) {
      Integer line = due.line();
      if (line != null && line == answer.line().no()) {
        ledger.add(
            new LedgerTable.Line(
                null,
                "paid",
                due.application(),
                due.decision(),
                due.period(),
                due.id(),
                batch.id(),
                line,
                null,
                due.amount(),
                answer.day(),
                now.at(),
                by.id()));
      }
    }
  }

  private void failed(BatchTable.Batch batch, Answer answer, Now now) {
    BatchTable.Line line = answer.line();
    dues.free(batch.id(), line.no());
    String reason = answer.reason();
    table.add(
        new BatchTable.Task(
            UUID.randomUUID(),
            line.record(),
            line.office(),
            batch.id(),
            line.no(),
            reason == null ? "" : reason,
            now.at(),
            null,
            null));
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a row says; {@code known}: it was said before. */
  private record Answer(
      BatchTable.Line line, boolean paid, @Nullable String reason, LocalDate day, boolean known) {}

  /** One reading of one table. */
  private final class Reading {
    private final BatchTable.Batch batch;
    private final LocalDate first;
    private final LocalDate last;
    private final Map<String, BatchTable.Line> lines = new HashMap<>();
    private final Map<Integer, BatchTable.Result> results = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Invalid.Fault> faults = new ArrayList<>();

    Reading(BatchTable.Batch batch, Instant released, Now now) {
      this.batch = batch;
      this.first = LocalDate.ofInstant(released, ZoneId.of("Asia/Shanghai"));
      this.last = now.today();
      table.lines(batch.id()).forEach(line -> lines.put(Integer.toString(line.no()), line));
      table.results(batch.id()).forEach(result -> results.put(result.no(), result));
    }

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
      BatchTable.Line line = lines.get(row.cell(LINE));
      if (!row.cell(BATCH).equals(BatchViews.number(batch))) {
        fault(row, BATCH, "不是这个批次", "it is another batch");
      }
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
      Boolean paid = WORDS.get(row.cell(RESULT));
      if (paid == null) {
        fault(row, RESULT, "只能写成功或失败", "write 成功 or 失败");
        return null;
      }
      String reason = row.cell(REASON);
      if (!paid && reason.isBlank() || reason.length() > MOST_REASON) {
        fault(row, REASON, "失败的要写原因，最多 200 字", "a failed one has a reason, 200 characters at most");
      }
      LocalDate day = row.day(DAY);
      if (day == null || day.isBefore(first) || day.isAfter(last)) {
        fault(row, DAY, "日期须在放行以后、今天以前", "the day lies between the release and today");
        return null;
      }
      BatchTable.Result known = results.get(line.no());
      if (known != null && known.paid() != paid) {
        fault(row, RESULT, "和已读入的回单相反", "the opposite was read before");
      }
      return faults.size() > before
          ? null
          : new Answer(line, paid, paid ? null : reason, day, known != null);
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
}
