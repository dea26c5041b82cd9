package huice.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of records; written once. */
@Entity
@Table(name = "record")
class StoredRecord extends PanacheEntityBase {
  @Id UUID id;

  @Column(nullable = false, updatable = false)
  String entity;

  @Column(nullable = false, updatable = false)
  String office;

  @Column(updatable = false)
  @Nullable String title;

  @Column(updatable = false)
  @Nullable String code;

  @Column(name = "created_at", nullable = false, updatable = false)
  Instant createdAt;

  @Column(name = "created_by", nullable = false, updatable = false)
  UUID createdBy;

  static StoredRecord of(RecordRow row) {
    StoredRecord stored = new StoredRecord();
    stored.id = row.id();
    stored.entity = row.entity();
    stored.office = row.office();
    stored.title = row.title();
    stored.code = row.code();
    stored.createdAt = row.createdAt();
    stored.createdBy = row.createdBy();
    return stored;
  }

  RecordRow row() {
    return new RecordRow(id, entity, office, title, code, createdAt, createdBy);
  }
}
