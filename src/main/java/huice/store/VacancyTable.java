package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Vacancies and to whom they were offered. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class VacancyTable {
  private static final int MOST = 500;

  private final Sql sql;

  VacancyTable(Sql sql) {
    this.sql = sql;
  }

  public record Post(
      UUID id,
      String office,
      String source,
      String firm,
      String title,
      String skill,
      String duties,
      @Nullable String needs,
      String reach,
      String place,
      @Nullable String township,
      int positions,
      BigDecimal payLow,
      @Nullable BigDecimal payHigh,
      String payPer,
      String workingTime,
      String contract,
      String insurance,
      String apply,
      LocalDate receivedOn,
      LocalDate expiresOn,
      Instant at,
      UUID by,
      @Nullable LocalDate checkedOn,
      @Nullable UUID checkedBy,
      @Nullable Boolean confirmed,
      @Nullable LocalDate withdrawnOn,
      int version) {}

  /** How a check by a second person came out. */
  public record Check(
      UUID id, LocalDate on, UUID by, boolean confirmed, boolean licence, boolean permit) {}

  public record Offer(UUID id, UUID post, UUID person, LocalDate onDay, Instant at, UUID by) {}

  /** How many times something was offered. */
  public record Offered(UUID post, long times) {}

  public record Wish(UUID person, byte[] content, Instant at, UUID by) {}

  public void add(Post row) {
    sql.insert("open_post", row);
  }

  public Optional<Post> find(UUID id) {
    return sql.one(Post.class, "select * from open_post where id = ?", id);
  }

  /** Confirmed and not over on a day; the latest first. */
  public List<Post> open(LocalDate on) {
    return sql.all(
        Post.class,
        "select * from open_post where confirmed and withdrawn_on is null and expires_on >= ?"
            + " order by checked_on desc, at desc limit ?",
        on,
        MOST);
  }

  /** Everything that was entered; the latest first. */
  public List<Post> all() {
    return sql.all(Post.class, "select * from open_post order by at desc limit ?", MOST);
  }

  /** False when somebody else was faster. */
  public boolean check(Check check, int version) {
    return sql.run(
            "update open_post set checked_on = ?, checked_by = ?, confirmed = ?, licence_seen = ?,"
                + " permit_seen = ?, version = version + 1"
                + " where id = ? and version = ? and checked_on is null and withdrawn_on is null",
            check.on(),
            check.by(),
            check.confirmed(),
            check.licence(),
            check.permit(),
            check.id(),
            version)
        == 1;
  }

  public boolean withdraw(UUID id, LocalDate on, UUID by, int version) {
    return sql.run(
            "update open_post set withdrawn_on = ?, withdrawn_by = ?, version = version + 1"
                + " where id = ? and version = ? and withdrawn_on is null",
            on,
            by,
            id,
            version)
        == 1;
  }

  /** False when it was offered to this person before. */
  public boolean offer(Offer offer) {
    return sql.run(
            "insert into post_offer (id, post, person, on_day, at, by) values (?, ?, ?, ?, ?, ?)"
                + " on conflict (post, person) do nothing",
            offer.id(),
            offer.post(),
            offer.person(),
            offer.onDay(),
            offer.at(),
            offer.by())
        == 1;
  }

  public List<Offered> offers() {
    return sql.all(Offered.class, "select post, count(*) as times from post_offer group by post");
  }

  public List<Offer> offers(UUID person) {
    return sql.all(
        Offer.class, "select * from post_offer where person = ? order by at desc", person);
  }

  public void wish(Wish wish) {
    sql.run("delete from job_wish where person = ?", wish.person());
    sql.insert("job_wish", wish);
  }

  public void forget(UUID person) {
    sql.run("delete from job_wish where person = ?", person);
  }

  public Optional<Wish> wish(UUID person) {
    return sql.one(Wish.class, "select * from job_wish where person = ?", person);
  }
}
