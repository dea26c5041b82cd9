package huice.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code application}. */
@Entity
@Table(name = "application")
class StoredApplication {
  @Id UUID id;

  @Column(updatable = false)
  UUID record;

  @Column(updatable = false)
  String scheme;

  @Column(updatable = false)
  @Nullable String subject;

  @Column(updatable = false)
  String office;

  @Column(updatable = false)
  String channel;

  @Column(name = "applied_on", updatable = false)
  LocalDate appliedOn;

  @Column(name = "due_on", updatable = false)
  LocalDate dueOn;

  @Column(name = "from_month", updatable = false)
  @Nullable LocalDate fromMonth;

  @Column(name = "to_month", updatable = false)
  @Nullable LocalDate toMonth;

  @Column(updatable = false)
  @Nullable BigDecimal claimed;

  String state;

  int version;

  @Column(name = "created_at", updatable = false)
  Instant createdAt;

  @Column(name = "created_by", updatable = false)
  UUID createdBy;

  static StoredApplication of(ApplicationRow row) {
    StoredApplication stored = new StoredApplication();
    stored.id = row.id();
    stored.record = row.record();
    stored.scheme = row.scheme();
    stored.subject = row.subject();
    stored.office = row.office();
    stored.channel = row.channel();
    stored.appliedOn = row.appliedOn();
    stored.dueOn = row.dueOn();
    stored.fromMonth = first(row.from());
    stored.toMonth = first(row.to());
    stored.claimed = row.claimed();
    stored.state = row.state();
    stored.version = row.version();
    stored.createdAt = row.createdAt();
    stored.createdBy = row.createdBy();
    return stored;
  }

  ApplicationRow row() {
    return new ApplicationRow(
        id,
        record,
        scheme,
        subject,
        office,
        channel,
        appliedOn,
        dueOn,
        month(fromMonth),
        month(toMonth),
        claimed,
        state,
        version,
        createdAt,
        createdBy);
  }

  /** A month is kept as its first day. */
  static @Nullable LocalDate first(@Nullable YearMonth month) {
    return month == null ? null : month.atDay(1);
  }

  static @Nullable YearMonth month(@Nullable LocalDate first) {
    return first == null ? null : YearMonth.from(first);
  }
}
