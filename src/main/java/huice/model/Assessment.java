package huice.model;

import java.time.LocalDate;
import java.util.List;

/** All outcomes for a case; has no effect. {@code release} is the release's digest. */
public record Assessment(LocalDate on, String release, List<Outcome> outcomes) {
  public Assessment {
    outcomes = List.copyOf(outcomes);
  }
}
