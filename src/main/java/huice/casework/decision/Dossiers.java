package huice.casework.decision;

import huice.casework.Visit;
import huice.model.Actor;
import huice.store.ApplicationRow;
import huice.store.DecisionRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What letters are written from: an application with its stored decisions and acts. For the other
 * parts of {@code casework}; whoever asks notes the reading. Thread-safe.
 */
@ApplicationScoped
public class Dossiers {
  private final Courses courses;
  private final Views views;

  Dossiers(Courses courses, Views views) {
    this.courses = courses;
    this.views = views;
  }

  /** An application as stored, beside how people read it; {@code decider}: who decided last. */
  public record Dossier(
      ApplicationRow row,
      ApplicationView view,
      List<DecisionRow> decisions,
      @Nullable UUID decider) {
    public Dossier {
      decisions = List.copyOf(decisions);
    }

    public DecisionRow decision(UUID id) {
      return decisions.stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
    }

    /** The latest proposal or decision; null when there is none. */
    public @Nullable DecisionRow latest() {
      return decisions.isEmpty() ? null : decisions.get(decisions.size() - 1);
    }
  }

  /** Nobody else acts on it until the transaction ends. */
  @Transactional
  public Dossier of(UUID application, Actor by, Now now) {
    return of(application, Visit.NONE, by, now);
  }

  /** The same where the person may be at another office. */
  @Transactional
  public Dossier of(UUID application, Visit visit, Actor by, Now now) {
    return dossier(courses.locked(application), visit, by, now);
  }

  /** The same, by one of its decisions. */
  @Transactional
  public Dossier ofDecision(UUID decision, Actor by, Now now) {
    return dossier(courses.lockedBy(decision), Visit.NONE, by, now);
  }

  private Dossier dossier(Courses.Loaded loaded, Visit visit, Actor by, Now now) {
    Courses.seenBy(by, loaded.row(), visit);
    return new Dossier(
        loaded.row(), views.of(loaded, now), loaded.decisions(), loaded.course().decider());
  }
}
