package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Counts and sums of what offices did. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class ReportTable {
  private final Sql sql;

  ReportTable(Sql sql) {
    this.sql = sql;
  }

  /** What the ledger says was paid under a scheme. */
  public record Paid(String scheme, long people, BigDecimal sum) {}

  private record Number(long n) {}

  /** What the bank takes back counts against what it paid. */
  private static final String PAID =
      " sum(case l.kind when 'paid' then l.amount else -l.amount end)";

  public List<Paid> paid(LocalDate from, LocalDate to) {
    return sql.all(
        Paid.class,
        "select scheme, count(distinct payee) filter (where paid > 0) as people,"
            + " sum(paid) as sum from (select c.scheme, l.payee,"
            + PAID
            + " as paid from ledger l join due d on d.id = l.due"
            + " join payment_claim c on c.id = d.claim"
            + " where l.kind in ('paid', 'taken-back') and l.on_day between ? and ?"
            + " group by c.scheme, l.payee) of_each group by scheme order by scheme",
        from,
        to);
  }

  /** How many were paid at all: somebody may have had several schemes. */
  public long payees(LocalDate from, LocalDate to) {
    return sql.one(
            Number.class,
            "select count(*) as n from (select l.payee from ledger l"
                + " where l.kind in ('paid', 'taken-back') and l.on_day between ? and ?"
                + " group by l.payee having "
                + PAID
                + " > 0) of_each",
            from,
            to)
        .map(Number::n)
        .orElse(0L);
  }

  /** What became of the applications for a scheme that came in within some days. */
  public record Course(String scheme, long received, long unopened, long stalled, long withdrawn) {}

  /**
   * {@code quietSince}: who applied by that day and was not looked at since; {@code today}: what
   * was due before it stands still.
   */
  public List<Course> courses(
      LocalDate from,
      LocalDate to,
      Collection<String> open,
      LocalDate quietSince,
      LocalDate today) {
    return sql.all(
        Course.class,
        "select a.scheme, count(*) as received,"
            + " count(*) filter (where a.state = 'APPLIED' and a.applied_on <= ? and not exists"
            + " (select 1 from act c where c.application = a.id"
            + " and c.kind not in ('APPLY', 'OFFICE_TASK'))) as unopened,"
            + " count(*) filter (where a.state = any (?) and a.due_on < ?) as stalled,"
            + " count(*) filter (where a.state = 'WITHDRAWN') as withdrawn"
            + " from application a where a.applied_on between ? and ?"
            + " group by a.scheme order by a.scheme",
        quietSince,
        open,
        today,
        from,
        to);
  }

  /** One application's first decision with effect: whose, how long it took, and how it bears. */
  public record Decided(UUID record, String office, String bearing, int days) {}

  public List<Decided> decided(LocalDate from, LocalDate to) {
    return sql.all(
        Decided.class,
        "select a.record, a.office, d.bearing, (c.on_day - a.applied_on) as days"
            + " from application a join lateral (select * from act where application = a.id"
            + " and kind in ('CONFIRM', 'TAKE_EFFECT', 'OVERRIDE') and decision is not null"
            + " order by seq limit 1) c on true join decision d on d.id = c.decision"
            + " where c.on_day between ? and ?",
        from,
        to);
  }

  /** How often an office reached out to somebody who asked for it. */
  public record Reached(UUID record, String office, long times) {}

  public List<Reached> reached(String kind, LocalDate from, LocalDate to) {
    return sql.all(
        Reached.class,
        "select record, min(office) as office, count(*) as times from task"
            + " where kind = ? and ended_on between ? and ? group by record",
        kind,
        from,
        to);
  }

  /** What somebody is known to be, by the latest that stands. */
  public record Known(UUID record, String value) {}

  public List<Known> known(String path) {
    return sql.all(
        Known.class,
        "select distinct on (f.record) f.record, f.value from fact f where f.path = ?"
            + " and f.kind = 'value' and not exists (select 1 from fact c where c.corrects = f.seq)"
            + " order by f.record, f.seq desc",
        path);
  }
}
