package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks of wages, made and called for. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class WageCheckTable {
  private static final int MOST = 1_000;

  private final Sql sql;

  WageCheckTable(Sql sql) {
    this.sql = sql;
  }

  public record Check(
      UUID id,
      UUID record,
      String office,
      @Nullable LocalDate calledOn,
      @Nullable LocalDate dueOn,
      @Nullable LocalDate madeOn,
      @Nullable String outcome,
      Instant at,
      UUID by) {}

  /** An organisation, with its last check and the one that was called for. */
  public record Standing(
      UUID record,
      String title,
      LocalDate registeredOn,
      @Nullable LocalDate madeOn,
      @Nullable String outcome,
      @Nullable LocalDate calledDue) {}

  public void add(Check row) {
    sql.insert("wage_check", row);
  }

  /** The organisations of a kind of an office. */
  public List<Standing> of(String entity, @Nullable String office) {
    return sql.all(
        Standing.class,
        "select r.id as record, r.title, (r.created_at at time zone 'Asia/Shanghai')::date"
            + " as registered_on, last.made_on, last.outcome, called.due_on as called_due"
            + " from record r"
            + " left join lateral (select made_on, outcome from wage_check c where c.record = r.id"
            + " and made_on is not null order by made_on desc, at desc limit 1) last on true"
            + " left join lateral (select min(due_on) as due_on from wage_check c"
            + " where c.record = r.id and made_on is null) called on true"
            + " where r.entity = ? and r.title is not null and (?::text is null or r.office = ?)"
            + " order by r.title, r.id limit ?",
        entity,
        office,
        office,
        MOST);
  }

  /** What was called for and is not made yet. */
  public Optional<Check> called(UUID record) {
    return sql.one(
        Check.class,
        "select * from wage_check where record = ? and made_on is null order by due_on limit 1",
        record);
  }

  public int made(UUID record, LocalDate on, String outcome) {
    return sql.run(
        "update wage_check set made_on = ?, outcome = ? where record = ? and made_on is null",
        on,
        outcome,
        record);
  }
}
