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
 * Claims of what awards grant, and their months. Works in the caller's transaction; thread-safe.
 */
@ApplicationScoped
public class DueTable {
  /** "huiceDue" in ASCII. */
  private static final long LOCK = 0x6875_6963_6544_7565L;

  private final Sql sql;

  DueTable(Sql sql) {
    this.sql = sql;
  }

  public record Claim(
      UUID id,
      UUID application,
      UUID decision,
      UUID record,
      String office,
      String scheme,
      String fund,
      String kind,
      boolean statutory,
      boolean hardship,
      LocalDate completeOn,
      LocalDate filedOn,
      Instant at,
      UUID by) {}

  /** {@code period}: yyyy-MM, or once; {@code share}: whose part it is, empty for the whole. */
  public record Due(
      UUID id,
      UUID claim,
      UUID application,
      UUID decision,
      String period,
      String share,
      String kind,
      BigDecimal amount,
      @Nullable UUID batch,
      @Nullable Integer line,
      @Nullable Instant endedAt,
      @Nullable String endedWhy) {}

  /** Until the transaction ends nobody else moves money. Before the log is written. */
  public void lock() {
    sql.lock(LOCK);
  }

  public void add(Claim row) {
    sql.insert("payment_claim", row);
  }

  public void add(Due row) {
    sql.insert("due", row);
  }

  public Optional<Claim> claim(UUID id) {
    return sql.one(Claim.class, "select * from payment_claim where id = ?", id);
  }

  public List<Claim> claims(UUID application) {
    return sql.all(
        Claim.class,
        "select * from payment_claim where application = ? order by at, id",
        application);
  }

  /** Those of a payee, whose records are given. */
  public List<Claim> claimsOf(Collection<UUID> records) {
    return sql.all(
        Claim.class, "select * from payment_claim where record = any (?) order by at, id", records);
  }

  public List<Due> ofClaim(UUID claim) {
    return sql.all(Due.class, "select * from due where claim = ? order by period, id", claim);
  }

  /** Every month of an application that was claimed, also those that were ended. */
  public List<Due> of(UUID application) {
    return sql.all(
        Due.class,
        "select d.* from due d join payment_claim c on c.id = d.claim where d.application = ?"
            + " order by d.period, d.share desc, c.at, d.id",
        application);
  }

  /** Claims of a fund with months in no batch, not ended and not paid. */
  public List<Claim> waiting(String fund) {
    return sql.all(
        Claim.class,
        "select * from payment_claim c where c.fund = ? and exists (select 1 from due d where"
            + " d.claim = c.id and d.batch is null and d.ended_at is null) order by c.at, c.id",
        fund);
  }

  /** The months that wait, of some claims. */
  public List<Due> waiting(Collection<UUID> claims) {
    return sql.all(
        Due.class,
        "select * from due where claim = any (?) and batch is null and ended_at is null"
            + " order by claim, period",
        claims);
  }

  public List<Due> inBatch(UUID batch) {
    return sql.all(Due.class, "select * from due where batch = ? order by line, period", batch);
  }

  /** False when somebody else has put it into a batch or ended it. */
  public boolean take(UUID due, UUID batch, int line) {
    return sql.run(
            "update due set batch = ?, line = ? where id = ? and batch is null and ended_at is null",
            batch,
            line,
            due)
        == 1;
  }

  /** The months of a line may be paid in a later batch. */
  public void free(UUID batch, int line) {
    sql.run(
        "update due set batch = null, line = null where batch = ? and line = ?"
            + " and not exists (select 1 from ledger l where l.due = due.id and l.kind = 'paid')",
        batch,
        line);
  }

  public void freeAll(UUID batch) {
    sql.run(
        "update due set batch = null, line = null where batch = ?"
            + " and not exists (select 1 from ledger l where l.due = due.id and l.kind = 'paid')",
        batch);
  }

  /** The months of a line came back: they are ended, and what they were paid for is due again. */
  public void takenBack(UUID batch, int line, Instant at) {
    sql.run(
        "update due set batch = null, line = null, ended_at = ?, ended_why = 'taken back'"
            + " where batch = ? and line = ?",
        at,
        batch,
        line);
  }

  /** Ends what was claimed and is in no batch. */
  public int end(UUID due, Instant at, String why) {
    return sql.run(
        "update due set ended_at = ?, ended_why = ? where id = ? and batch is null"
            + " and ended_at is null",
        at,
        why,
        due);
  }

  /**
   * Whether anything of a payee, whose records are given, is claimed or under way, and not paid.
   */
  public boolean owedTo(Collection<UUID> records) {
    return !sql.all(
            Claim.class,
            "select c.* from payment_claim c where c.record = any (?) and exists (select 1 from due d"
                + " where d.claim = c.id and d.ended_at is null and not exists (select 1 from"
                + " ledger l where l.due = d.id and l.kind = 'paid')) limit 1",
            records)
        .isEmpty();
  }

  /** Applications in some states, the latest first; {@code office} null for all. */
  public List<UUID> decided(@Nullable String office, Collection<String> states, int most) {
    return sql
        .all(
            Id.class,
            "select id from application where state = any (?) and (?::text is null or office = ?)"
                + " order by created_at desc, id limit ?",
            states,
            office,
            office,
            most)
        .stream()
        .map(Id::id)
        .toList();
  }

  record Id(UUID id) {}
}
