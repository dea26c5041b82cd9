package huice.store;

import huice.model.ReleaseStep;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code release_step}; written once and never changed. */
@Entity
@Table(name = "release_step")
class ReleaseStepRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long seq;

  @Column(nullable = false, updatable = false)
  String release;

  @Column(nullable = false, updatable = false)
  String kind;

  @Column(updatable = false)
  @Nullable String impact;

  @Column(name = "start_on", updatable = false)
  @Nullable LocalDate startOn;

  @Column(updatable = false)
  @Nullable String terms;

  @Column(updatable = false)
  @Nullable String reason;

  @Column(nullable = false, updatable = false)
  Instant at;

  @Column(name = "by", updatable = false)
  @Nullable UUID account;

  ReleaseStep step(@Nullable String name) {
    return new ReleaseStep(
        seq == null ? 0 : seq,
        release,
        ReleaseStep.Kind.of(kind),
        impact,
        startOn,
        terms == null ? null : ReleaseStep.Terms.of(terms),
        reason,
        at,
        account,
        name);
  }
}
