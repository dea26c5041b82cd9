package huice.model;

import java.util.ArrayList;
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

  /** The lists on the way to the rows that a kind of subject is; empty when it is of none. */
  public List<Relation> lists(SubjectKind kind) {
    List<Relation> lists = new ArrayList<>();
    String[] steps = kind.rows() == null ? new String[] {""} : kind.rows().split("\\.", -1);
    Entity at = root(steps[0]).orElse(null);
    for (int i = 1; i < steps.length && at != null; i++) {
      Relation relation = at.relation(steps[i]).orElse(null);
      if (relation != null) {
        lists.add(relation);
      }
      at = relation == null ? null : entities.get(relation.entity());
    }
    return lists;
  }

  /** A subject kind by id or Chinese label. */
  public Optional<SubjectKind> subject(String word) {
    return subjects.values().stream()
        .filter(s -> s.id().equals(word) || s.label().zh().equals(word))
        .findFirst();
  }
}
