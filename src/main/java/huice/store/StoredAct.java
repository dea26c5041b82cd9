package huice.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code act}. */
@Entity
@Immutable
@Table(name = "act")
class StoredAct {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long seq;

  UUID application;

  @Nullable UUID decision;

  String kind;

  @Column(name = "on_day")
  LocalDate onDay;

  Instant at;

  UUID by;

  String code;

  String content;

  int version;

  static StoredAct of(ActRow row) {
    StoredAct stored = new StoredAct();
    stored.application = row.application();
    stored.decision = row.decision();
    stored.kind = row.kind();
    stored.onDay = row.day();
    stored.at = row.at();
    stored.by = row.by();
    stored.code = row.code();
    stored.content = row.content();
    stored.version = row.version();
    return stored;
  }

  ActRow row() {
    return new ActRow(application, decision, kind, onDay, at, by, code, content, version);
  }
}
