package huice.casework.decision;

import huice.model.Actor;
import java.time.LocalDate;
import java.util.EnumSet;
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

  static Doing of(Act act, Actor by, Now now) {
    return new Doing(act, by, now.today(), now.today(), null, Set.of());
  }

  Doing bringing(Draft fresh) {
    return new Doing(act, by, today, day, fresh, circumstances);
  }

  Doing on(LocalDate other) {
    return new Doing(act, by, today, other, draft, circumstances);
  }

  Doing where(Circumstance circumstance, boolean holds) {
    if (!holds) {
      return this;
    }
    Set<Circumstance> all = EnumSet.of(circumstance);
    all.addAll(circumstances);
    return new Doing(act, by, today, day, draft, all);
  }

  boolean with(Circumstance circumstance) {
    return circumstances.contains(circumstance);
  }
}
