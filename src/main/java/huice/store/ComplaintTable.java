package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Complaints with what was done about them; what may name persons is sealed. Works in the caller's
 * transaction; thread-safe.
 */
@ApplicationScoped
public class ComplaintTable {
  private static final int MOST = 500;

  private final Sql sql;

  ComplaintTable(Sql sql) {
    this.sql = sql;
  }

  public record Complaint(
      UUID id,
      String sentKey,
      byte[] numberHash,
      byte[] number,
      String office,
      String topic,
      String channel,
      boolean hidden,
      byte[] content,
      LocalDate receivedOn,
      @Nullable LocalDate dueOn,
      String dueWhy,
      @Nullable UUID firm,
      @Nullable LocalDate answeredOn,
      @Nullable LocalDate endedOn,
      @Nullable String endKind,
      int version,
      Instant at,
      @Nullable UUID by) {}

  public record Act(
      @Nullable Long seq,
      UUID grievance,
      String kind,
      LocalDate onDay,
      byte[] content,
      Instant at,
      @Nullable UUID by) {}

  /** What an act makes of a complaint. */
  public record Change(
      @Nullable UUID firm,
      @Nullable LocalDate dueOn,
      String dueWhy,
      @Nullable LocalDate answeredOn,
      @Nullable LocalDate endedOn,
      @Nullable String endKind) {}

  private record Office(String office) {}

  public void add(Complaint row) {
    sql.insert("grievance", row);
  }

  public void add(Act row) {
    sql.insert("grievance_act", row);
  }

  public Optional<Complaint> find(UUID id) {
    return sql.one(Complaint.class, "select * from grievance where id = ?", id);
  }

  public Optional<Complaint> numbered(byte[] hash) {
    return sql.one(Complaint.class, "select * from grievance where number_hash = ?", hash);
  }

  /** The one that a form made, if it was sent before; others with that key wait until then. */
  public Optional<Complaint> sent(String key) {
    sql.lock(key.hashCode());
    return sql.one(Complaint.class, "select * from grievance where sent_key = ?", key);
  }

  /** Those that are not at an end first, the earliest due first. {@code office} null: all. */
  public List<Complaint> of(@Nullable String office) {
    return sql.all(
        Complaint.class,
        "select * from grievance where (?::text is null or office = ?)"
            + " order by ended_on is not null, due_on nulls last, received_on, id limit ?",
        office,
        office,
        MOST);
  }

  public List<Act> acts(UUID complaint) {
    return sql.all(
        Act.class, "select * from grievance_act where grievance = ? order by seq", complaint);
  }

  /** False when somebody else was faster. */
  public boolean change(UUID id, int version, Change change) {
    return sql.run(
            "update grievance set firm = ?, due_on = ?, due_why = ?, answered_on = ?,"
                + " ended_on = ?, end_kind = ?, version = version + 1"
                + " where id = ? and version = ?",
            change.firm(),
            change.dueOn(),
            change.dueWhy(),
            change.answeredOn(),
            change.endedOn(),
            change.endKind(),
            id,
            version)
        == 1;
  }

  /** The offices that can take a complaint: where a caseworker is. */
  public List<String> offices() {
    return sql
        .all(
            Office.class,
            "select distinct office from account where role = 'caseworker' and disabled_at is null"
                + " order by office")
        .stream()
        .map(Office::office)
        .toList();
  }
}
