package huice.casework.counter;

import huice.casework.decision.Act;
import huice.casework.decision.ApplicationView;
import huice.casework.decision.Applications;
import huice.casework.decision.Machine;
import huice.casework.decision.Now;
import huice.casework.decision.State;
import huice.model.Actor;
import huice.model.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What waits for an account: applications by the act that each of them needs next, the earliest due
 * first. Caseworkers and certifiers see their office's, reviewers all. Names nobody, so that no
 * reading of a person is to be noted. Thread-safe.
 */
@ApplicationScoped
public class Day {
  /** What an application in a state waits for. In the others nothing waits for the office. */
  private static final Map<State, Act> NEXT =
      new EnumMap<>(
          Map.of(
              State.APPLIED, Act.PROPOSE,
              State.WAITS_FOR_FACTS, Act.TELL_MISSING,
              State.PROPOSED, Act.CONFIRM,
              State.ADVERSE_PROPOSED, Act.DELIVER,
              State.COMMENT_PERIOD, Act.CONFIRM,
              State.GRANTED, Act.NOTIFY,
              State.ADVERSE, Act.NOTIFY,
              State.OBJECTED, Act.REVIEW,
              State.OBJECTED_GRANTED, Act.REVIEW,
              State.OBJECTED_SILENCE, Act.PROPOSE));

  private final Applications applications;

  Day(Applications applications) {
    this.applications = applications;
  }

  /** Applications in one state, with the act that they wait for. */
  public record Waiting(State state, Act next, List<ApplicationView.Brief> applications) {
    public Waiting {
      applications = List.copyOf(applications);
    }
  }

  /** Without what waits for other roles, and without what is empty; in the order of the way. */
  @Transactional
  public List<Waiting> of(Actor by, Now now) {
    List<Waiting> waiting = new ArrayList<>();
    for (Map.Entry<State, Act> step : NEXT.entrySet()) {
      if (!Machine.who(step.getValue()).contains(by.role())) {
        continue;
      }
      List<ApplicationView.Brief> found =
          applications
              .list(new Applications.Wanted(null, null, step.getKey(), false), by, now)
              .stream()
              .filter(a -> by.role() == Role.REVIEWER || a.office().equals(by.office()))
              .toList();
      if (!found.isEmpty()) {
        waiting.add(new Waiting(step.getKey(), step.getValue(), found));
      }
    }
    return List.copyOf(waiting);
  }
}
