package huice.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dictionary of facts: what may be recorded, sent or read. {@code roots} maps the names at the
 * top of a case to entities; {@code protectedUses} is the register of R21.
 */
public record Dictionary(
    Map<String, Entity> entities,
    Map<String, String> roots,
    Map<String, SubjectKind> subjects,
    List<ProtectedUse> protectedUses) {

  /** A declared, favourable use of a protected attribute (R21): legal ground and schemes. */
  public record ProtectedUse(
      String fact, List<String> schemes, String ground, String file, int line) {
    public ProtectedUse {
      schemes = List.copyOf(schemes);
    }
  }

  public Dictionary {
    entities = Collections.unmodifiableMap(new LinkedHashMap<>(entities));
    roots = Collections.unmodifiableMap(new LinkedHashMap<>(roots));
    subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
    protectedUses = List.copyOf(protectedUses);
  }

  public Optional<Entity> entity(String id) {
    return Optional.ofNullable(entities.get(id));
  }

  /** The entity of a root of a case. */
  public Optional<Entity> root(String name) {
    return Optional.ofNullable(roots.get(name)).map(entities::get);
  }

  /** A subject kind by id or Chinese label. */
  public Optional<SubjectKind> subject(String word) {
    return subjects.values().stream()
        .filter(s -> s.id().equals(word) || s.label().zh().equals(word))
        .findFirst();
  }
}
