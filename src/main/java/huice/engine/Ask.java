package huice.engine;

import java.util.Set;

/**
 * What is asked of an assessment: {@code schemes} by id (empty: all); {@code reasons} whether
 * conditions, missing facts and arithmetic are wanted in full; {@code outlook} whether {@code
 * possibleFrom} is searched.
 */
public record Ask(Set<String> schemes, boolean reasons, boolean outlook) {
  public Ask {
    schemes = Set.copyOf(schemes);
  }

  public static Ask all() {
    return new Ask(Set.of(), true, true);
  }

  public static Ask only(String... schemes) {
    return new Ask(Set.of(schemes), true, true);
  }
}
