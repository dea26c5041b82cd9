package huice.casework.decision;

import huice.model.Actor;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody about to act. {@code today} is the day of acting, {@code day} the day of what is
 * recorded, such as a delivery; {@code draft} is a new decision that the act brings.
 */
public record Doing(
    Act act,
    Actor by,
    LocalDate today,
    LocalDate day,
    @Nullable Draft draft,
    Set<Circumstance> circumstances) {
  public Doing {
    circumstances = Set.copyOf(circumstances);
  }

  boolean with(Circumstance circumstance) {
    return circumstances.contains(circumstance);
  }
}
