package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The runs, how far they are, and whom they have to assess. In the caller's transaction. */
@ApplicationScoped
public class RunTable {
  private static final long ORDER = 0x6875_6963_6552_756EL;

  private static final String RUNS =
      "select r.*, coalesce(b.done, 0)::int as done, coalesce(b.count, 0)::int as batches_done"
          + " from run r left join (select run, sum(people) as done, count(*) as count"
          + " from run_batch group by run) b on b.run = r.id";

  /**
   * What was touched, with all that may be seen of it in others' cases: whoever stands for it or
   * was merged into it, and whose record ever led to it.
   */
  private static final String CHANGED =
      "with recursive took as (delete from touched returning record),"
          + " parts (id) as (select record from took"
          + " union select p.id from person p join parts on p.merged_into = parts.id),"
          + " standing (id) as (select id from parts"
          + " union select p.merged_into from person p join standing on p.id = standing.id"
          + " where p.merged_into is not null),"
          + " linked (id) as (select id from standing"
          + " union select f.record from fact f join standing on f.value = standing.id::text"
          + " where f.kind = 'link'),"
          + " whose (id) as (select id from linked"
          + " union select p.merged_into from person p join whose on p.id = whose.id"
          + " where p.merged_into is not null)";

  private final Sql sql;

  RunTable(Sql sql) {
    this.sql = sql;
  }

  private record Id(int id) {}

  private record Count(long count) {}

  private record Number(int no) {}

  /** Nobody else begins or ends a run until the transaction ends. */
  public void lock() {
    sql.lock(ORDER);
  }

  public List<RunRow> latest(int most) {
    return sql.all(RunRow.class, RUNS + " order by r.seq desc limit ?", most);
  }

  public Optional<RunRow> find(UUID id) {
    return sql.one(RunRow.class, RUNS + " where r.id = ?", id);
  }

  /** The last that was about all schemes. */
  public Optional<RunRow> lastOfAll() {
    return sql.one(RunRow.class, RUNS + " where r.scheme is null order by r.seq desc limit 1");
  }

  /** Those that were begun and are neither done nor given up. */
  public List<RunRow> unfinished() {
    return sql.all(RunRow.class, RUNS + " where r.state in ('running', 'cut') order by r.seq");
  }

  public void add(RunRow row) {
    sql.run(
        "insert into run (id, on_day, scheme, whole, state, release, basis, program, drools,"
            + " people, batches, begun_at, begun_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.id(),
        row.onDay(),
        row.scheme(),
        row.whole(),
        row.state(),
        row.release(),
        row.basis(),
        row.program(),
        row.drools(),
        row.people(),
        row.batches(),
        row.begunAt(),
        row.begunBy());
  }

  public void state(UUID run, String state, @Nullable Instant endedAt) {
    sql.run("update run set state = ?, ended_at = ? where id = ?", state, endedAt, run);
  }

  /** Marks what ran when the service ended; how many. For the start only. */
  public int cutRunning() {
    return sql.run("update run set state = 'cut' where state = 'running'");
  }

  /** The number of a list of schemes, which is kept when it is new. */
  public int basis(byte[] digest, String schemes) {
    sql.run(
        "insert into run_basis (digest, schemes) values (?, ?) on conflict do nothing",
        digest,
        schemes);
    return sql.one(Id.class, "select id from run_basis where digest = ?", digest)
        .orElseThrow()
        .id();
  }

  /** The list of schemes of a number. */
  public Optional<String> schemes(int basis) {
    return sql.one(Schemes.class, "select schemes from run_basis where id = ?", basis)
        .map(Schemes::schemes);
  }

  private record Schemes(String schemes) {}

  /** How many are to be assessed in all. */
  public long everybody() {
    return sql.one(Count.class, "select count(*) from person p where " + CaseTexts.WANTED)
        .orElseThrow()
        .count();
  }

  /** Forgets what was touched: everybody is assessed after this moment. */
  public void takeAll() {
    sql.run("delete from touched");
  }

  /** Lists for a run whose facts changed, and whom a day may have changed; how many. */
  public int takeChanged(UUID run, LocalDate on) {
    sql.run(
        CHANGED
            + " insert into run_due (run, person) select ?, p.id from person p"
            + " where p.id in (select id from whose) and "
            + CaseTexts.WANTED,
        run);
    sql.run(
        "insert into run_due (run, person) select ?, person from assessed where recheck_on <= ?"
            + " on conflict do nothing",
        run,
        on);
    return (int)
        sql.one(Count.class, "select count(*) from run_due where run = ?", run)
            .orElseThrow()
            .count();
  }

  /** Gives back what a run had taken up and did not do. */
  public void giveBack(RunRow run) {
    if (run.scheme() == null && run.whole()) {
      sql.run("insert into touched (record) select p.id from person p where " + CaseTexts.WANTED);
    }
    sql.run("insert into touched (record) select person from run_due where run = ?", run.id());
    drop(run.id());
  }

  /** The list of a run is not needed any more. */
  public void drop(UUID run) {
    sql.run("delete from run_due where run = ?", run);
  }

  public void batch(UUID run, int no, int people, byte[] hash, Instant at) {
    sql.run(
        "insert into run_batch (run, no, people, hash, at) values (?, ?, ?, ?, ?)",
        run,
        no,
        people,
        hash,
        at);
  }

  /** The numbers of the batches that are done. */
  public Set<Integer> done(UUID run) {
    return sql.all(Number.class, "select no from run_batch where run = ?", run).stream()
        .map(Number::no)
        .collect(Collectors.toSet());
  }
}
