package huice.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code decision}. */
@Entity
@Immutable
@Table(name = "decision")
class StoredDecision {
  @Id UUID id;

  UUID application;

  int no;

  String kind;

  String result;

  String bearing;

  boolean adverse;

  boolean automatic;

  boolean settled;

  boolean payable;

  boolean choice;

  @Nullable BigDecimal amount;

  String outcome;

  String given;

  @Column(name = "on_day")
  LocalDate onDay;

  @Column(name = "from_month")
  @Nullable LocalDate fromMonth;

  @Column(name = "to_month")
  @Nullable LocalDate toMonth;

  @Column(name = "facts_version")
  long factsVersion;

  String release;

  String program;

  String drools;

  String measures;

  @Nullable UUID replaces;

  @Nullable String code;

  @Nullable String reason;

  @Column(name = "made_at")
  Instant madeAt;

  @Column(name = "made_by")
  UUID madeBy;

  static StoredDecision of(DecisionRow row) {
    StoredDecision stored = new StoredDecision();
    stored.id = row.id();
    stored.application = row.application();
    stored.no = row.no();
    stored.kind = row.kind();
    stored.result = row.result();
    stored.bearing = row.bearing();
    stored.adverse = row.adverse();
    stored.automatic = row.automatic();
    stored.settled = row.settled();
    stored.payable = row.payable();
    stored.choice = row.choice();
    stored.amount = row.amount();
    stored.outcome = row.outcome();
    stored.given = row.given();
    stored.onDay = row.on();
    stored.fromMonth = StoredApplication.first(row.from());
    stored.toMonth = StoredApplication.first(row.to());
    stored.factsVersion = row.factsVersion();
    stored.release = row.release();
    stored.program = row.program();
    stored.drools = row.drools();
    stored.measures = row.measures();
    stored.replaces = row.replaces();
    stored.code = row.code();
    stored.reason = row.reason();
    stored.madeAt = row.madeAt();
    stored.madeBy = row.madeBy();
    return stored;
  }

  DecisionRow row() {
    return new DecisionRow(
        id,
        application,
        no,
        kind,
        result,
        bearing,
        adverse,
        automatic,
        settled,
        payable,
        choice,
        amount,
        outcome,
        given,
        onDay,
        StoredApplication.month(fromMonth),
        StoredApplication.month(toMonth),
        factsVersion,
        release,
        program,
        drools,
        measures,
        replaces,
        code,
        reason,
        madeAt,
        madeBy);
  }
}
