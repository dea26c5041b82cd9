package huice.casework.decision;

import huice.model.Actor;
import huice.model.Text;
import huice.store.DecisionRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What has to hold before the latest proposal can be confirmed, and what does not yet. Thread-safe.
 */
@ApplicationScoped
public class Hindrances {
  private final Courses courses;
  private final Since since;
  private final Settings settings;

  Hindrances(Courses courses, Since since, Settings settings) {
    this.courses = courses;
    this.since = since;
    this.settings = settings;
  }

  /** One thing that has to hold; {@code what} says what is lacking where it does not. */
  public record Check(Guard guard, Text what, boolean holds) {}

  /** Empty where the state does not allow confirming at all. */
  @Transactional
  public List<Check> confirming(UUID application, Actor by, Now now) {
    Courses.Loaded loaded = courses.read(application);
    Courses.seenBy(by, loaded.row());
    DecisionRow latest = loaded.latest();
    Draft proposal = loaded.course().proposal();
    if (latest == null || proposal == null) {
      return List.of();
    }
    Doing doing =
        Doing.of(Act.CONFIRM, by, now)
            .where(Circumstance.FACTS_CHANGED, since.changed(loaded, latest))
            .where(Circumstance.SWITCHED, !since.switchedOff(latest.id()).isEmpty());
    Optional<Step> step =
        Machine.step(loaded.course().state(), Act.CONFIRM, Turn.of(proposal.bearing()));
    return step.map(Step::guards).orElse(List.of()).stream()
        .map(
            guard ->
                new Check(
                    guard, guard.what(), guard.holds(loaded.course(), doing, settings.periods())))
        .toList();
  }
}
