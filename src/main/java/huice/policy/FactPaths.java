package huice.policy;

import huice.model.Entity;
import huice.model.Fact;
import huice.model.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Paths such as {@code root.fact} or {@code root.relation.fact}: a root's or an entity's name, its
 * relations, and at the end a fact.
 */
final class FactPaths {
  private FactPaths() {}

  /** The fact a path leads to, null when there is none. */
  static @Nullable Fact fact(String path, Map<String, Entity> entities, Map<String, String> roots) {
    String[] parts = path.split("\\.", -1);
    if (parts.length < 2) {
      return null;
    }
    Entity entity = entities.get(roots.getOrDefault(parts[0], parts[0]));
    for (int i = 1; i < parts.length - 1 && entity != null; i++) {
      Relation relation = entity.relation(parts[i]).orElse(null);
      entity = relation == null ? null : entities.get(relation.entity());
    }
    return entity == null ? null : entity.fact(parts[parts.length - 1]).orElse(null);
  }

  /** Every fact as {@code entity.fact}. */
  static List<String> all(Map<String, Entity> entities) {
    List<String> all = new ArrayList<>();
    entities.values().forEach(e -> e.facts().forEach(f -> all.add(e.id() + "." + f.id())));
    return all;
  }
}
