package huice.twin;

import huice.model.Case;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Relation;
import huice.model.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of a case with something changed. Nodes keep the paths they had, whatever is removed. */
public final class Reshaped {
  private Reshaped() {}

  /** What becomes of each fact and each list; both are given the nodes of the original. */
  public interface Change {
    default Known fact(Node node, Fact fact, Known known) {
      return known;
    }

    default @Nullable Rows rows(Node node, Relation relation, @Nullable Rows rows) {
      return rows;
    }
  }

  /** A fact that a case states. */
  public record FactPlace(Node node, Fact fact) {
    public String path() {
      return node.path() + "." + fact.id();
    }
  }

  /** A row of a list of a case, or the whole list where {@code row} is null. */
  public record RowPlace(Node owner, Relation list, @Nullable Node row) {
    public String path() {
      return row == null ? owner.path() + "." + list.id() : row.path();
    }
  }

  public static Case copy(Case original, Change change) {
    Map<String, Node> roots = new LinkedHashMap<>();
    original.roots().forEach((name, node) -> roots.put(name, copy(node, change)));
    return new Case(original.on(), original.from(), original.to(), roots);
  }

  private static Node copy(Node node, Change change) {
    Node copy = new Node(node.entity(), node.path());
    for (Fact fact : node.entity().facts()) {
      copy.put(fact, change.fact(node, fact, node.fact(fact)));
    }
    for (Relation relation : node.entity().relations()) {
      Node one = node.one(relation);
      if (one != null) {
        copy.put(relation, copy(one, change));
      }
      Rows rows = relation.many() ? change.rows(node, relation, node.list(relation)) : null;
      if (rows != null) {
        copy.put(
            relation,
            new Rows(rows.rows().stream().map(r -> copy(r, change)).toList(), rows.completeTo()));
      }
    }
    return copy;
  }

  /** Every node of a case, roots first. */
  public static List<Node> nodes(Case asked) {
    List<Node> nodes = new ArrayList<>(asked.roots().values());
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      for (Relation relation : node.entity().relations()) {
        Rows rows = relation.many() ? node.list(relation) : null;
        if (rows != null) {
          nodes.addAll(rows.rows());
        }
        Node one = relation.many() ? null : node.one(relation);
        if (one != null) {
          nodes.add(one);
        }
      }
    }
    return nodes;
  }

  /** Every fact of a case of which something is known. */
  public static List<FactPlace> facts(Case asked) {
    List<FactPlace> places = new ArrayList<>();
    for (Node node : nodes(asked)) {
      for (Fact fact : node.entity().facts()) {
        if (!(node.fact(fact) instanceof Known.Absent)) {
          places.add(new FactPlace(node, fact));
        }
      }
    }
    return places;
  }

  /** Every row of every list, and every list of which something is known. */
  public static List<RowPlace> rows(Case asked) {
    List<RowPlace> places = new ArrayList<>();
    for (Node node : nodes(asked)) {
      for (Relation relation : node.entity().relations()) {
        Rows rows = relation.many() ? node.list(relation) : null;
        if (rows != null) {
          places.add(new RowPlace(node, relation, null));
          rows.rows().forEach(r -> places.add(new RowPlace(node, relation, r)));
        }
      }
    }
    return places;
  }

  public static Case with(Case asked, FactPlace place, Known value) {
    return copy(
        asked,
        new Change() {
          @Override
          public Known fact(Node node, Fact fact, Known known) {
            return node == place.node() && fact.equals(place.fact()) ? value : known;
          }
        });
  }

  public static Case without(Case asked, FactPlace place) {
    return with(asked, place, Known.ABSENT);
  }

  /** Without a row nobody may say any more that its list is complete. */
  public static Case without(Case asked, RowPlace place) {
    return copy(
        asked,
        new Change() {
          @Override
          public @Nullable Rows rows(Node node, Relation relation, @Nullable Rows rows) {
            boolean here = node == place.owner() && relation.equals(place.list());
            if (!here || rows == null || place.row() == null) {
              return here ? null : rows;
            }
            return new Rows(rows.rows().stream().filter(r -> r != place.row()).toList(), null);
          }
        });
  }
}
