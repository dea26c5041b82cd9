package huice.simulation.impact;

import huice.model.Case;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose outcomes are compared, with their case. {@code root} is the name under which they
 * stand in it; {@code given} is null when the case cannot be read by the words of a release. {@code
 * first}: of several members who are one subject together, the one with whom it is counted. {@code
 * registered} holds what is known of them besides facts, by the groupings' ids. Nothing here tells
 * who they are.
 */
public record Party(
    String root, @Nullable Case given, boolean first, Map<String, String> registered) {
  public Party {
    registered = Map.copyOf(registered);
  }
}
