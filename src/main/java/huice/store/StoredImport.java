package huice.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code import_job}. */
@Entity
@Table(name = "import_job")
class StoredImport extends PanacheEntityBase {
  @Id UUID id;

  @Column(nullable = false, updatable = false)
  String kind;

  @Column(name = "begun_at", nullable = false, updatable = false)
  Instant begunAt;

  @Column(name = "begun_by", nullable = false, updatable = false)
  UUID begunBy;

  @Column(nullable = false)
  String state;

  @Column(nullable = false)
  int total;

  @Column(nullable = false)
  int done;

  @Column(nullable = false)
  int added;

  @Column(nullable = false)
  int known;

  @Column(nullable = false)
  int faults;

  @Column(nullable = false)
  String problems;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  static StoredImport of(ImportRow row) {
    StoredImport stored = new StoredImport();
    stored.id = row.id();
    stored.kind = row.kind();
    stored.begunAt = row.begunAt();
    stored.begunBy = row.begunBy();
    stored.take(row);
    return stored;
  }

  void take(ImportRow row) {
    state = row.state();
    total = row.total();
    done = row.done();
    added = row.added();
    known = row.known();
    faults = row.faults();
    problems = row.problems();
    endedAt = row.endedAt();
  }

  ImportRow row() {
    return new ImportRow(
        id, kind, begunAt, begunBy, state, total, done, added, known, faults, problems, endedAt);
  }
}
