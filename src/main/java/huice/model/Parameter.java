package huice.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dated, sourced value used by rules. {@code name} is the Chinese title written as 〔name〕 and is
 * unique over all packs; {@code id} is pack/file. {@code by} is the path of the choice fact that
 * selects a value, null for a plain parameter. {@code listed} marks a parameter that is a list of
 * words or days.
 */
public record Parameter(
    String pack,
    String id,
    String name,
    String en,
    ValueType type,
    Unit unit,
    boolean listed,
    @Nullable String by,
    String clause,
    List<ParameterValue> versions,
    String file,
    int line) {
  public Parameter {
    versions = List.copyOf(versions);
  }

  /** The version in force on a day, if any. */
  public Optional<ParameterValue> on(LocalDate day) {
    return versions.stream().filter(v -> v.covers(day)).findFirst();
  }
}
