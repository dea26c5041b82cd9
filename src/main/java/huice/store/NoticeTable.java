package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Public notices with their masked lines. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class NoticeTable {
  private static final int MOST = 200;

  private final Sql sql;

  NoticeTable(Sql sql) {
    this.sql = sql;
  }

  public record Notice(
      UUID id,
      String scheme,
      String fromPeriod,
      String toPeriod,
      LocalDate fromOn,
      LocalDate toOn,
      Instant at,
      UUID by) {}

  public record Line(
      UUID notice,
      int no,
      UUID claim,
      UUID record,
      String name,
      String number,
      BigDecimal amount) {}

  public void add(Notice row) {
    sql.insert("notice", row);
  }

  public void add(Line row) {
    sql.insert("notice_line", row);
  }

  public Optional<Notice> find(UUID id) {
    return sql.one(Notice.class, "select * from notice where id = ?", id);
  }

  /** Those that are up on a day. */
  public List<Notice> up(LocalDate on) {
    return sql.all(
        Notice.class,
        "select * from notice where ? between from_on and to_on order by from_on desc, id",
        on);
  }

  /** The latest first. */
  public List<Notice> all() {
    return sql.all(Notice.class, "select * from notice order by at desc, id limit ?", MOST);
  }

  public List<Line> lines(UUID notice) {
    return sql.all(Line.class, "select * from notice_line where notice = ? order by no", notice);
  }

  /** The notices that some claims are or were on. */
  public List<Shown> of(Collection<UUID> claims) {
    return sql.all(
        Shown.class,
        "select l.claim, n.from_on, n.to_on from notice_line l join notice n on n.id = l.notice"
            + " where l.claim = any (?)",
        claims);
  }

  public record Shown(UUID claim, LocalDate fromOn, LocalDate toOn) {}
}
