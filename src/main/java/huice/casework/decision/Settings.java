package huice.casework.decision;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an authority sets about its decisions. Immutable. */
@Singleton
public class Settings {
  private final Periods periods;
  private final Set<String> automatic;
  private final int fewest;
  private final int hasty;

  Settings(
      @ConfigProperty(name = "huice.decisions.comment-days", defaultValue = "14") int comment,
      @ConfigProperty(name = "huice.decisions.objection-days", defaultValue = "60") int objection,
      @ConfigProperty(name = "huice.decisions.due-days", defaultValue = "30") int due,
      @ConfigProperty(name = "huice.decisions.automatic") Optional<List<String>> automatic,
      @ConfigProperty(name = "huice.decisions.alarm-from", defaultValue = "10") int fewest,
      @ConfigProperty(name = "huice.decisions.alarm-seconds", defaultValue = "60") int hasty) {
    this.periods = new Periods(comment, objection, due);
    this.automatic = Set.copyOf(automatic.orElse(List.of()));
    this.fewest = fewest;
    this.hasty = hasty;
  }

  public Periods periods() {
    return periods;
  }

  /** Whether favourable outcomes of a scheme may take effect without a person (R2). */
  public boolean automatic(String scheme) {
    return automatic.contains(scheme);
  }

  /** From how many confirmations on haste raises the alarm (R5). */
  int fewest() {
    return fewest;
  }

  /** A median time with the reasons below this many seconds is no reading (R5). */
  int hasty() {
    return hasty;
  }
}
