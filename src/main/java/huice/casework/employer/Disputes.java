package huice.casework.employer;

import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Relation;
import huice.model.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where sources say different things of what a duty reads (R17). Stateless. */
final class Disputes {
  private Disputes() {}

  /**
   * In a place of the case and in all that lies in it.
   *
   * @param read what the duty reads: entity.fact
   */
  static List<Duty.Dispute> of(@Nullable Node root, String place, Set<String> read) {
    List<Duty.Dispute> found = new ArrayList<>();
    if (root != null) {
      collect(root, place, read, found);
    }
    return found;
  }

  private static void collect(Node node, String place, Set<String> read, List<Duty.Dispute> found) {
    if (within(node.path(), place)) {
      for (Fact fact : node.entity().facts()) {
        if (node.fact(fact) instanceof Known.Conflict conflict
            && read.contains(fact.entity() + "." + fact.id())) {
          found.add(new Duty.Dispute(node.path(fact), fact, conflict.values()));
        }
      }
    }
    for (Relation relation : node.entity().relations()) {
      Rows rows = relation.many() ? node.list(relation) : null;
      Node one = relation.many() ? null : node.one(relation);
      if (rows != null) {
        rows.rows().forEach(row -> collect(row, place, read, found));
      } else if (one != null) {
        collect(one, place, read, found);
      }
    }
  }

  private static boolean within(String path, String place) {
    return path.equals(place) || path.startsWith(place + ".") || path.startsWith(place + "[");
  }
}
