package huice.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as offices see one: the number masked, the name whole only for who opened the person's
 * own page. {@code parts} are the persons that were merged into this one. An erased person has no
 * number and no name.
 */
public record Person(
    UUID id,
    @Nullable String name,
    @Nullable String number,
    String office,
    String language,
    LocalDate registeredOn,
    String channel,
    @Nullable LocalDate consentOn,
    @Nullable LocalDate consentEndedOn,
    boolean automatic,
    boolean erased,
    List<UUID> parts,
    int version) {
  public Person {
    parts = List.copyOf(parts);
  }

  /** A name as lists show it: the first character and stars. */
  public static String masked(String name) {
    int first = name.isEmpty() ? 0 : name.offsetByCodePoints(0, 1);
    return name.substring(0, first) + "*".repeat(Math.min(2, Math.max(1, name.length() - first)));
  }
}
