package huice.casework.decision;

import huice.casework.Change;
import huice.casework.Records;
import huice.model.Actor;
import huice.store.ApplicationRow;
import huice.store.DecisionRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has effect now, for whoever acts on it. Thread-safe. */
@ApplicationScoped
public class Effects {
  private final Courses courses;
  private final Records records;

  Effects(Courses courses, Records records) {
    this.courses = courses;
    this.records = records;
  }

  /**
   * An application with the decision that has effect on it now; null while there is none. While an
   * objection in time holds a decision it is the one before (R41). {@code completeOn}: the day from
   * which on the office had all it needed.
   */
  public record Effect(
      ApplicationRow application,
      State state,
      @Nullable DecisionRow decision,
      boolean held,
      LocalDate completeOn) {}

  /**
   * What has effect on an application.
   *
   * @throws huice.casework.NotAllowed when it is another office's and the caller its caseworker
   */
  @Transactional
  public Effect of(UUID application, Actor by) {
    Courses.Loaded loaded = courses.read(application);
    Courses.seenBy(by, loaded.row());
    return effect(loaded);
  }

  /** The same, kept from changing until the transaction ends. */
  @Transactional
  public Effect locked(UUID application, Actor by) {
    Courses.Loaded loaded = courses.locked(application);
    Courses.seenBy(by, loaded.row());
    return effect(loaded);
  }

  private Effect effect(Courses.Loaded loaded) {
    Draft effective = loaded.course().effective();
    return new Effect(
        loaded.row(),
        loaded.course().state(),
        effective == null ? null : loaded.decision(effective.id()),
        loaded.course().held(),
        completeOn(loaded));
  }

  /**
   * The day of application, unless something was missing then: the day on which the last of it was
   * recorded. How long the office took afterwards counts for nothing.
   */
  private LocalDate completeOn(Courses.Loaded loaded) {
    DecisionRow lacked = null;
    DecisionRow settled = null;
    for (DecisionRow made : loaded.decisions()) {
      if (Bearing.LACKING.name().equalsIgnoreCase(made.bearing()) && settled == null) {
        lacked = made;
      } else if (lacked != null && settled == null) {
        settled = made;
      }
    }
    if (lacked == null || settled == null) {
      return loaded.row().appliedOn();
    }
    long until = settled.factsVersion();
    List<Change> since = records.changes(loaded.row().record(), lacked.factsVersion());
    Instant last =
        since.stream()
            .filter(change -> change.seq() <= until)
            .map(Change::recordedAt)
            .max(Instant::compareTo)
            .orElse(settled.madeAt());
    return LocalDate.ofInstant(last, ZoneId.of("Asia/Shanghai"));
  }
}
