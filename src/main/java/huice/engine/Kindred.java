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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the subjects of one kind in a case; the way to them is looked up once. Immutable. */
final class Kindred {
  private final SubjectKind kind;
  private final String root;

  /** From the root to the rows; null when the dictionary has no such way. */
  private final @Nullable List<Relation> steps;

  Kindred(SubjectKind kind, Dictionary dictionary) {
    this.kind = kind;
    String[] path = kind.rows() == null ? new String[] {""} : kind.rows().split("\\.");
    this.root = path[0];
    List<Relation> way = new ArrayList<>();
    Entity at = dictionary.root(root).orElse(null);
    for (int i = 1; i < path.length && at != null; i++) {
      Relation relation = at.relation(path[i]).orElse(null);
      if (relation != null) {
        way.add(relation);
      }
      at = relation == null ? null : dictionary.entity(relation.entity()).orElse(null);
    }
    this.steps = at == null ? null : List.copyOf(way);
  }

  /** The subjects in a case; none when the case does not speak of them. */
  List<Subject> in(Case asked, Map<String, Node> scope) {
    Map<String, Node> roots = asked.roots();
    if (kind.root() != null) {
      return roots.containsKey(kind.root())
          ? List.of(new Subject(kind, "", 0, scope, List.of(), Doubt.NONE))
          : List.of();
    }
    if (!kind.members().isEmpty()) {
      List<Node> members = new ArrayList<>();
      for (String member : kind.members()) {
        Node node = roots.get(member);
        if (node == null) {
          return List.of();
        }
        members.add(node);
      }
      return List.of(new Subject(kind, "", 0, scope, members, Doubt.NONE));
    }
    Node node = roots.get(root);
    if (node == null || steps == null) {
      return List.of();
    }
    List<Subject> subjects = new ArrayList<>(0);
    rows(node, 0, asked, scope, subjects);
    return subjects;
  }

  private void rows(Node node, int step, Case asked, Map<String, Node> scope, List<Subject> into) {
    if (steps == null || step == steps.size()) {
      add(node, asked, scope, into);
      return;
    }
    Relation relation = steps.get(step);
    if (!relation.many()) {
      Node one = node.one(relation);
      if (one != null) {
        rows(one, step + 1, asked, scope, into);
      }
      return;
    }
    Rows list = node.list(relation);
    if (list != null) {
      List<Node> rows = list.rows();
      for (int i = 0; i < rows.size(); i++) {
        rows(rows.get(i), step + 1, asked, scope, into);
      }
    }
  }

  private void add(Node row, Case asked, Map<String, Node> scope, List<Subject> into) {
    Doubt doubt = Doubt.of(kind, row, asked.on());
    if (doubt != null) {
      Map<String, Node> inside = new HashMap<>(scope);
      inside.put(row.entity().id(), row);
      into.add(new Subject(kind, row.path(), into.size(), inside, List.of(), doubt));
    }
  }
}
