package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What releases would change. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class ImpactTable {
  private static final int MOST = 100;
  private static final String BRIEF =
      "select i.id, i.release, i.base, i.on_day, i.scheme, i.invented, i.state, i.people,"
          + " i.begun_at, i.begun_by, a.shown as name, i.ended_at from impact i"
          + " join account a on a.id = i.begun_by ";

  private final Sql sql;

  ImpactTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * One that was begun. {@code invented} is the number of invented people, null for those who
   * registered; {@code name} is of who began it.
   */
  public record Row(
      UUID id,
      String release,
      String base,
      LocalDate onDay,
      @Nullable String scheme,
      @Nullable Integer invented,
      String state,
      int people,
      Instant begunAt,
      UUID begunBy,
      String name,
      @Nullable Instant endedAt) {}

  private record New(
      UUID id,
      String release,
      String base,
      LocalDate onDay,
      @Nullable String scheme,
      @Nullable Integer invented,
      String state,
      Instant begunAt,
      UUID begunBy) {}

  private record Content(@Nullable String content) {}

  /** How many outcomes of a scheme differ in one way. */
  public record Difference(UUID impact, String scheme, String change, long count) {}

  /** Who explained or accepted a difference. */
  public record Answer(
      UUID impact, String scheme, String change, String reason, Instant at, UUID by, String name) {}

  private record NewAnswer(
      UUID impact, String scheme, String change, String reason, Instant at, UUID by) {}

  /** Its {@code people}, {@code name} and {@code endedAt} do not count. */
  public void add(Row row) {
    sql.insert(
        "impact",
        new New(
            row.id(),
            row.release(),
            row.base(),
            row.onDay(),
            row.scheme(),
            row.invented(),
            row.state(),
            row.begunAt(),
            row.begunBy()));
  }

  public void people(UUID id, int people) {
    sql.run("update impact set people = ? where id = ?", people, id);
  }

  public void end(UUID id, String state, @Nullable String content, Instant at) {
    sql.run(
        "update impact set state = ?, content = ?, ended_at = ? where id = ?",
        state,
        content,
        at,
        id);
  }

  /** Whatever still runs was cut off: nothing of it was kept. */
  public int stopRunning(Instant at) {
    return sql.run("update impact set state = 'stopped', ended_at = ? where state = 'running'", at);
  }

  public Optional<Row> find(UUID id) {
    return sql.one(Row.class, BRIEF + "where i.id = ?", id);
  }

  /** The latest first. */
  public List<Row> latest() {
    return sql.all(Row.class, BRIEF + "order by i.begun_at desc, i.id limit ?", MOST);
  }

  /** The last whole comparison of two releases over those who registered. */
  public Optional<Row> shadow(String release, String base) {
    return sql.one(
        Row.class,
        BRIEF
            + "where i.release = ? and i.base = ? and i.state = 'done' and i.invented is null"
            + " and i.scheme is null order by i.ended_at desc, i.id limit 1",
        release,
        base);
  }

  public Optional<String> content(UUID id) {
    return sql.one(Content.class, "select content from impact where id = ?", id)
        .map(Content::content);
  }

  public void add(Difference row) {
    sql.insert("impact_difference", row);
  }

  public List<Difference> differences(UUID impact) {
    return sql.all(
        Difference.class,
        "select * from impact_difference where impact = ? order by scheme, change",
        impact);
  }

  public void answer(
      UUID impact, String scheme, String change, String reason, Instant at, UUID by) {
    sql.insert("impact_answer", new NewAnswer(impact, scheme, change, reason, at, by));
  }

  /** The answers that count. */
  public List<Answer> answers(UUID impact) {
    return sql.all(
        Answer.class,
        "select distinct on (n.scheme, n.change) n.impact, n.scheme, n.change, n.reason, n.at, n.by,"
            + " a.shown as name from impact_answer n join account a on a.id = n.by"
            + " where n.impact = ? order by n.scheme, n.change, n.seq desc",
        impact);
  }

  /** Whether anybody is registered and consents, so that there are real cases. */
  public boolean anybody() {
    return !sql.all(
            One.class,
            "select id from person where merged_into is null and erased_at is null"
                + " and consent_on is not null and consent_ended_on is null limit 1")
        .isEmpty();
  }

  /** Ids of those who registered and consent, then of organisations, each in order. */
  public List<UUID> parties() {
    return sql
        .all(
            One.class,
            "select id from (select r.id, p.id is null as second from record r"
                + " left join person p on p.id = r.id"
                + " where p.id is null and r.title is not null"
                + " or p.merged_into is null and p.erased_at is null and p.consent_on is not null"
                + " and p.consent_ended_on is null) x order by second, id")
        .stream()
        .map(One::id)
        .toList();
  }

  private record One(UUID id) {}
}
