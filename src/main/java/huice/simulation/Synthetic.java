package huice.simulation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One invented person, organisation, couple or household. {@code facts} are in the form in which a
 * case gives the facts of a root; {@code links} leads to the other roots of its case. {@code
 * number} is an identity number with a right check digit and a region that no place has, null for
 * all but persons; {@code code} names an organisation, null for the others.
 */
public record Synthetic(
    UUID id,
    String entity,
    String name,
    @Nullable String number,
    @Nullable String code,
    @Nullable LocalDate registeredOn,
    Map<String, UUID> links,
    Map<String, Object> facts) {
  public Synthetic {
    links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }
}
