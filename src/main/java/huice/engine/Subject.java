package huice.engine;

import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Node;
import huice.model.SubjectKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One subject of a case: the kind, where it stands ({@code worker.employments[0]}; empty for
 * roots), which of its kind it is, what its rules see by alias, its members, and whether it may be
 * none.
 */
record Subject(
    SubjectKind kind,
    String path,
    int place,
    Map<String, Node> scope,
    List<Node> members,
    Doubt doubt) {

  /** How an outcome names it. */
  String name() {
    return path.isEmpty() ? kind.id() : kind.id() + " " + path;
  }

  /** The roots of a case, and those it does not speak of as nodes of nothing. */
  static Map<String, Node> scope(Case asked, Map<String, Node> empty) {
    Map<String, Node> scope = new HashMap<>(empty);
    scope.putAll(asked.roots());
    return Map.copyOf(scope);
  }

  /** A node of nothing for every root, so that a path into an absent root reads as unknown. */
  static Map<String, Node> empty(Dictionary dictionary) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    dictionary
        .roots()
        .forEach(
            (root, entityId) -> {
              Entity entity = dictionary.entities().get(entityId);
              if (entity != null) {
                nodes.put(root, new Node(entity, root));
              }
            });
    return nodes;
  }
}
