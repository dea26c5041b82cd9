package huice.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who entered, checked and sampled what. Works in the caller's transaction; thread-safe. */
@ApplicationScoped
public class VerificationTable {
  private final Sql sql;

  VerificationTable(Sql sql) {
    this.sql = sql;
  }

  /** The information of one application; {@code drawn} null while its round is open. */
  public record Entry(
      UUID id,
      UUID application,
      UUID record,
      String office,
      String scheme,
      LocalDate enteredOn,
      long factsVersion,
      @Nullable LocalDate checkedOn,
      @Nullable Instant checkedAt,
      @Nullable UUID checkedBy,
      @Nullable Integer mismatches,
      @Nullable UUID round,
      @Nullable Boolean drawn,
      @Nullable LocalDate sampledOn,
      @Nullable Instant sampledAt,
      @Nullable UUID sampledBy) {}

  /** A closed round. {@code basis}: the parameter, or why a person set the number. */
  public record Round(
      UUID id,
      String office,
      LocalDate closedOn,
      Instant closedAt,
      UUID closedBy,
      String seed,
      int entered,
      int size,
      String basis) {}

  /** An application that nobody looked over yet. */
  public record Fresh(
      UUID application, UUID record, String office, String scheme, LocalDate enteredOn) {}

  private record Id(UUID id) {}

  /** Applications of persons since a day that are under way and not among the entries. */
  public List<Fresh> fresh(LocalDate since, Collection<String> gone, @Nullable String office) {
    return sql.all(
        Fresh.class,
        "select a.id as application, a.record, a.office, a.scheme, a.applied_on as entered_on"
            + " from application a join person p on p.record = a.record and p.erased_at is null"
            + " where a.applied_on >= ? and not (a.state = any (?))"
            + " and (?::text is null or a.office = ?)"
            + " and not exists (select 1 from verification v where v.application = a.id)"
            + " order by a.created_at, a.id",
        since,
        gone,
        office,
        office);
  }

  public void add(Entry row) {
    sql.insert("verification", row);
  }

  public void add(Round row) {
    sql.insert("verification_round", row);
  }

  public Optional<Entry> find(UUID id) {
    return sql.one(Entry.class, "select * from verification where id = ?", id);
  }

  public Optional<Entry> ofApplication(UUID application) {
    return sql.one(Entry.class, "select * from verification where application = ?", application);
  }

  /** What still waits for a check or, being drawn, for the sampler. */
  public List<Entry> waiting(@Nullable String office) {
    return sql.all(
        Entry.class,
        "select * from verification where (?::text is null or office = ?)"
            + " and (checked_at is null or (drawn and sampled_at is null)) order by entered_on, id",
        office,
        office);
  }

  /** Checked entries of an office that no round was closed over. */
  public List<Entry> checked(String office) {
    return sql.all(
        Entry.class,
        "select * from verification where office = ? and checked_at is not null and round is null"
            + " order by id",
        office);
  }

  public List<Entry> inRound(UUID round) {
    return sql.all(Entry.class, "select * from verification where round = ? order by id", round);
  }

  public Optional<Round> round(UUID id) {
    return sql.one(Round.class, "select * from verification_round where id = ?", id);
  }

  /** The latest first. */
  public List<Round> rounds(@Nullable String office) {
    return sql.all(
        Round.class,
        "select * from verification_round where ?::text is null or office = ?"
            + " order by closed_at desc, id",
        office,
        office);
  }

  /** False when somebody else checked it meanwhile. */
  public boolean check(UUID id, LocalDate on, Instant at, UUID by, int mismatches) {
    return sql.run(
            "update verification set checked_on = ?, checked_at = ?, checked_by = ?, mismatches = ?"
                + " where id = ? and checked_at is null",
            on,
            at,
            by,
            mismatches,
            id)
        == 1;
  }

  public void draw(UUID id, UUID round, boolean drawn) {
    sql.run("update verification set round = ?, drawn = ? where id = ?", round, drawn, id);
  }

  /** False when it is not drawn, or somebody else sampled it meanwhile. */
  public boolean sample(UUID id, LocalDate on, Instant at, UUID by, int mismatches) {
    return sql.run(
            "update verification set sampled_on = ?, sampled_at = ?, sampled_by = ?,"
                + " mismatches = coalesce(mismatches, 0) + ?"
                + " where id = ? and drawn and sampled_at is null",
            on,
            at,
            by,
            mismatches,
            id)
        == 1;
  }

  /** Who had a hand in what an application rests on: whoever filed it or recorded a fact. */
  public List<UUID> hands(UUID application, UUID record, long upTo) {
    return sql
        .all(
            Id.class,
            "select created_by as id from application where id = ? union"
                + " select recorded_by from fact where record = ? and seq <= ? and path not like '@%'",
            application,
            record,
            upTo)
        .stream()
        .map(Id::id)
        .toList();
  }
}
