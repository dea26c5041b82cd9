package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payment batches, what the bank said of their lines, and what is to be done about failed ones.
 * Works in the caller's transaction; thread-safe.
 */
@ApplicationScoped
public class BatchTable {
  private static final int MOST = 200;

  private final Sql sql;

  BatchTable(Sql sql) {
    this.sql = sql;
  }

  public record Batch(
      UUID id,
      @Nullable Long no,
      String fund,
      int year,
      LocalDate madeOn,
      Instant madeAt,
      UUID madeBy,
      @Nullable Instant releasedAt,
      @Nullable UUID releasedBy,
      @Nullable Instant droppedAt,
      @Nullable UUID droppedBy) {}

  public record Line(
      UUID batch,
      int no,
      UUID record,
      UUID account,
      String scheme,
      String office,
      BigDecimal amount) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Returned(UUID id, UUID batch, byte[] digest, int rows, Instant at, UUID by) {}

  public record Result(
      UUID batch, int no, boolean paid, @Nullable String reason, LocalDate onDay, UUID returned) {}

  /** What the bank said of a line after it had said that it was paid. */
  public record TakenBack(UUID batch, int no, String reason, LocalDate onDay, UUID returned) {}

  public record Task(
      UUID id,
      UUID record,
      String office,
      UUID batch,
      int line,
      String reason,
      Instant at,
      @Nullable Instant doneAt,
      @Nullable UUID doneBy) {}

  public void add(Batch row) {
    sql.insert("batch", row);
  }

  public void add(Line row) {
    sql.insert("batch_line", row);
  }

  public Optional<Batch> find(UUID id) {
    return sql.one(Batch.class, "select * from batch where id = ?", id);
  }

  /** The latest first. */
  public List<Batch> all() {
    return sql.all(Batch.class, "select * from batch order by no desc limit ?", MOST);
  }

  public List<Line> lines(UUID batch) {
    return sql.all(Line.class, "select * from batch_line where batch = ? order by no", batch);
  }

  public boolean release(UUID batch, Instant at, UUID by) {
    return sql.run(
            "update batch set released_at = ?, released_by = ? where id = ? and released_at is null"
                + " and dropped_at is null",
            at,
            by,
            batch)
        == 1;
  }

  public boolean drop(UUID batch, Instant at, UUID by) {
    return sql.run(
            "update batch set dropped_at = ?, dropped_by = ? where id = ? and released_at is null"
                + " and dropped_at is null",
            at,
            by,
            batch)
        == 1;
  }

  public Optional<Returned> returned(UUID batch, byte[] digest) {
    return sql.one(
        Returned.class, "select * from bank_return where batch = ? and digest = ?", batch, digest);
  }

  public void add(Returned row) {
    sql.insert("bank_return", row);
  }

  public void add(Result row) {
    sql.insert("batch_result", row);
  }

  public List<Result> results(UUID batch) {
    return sql.all(Result.class, "select * from batch_result where batch = ? order by no", batch);
  }

  public void add(TakenBack row) {
    sql.insert("taken_back", row);
  }

  public List<TakenBack> takenBack(UUID batch) {
    return sql.all(TakenBack.class, "select * from taken_back where batch = ? order by no", batch);
  }

  public void add(Task row) {
    sql.insert("payment_task", row);
  }

  /** What is still to be done, the oldest first; {@code office} null for all. */
  public List<Task> tasks(@Nullable String office) {
    return sql.all(
        Task.class,
        "select * from payment_task where done_at is null and (?::text is null or office = ?)"
            + " order by at, id",
        office,
        office);
  }

  /** There is another account now, of a payee whose records are given. */
  public int done(Collection<UUID> records, Instant at, UUID by) {
    return sql.run(
        "update payment_task set done_at = ?, done_by = ? where record = any (?)"
            + " and done_at is null",
        at,
        by,
        records);
  }
}
