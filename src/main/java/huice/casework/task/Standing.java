package huice.casework.task;

import huice.model.Case;
import huice.model.Fact;
import huice.model.Node;
import huice.model.Relation;
import huice.model.Rows;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A case in which what was last said goes on: a list that was complete once counts as complete to
 * the day, and the lists of our own ledger hold all there is. For the rhythm of a service only, so
 * that a person is not asked the same again to keep it; never for a decision.
 */
final class Standing {
  private Standing() {}

  static Case of(Case given, Set<String> ledgers) {
    Map<String, Node> roots = new LinkedHashMap<>();
    given.roots().forEach((name, node) -> roots.put(name, node(node, given.on(), ledgers)));
    return new Case(given.on(), given.from(), given.to(), roots);
  }

  private static Node node(Node node, LocalDate on, Set<String> ledgers) {
    Node copy = new Node(node.entity(), node.path());
    for (Fact fact : node.entity().facts()) {
      copy.put(fact, node.fact(fact));
    }
    for (Relation relation : node.entity().relations()) {
      if (relation.many()) {
        rows(node, relation, copy, on, ledgers);
      } else {
        Node one = node.one(relation);
        if (one != null) {
          copy.put(relation, node(one, on, ledgers));
        }
      }
    }
    return copy;
  }

  private static void rows(
      Node node, Relation relation, Node copy, LocalDate on, Set<String> ledgers) {
    boolean own = ledgers.contains(relation.id());
    Rows rows = node.list(relation);
    if (rows == null) {
      if (own) {
        copy.put(relation, new Rows(java.util.List.of(), on));
      }
      return;
    }
    boolean whole = own || rows.completeTo() != null;
    copy.put(
        relation,
        new Rows(
            rows.rows().stream().map(row -> node(row, on, ledgers)).toList(), whole ? on : null));
  }
}
