package huice.casework.money;

import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Text;
import huice.store.BatchTable;
import huice.store.DueTable;
import huice.store.LedgerTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What banks answer: a table is taken in whole or not at all, and once. Only what the bank calls
 * paid is paid; what it could not pay, or takes back later, waits again in its place, with a task
 * for the office to ask for another account. Thread-safe.
 */
@ApplicationScoped
public class Returns {
  private final BatchTable table;
  private final DueTable dues;
  private final LedgerTable ledger;
  private final EarlierBenefits earlier;
  private final BatchViews views;
  private final MoneyLog log;

  Returns(
      BatchTable table,
      DueTable dues,
      LedgerTable ledger,
      EarlierBenefits earlier,
      BatchViews views,
      MoneyLog log) {
    this.table = table;
    this.dues = dues;
    this.ledger = ledger;
    this.earlier = earlier;
    this.views = views;
    this.log = log;
  }

  /**
   * What came of a table; {@code takenBack}: had been paid and came back; {@code known}: how many
   * of its rows were known before.
   */
  @Schema(name = "BankReturn")
  public record Taken(BatchView batch, int rows, int paid, int failed, int takenBack, int known) {}

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
      return new Taken(views.of(batch), before.rows(), 0, 0, 0, before.rows());
    }
    ReturnTable reading = new ReturnTable(table, batch, released, now);
    return keep(batch, digest, reading.read(ReturnTable.form().read(bytes, xlsx)), by, now);
  }

  private Taken keep(
      BatchTable.Batch batch, byte[] digest, List<ReturnTable.Answer> answers, Actor by, Now now) {
    UUID returned = UUID.randomUUID();
    table.add(
        new BatchTable.Returned(returned, batch.id(), digest, answers.size(), now.at(), by.id()));
    for (ReturnTable.Answer answer : answers) {
      switch (answer.meaning()) {
        case PAID -> paid(batch, answer, returned, by, now);
        case FAILED -> failed(batch, answer, returned, now);
        case TAKEN_BACK -> takenBack(batch, answer, returned, by, now);
        case KNOWN -> {}
      }
    }
    Taken taken =
        new Taken(
            views.of(batch),
            answers.size(),
            count(answers, ReturnTable.Meaning.PAID),
            count(answers, ReturnTable.Meaning.FAILED),
            count(answers, ReturnTable.Meaning.TAKEN_BACK),
            count(answers, ReturnTable.Meaning.KNOWN));
    log.act(
        by,
        null,
        Map.of(
            "act",
            "bank-return",
            "batch",
            batch.id(),
            "rows",
            taken.rows(),
            "paid",
            taken.paid(),
            "failed",
            taken.failed(),
            "takenBack",
            taken.takenBack()),
        now);
    return taken;
  }

  private static int count(List<ReturnTable.Answer> answers, ReturnTable.Meaning meaning) {
    return (int) answers.stream().filter(answer -> answer.meaning() == meaning).count();
  }

  private void paid(
      BatchTable.Batch batch, ReturnTable.Answer answer, UUID returned, Actor by, Now now) {
    result(batch, answer, true, returned);
    List<DueTable.Due> line = dues(batch, answer);
    line.forEach(due -> booked(LedgerTable.PAID, due, batch, answer, by, now));
    earlier.paid(batch.id(), answer.line(), line, by, now);
  }

  private void failed(BatchTable.Batch batch, ReturnTable.Answer answer, UUID returned, Now now) {
    result(batch, answer, false, returned);
    dues.free(batch.id(), answer.line().no());
    task(batch, answer, now);
  }

  /**
   * A row against what was paid; the months are ended, and the same are due again in their place.
   */
  private void takenBack(
      BatchTable.Batch batch, ReturnTable.Answer answer, UUID returned, Actor by, Now now) {
    int no = answer.line().no();
    table.add(new BatchTable.TakenBack(batch.id(), no, reason(answer), answer.day(), returned));
    List<DueTable.Due> line = dues(batch, answer);
    line.forEach(due -> booked(LedgerTable.TAKEN_BACK, due, batch, answer, by, now));
    dues.takenBack(batch.id(), no, now.at());
    for (DueTable.Due due : line) {
      dues.add(
          new DueTable.Due(
              UUID.randomUUID(),
              due.claim(),
              due.application(),
              due.decision(),
              due.period(),
              due.share(),
              due.kind(),
              due.amount(),
              null,
              null,
              null,
              null));
    }
    earlier.takenBack(batch.id(), no, by, now);
    task(batch, answer, now);
  }

  private List<DueTable.Due> dues(BatchTable.Batch batch, ReturnTable.Answer answer) {
    return dues.inBatch(batch.id()).stream()
        .filter(due -> Integer.valueOf(answer.line().no()).equals(due.line()))
        .toList();
  }

  private void result(
      BatchTable.Batch batch, ReturnTable.Answer answer, boolean paid, UUID returned) {
    table.add(
        new BatchTable.Result(
            batch.id(), answer.line().no(), paid, answer.reason(), answer.day(), returned));
  }

  private void booked(
      String kind,
      DueTable.Due due,
      BatchTable.Batch batch,
      ReturnTable.Answer answer,
      Actor by,
      Now now) {
    LocalDate day = answer.day();
    ledger.add(
        new LedgerTable.Line(
            null,
            kind,
            due.application(),
            due.decision(),
            due.period(),
            due.share(),
            answer.line().record(),
            due.id(),
            batch.id(),
            answer.line().no(),
            null,
            due.amount(),
            day,
            now.at(),
            by.id()));
  }

  private void task(BatchTable.Batch batch, ReturnTable.Answer answer, Now now) {
    BatchTable.Line line = answer.line();
    table.add(
        new BatchTable.Task(
            UUID.randomUUID(),
            line.record(),
            line.office(),
            batch.id(),
            line.no(),
            reason(answer),
            now.at(),
            null,
            null));
  }

  private static String reason(ReturnTable.Answer answer) {
    String reason = answer.reason();
    return reason == null ? "" : reason;
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
