package huice.engine;

import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Node;
import huice.model.Relation;
import huice.model.Rows;
import huice.model.SubjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One subject of a case: the kind, where it stands ({@code worker.employments[0]}; empty for
 * roots), which of its kind it is, what its rules see by alias, its members, and whether it may be none.
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

  /** The subjects of a kind in a case; none when the case does not speak of them. */
  static List<Subject> of(SubjectKind kind, Case asked, Map<String, Node> scope) {
    if (kind.root() != null) {
      return asked.roots().containsKey(kind.root())
          ? List.of(new Subject(kind, "", 0, scope, List.of(), Doubt.NONE))
          : List.of();
    }
    if (!kind.members().isEmpty()) {
      List<Node> members = new ArrayList<>();
      for (String member : kind.members()) {
        if (!asked.roots().containsKey(member)) {
          return List.of();
        }
        members.add(asked.roots().get(member));
      }
      return List.of(new Subject(kind, "", 0, scope, members, Doubt.NONE));
    }
    return kind.rows() == null ? List.of() : rows(kind, kind.rows(), asked, scope);
  }

  private static List<Subject> rows(
      SubjectKind kind, String path, Case asked, Map<String, Node> scope) {
    String[] steps = path.split("\\.");
    List<Node> nodes = new ArrayList<>();
    if (asked.roots().containsKey(steps[0])) {
      nodes.add(asked.roots().get(steps[0]));
    }
    for (int i = 1; i < steps.length; i++) {
      List<Node> next = new ArrayList<>();
      for (Node node : nodes) {
        next.addAll(children(node, steps[i]));
      }
      nodes = next;
    }
    List<Subject> subjects = new ArrayList<>();
    for (Node node : nodes) {
      Doubt doubt = Doubt.of(kind, node, asked.on());
      if (doubt != null) {
        Map<String, Node> inside = new HashMap<>(scope);
        inside.put(node.entity().id(), node);
        subjects.add(new Subject(kind, node.path(), subjects.size(), inside, List.of(), doubt));
      }
    }
    return subjects;
  }

  private static List<Node> children(Node node, String step) {
    Relation relation = node.entity().relation(step).orElse(null);
    if (relation == null) {
      return List.of();
    }
    if (!relation.many()) {
      @Nullable Node one = node.one(relation);
      return one == null ? List.of() : List.of(one);
    }
    Rows rows = node.list(relation);
    return rows == null ? List.of() : rows.rows();
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
