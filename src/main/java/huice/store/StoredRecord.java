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
public class StoredRecord extends PanacheEntityBase {
  @Id public UUID id;

  @Column(nullable = false, updatable = false)
  public String entity;

  @Column(nullable = false, updatable = false)
  public String office;

  @Column(updatable = false)
  public @Nullable String title;

  @Column(updatable = false)
  public @Nullable String code;

  @Column(name = "created_at", nullable = false, updatable = false)
  public Instant createdAt;

  @Column(name = "created_by", nullable = false, updatable = false)
  public UUID createdBy;

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
