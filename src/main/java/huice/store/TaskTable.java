package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What offices owe. An open task may go when it is no longer owed; one that ended stays as it is.
 * Works in the caller's transaction; thread-safe.
 */
@ApplicationScoped
public class TaskTable {
  private static final int MOST = 1_000;

  private final Sql sql;

  TaskTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * One service owed. {@code dueOn} null: no day is set; {@code rhythm}: how it comes again, as
   * P7D; {@code basis} and {@code outcome} are JSON as they were when it was made.
   */
  public record Task(
      UUID id,
      String kind,
      String office,
      UUID record,
      String scheme,
      String subject,
      String period,
      @Nullable String request,
      @Nullable UUID application,
      @Nullable LocalDate dueOn,
      @Nullable String rhythm,
      String basis,
      String outcome,
      String release,
      long factsVersion,
      @Nullable UUID holder,
      Instant madeAt,
      @Nullable UUID madeBy,
      @Nullable Instant endedAt,
      @Nullable LocalDate endedOn,
      @Nullable UUID endedBy,
      @Nullable String endedAs,
      @Nullable String way,
      @Nullable LocalDate visitAskedOn,
      @Nullable LocalDate callbackOn) {}

  /** How a task ended. */
  public record End(
      Instant at,
      LocalDate on,
      UUID by,
      String as,
      @Nullable String way,
      @Nullable LocalDate visitAskedOn,
      @Nullable LocalDate callbackOn) {}

  private record Id(UUID id) {}

  public void add(Task row) {
    sql.insert("task", row);
  }

  public Optional<Task> find(UUID id) {
    return sql.one(Task.class, "select * from task where id = ?", id);
  }

  /** What is owed to one person, employer or project now. */
  public List<Task> open(UUID record) {
    return sql.all(
        Task.class, "select * from task where record = ? and ended_at is null order by id", record);
  }

  /** Everything about a record, for who asks what is held. */
  public List<Task> of(Collection<UUID> records) {
    return sql.all(
        Task.class, "select * from task where record = any (?) order by made_at, id", records);
  }

  /** Open tasks of an office, or of all; the earliest due first, those without a day last. */
  public List<Task> open(@Nullable String office) {
    return sql.all(
        Task.class,
        "select * from task where ended_at is null and (?::text is null or office = ?)"
            + " order by due_on nulls last, id limit ?",
        office,
        office,
        MOST);
  }

  /** Open tasks of some kind in an office, or in all. */
  public List<Task> open(String kind, @Nullable String office) {
    return sql.all(
        Task.class,
        "select * from task where ended_at is null and kind = ? and (?::text is null or office = ?)"
            + " order by id",
        kind,
        office,
        office);
  }

  public List<Task> ended(@Nullable String office, LocalDate from, LocalDate to) {
    return sql.all(
        Task.class,
        "select * from task where ended_on between ? and ? and (?::text is null or office = ?)"
            + " order by ended_at, id limit ?",
        from,
        to,
        office,
        office,
        MOST);
  }

  /** Whether there is or was one with this key. */
  public boolean known(String scheme, UUID record, String subject, String kind, String period) {
    return sql.one(
            Id.class,
            "select id from task where scheme = ? and record = ? and subject = ? and kind = ?"
                + " and period = ?",
            scheme,
            record,
            subject,
            kind,
            period)
        .isPresent();
  }

  /** Those of one service for one request that ended, the latest first. */
  public List<Task> tried(String scheme, UUID record, String subject, @Nullable String request) {
    return sql.all(
        Task.class,
        "select * from task where scheme = ? and record = ? and subject = ?"
            + " and request is not distinct from ? and kind in ('contact', 'service', 'check')"
            + " and ended_at is not null order by ended_at desc",
        scheme,
        record,
        subject,
        request);
  }

  /** False when it ended meanwhile. */
  public boolean end(UUID id, End end) {
    return sql.run(
            "update task set ended_at = ?, ended_on = ?, ended_by = ?, ended_as = ?, way = ?,"
                + " visit_asked_on = ?, callback_on = ? where id = ? and ended_at is null",
            end.at(),
            end.on(),
            end.by(),
            end.as(),
            end.way(),
            end.visitAskedOn(),
            end.callbackOn(),
            id)
        == 1;
  }

  /** What is no longer owed. */
  public void remove(Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      sql.run("delete from task where id = any (?) and ended_at is null", ids);
    }
  }

  /** False when it ended meanwhile. */
  public boolean hold(UUID id, @Nullable UUID account) {
    return sql.run("update task set holder = ? where id = ? and ended_at is null", account, id)
        == 1;
  }

  /** Everything open that is one account's becomes another's; how many. */
  public int handOver(UUID from, UUID to) {
    return sql.run("update task set holder = ? where holder = ? and ended_at is null", to, from);
  }

  // How somebody wants to be reached -------------------------------------------------------------

  /** {@code part}: which part of the day. */
  public record Choice(
      @Nullable Long seq,
      UUID record,
      String request,
      String way,
      String part,
      LocalDate onDay,
      Instant at,
      UUID by) {}

  public void add(Choice row) {
    sql.insert("service_choice", row);
  }

  public Optional<Choice> choice(UUID record, String request) {
    return sql.one(
        Choice.class,
        "select * from service_choice where record = ? and request = ? order by seq desc limit 1",
        record,
        request);
  }
}
