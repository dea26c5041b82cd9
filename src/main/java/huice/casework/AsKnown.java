package huice.casework;

import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Relation;
import huice.model.Rows;
import huice.model.Statement.Kind;
import huice.store.FactRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing as it is known at a number and on a day, by the words of one dictionary: what the
 * dictionary does not know is not seen. Made for one reading; not thread-safe.
 */
final class AsKnown {
  private final Dictionary dictionary;
  private final LocalDate on;
  private final Map<String, List<FactRow>> paths;
  private final NavigableSet<String> names;
  private final Map<String, NavigableSet<RowKey>> rows = new HashMap<>();

  /** {@code records}: the record, and those of the same person that were merged with it. */
  AsKnown(
      Dictionary dictionary,
      List<UUID> records,
      Collection<FactRow> all,
      long version,
      LocalDate on) {
    this.dictionary = dictionary;
    this.on = on;
    List<FactRow> standing = new ArrayList<>();
    for (FactRow row : Said.standing(all, version)) {
      String path = RowKey.inPart(row.path(), records.indexOf(row.record()));
      standing.add(
          new FactRow(
              row.seq(), row.record(), row.said().at(path), row.recordedAt(), row.recordedBy()));
    }
    this.paths = Said.byPath(standing);
    this.names = new TreeSet<>(paths.keySet());
    for (FactRow row : standing) {
      RowKey key = row.said().kind() == Kind.ROW ? RowKey.of(row.path()) : null;
      if (key != null) {
        rows.computeIfAbsent(key.list(), list -> new TreeSet<>()).add(key);
      }
    }
  }

  /** The whole, as it stands in a case under a root's name. */
  Node root(Entity entity, String name) {
    return node(entity, name, "");
  }

  /** The record that a root is on this day; null when none is known. */
  @Nullable UUID linked(String root) {
    return Said.linked(paths.getOrDefault(root, List.of()), on);
  }

  /** The rows of a list that are there, by their keys in order. */
  List<RowKey> rows(String list) {
    return List.copyOf(rows.getOrDefault(list, new TreeSet<>()));
  }

  /** What stands at a path, whatever day it is said for. */
  List<FactRow> at(String path) {
    return paths.getOrDefault(path, List.of());
  }

  Set<String> paths() {
    return paths.keySet();
  }

  private Node node(Entity entity, String place, String prefix) {
    Node node = new Node(entity, place);
    for (Fact fact : entity.facts()) {
      List<FactRow> said = paths.get(prefix + fact.id());
      if (said != null) {
        node.put(fact, Said.known(fact, said, on));
      }
    }
    for (Relation relation : entity.relations()) {
      Entity other = dictionary.entities().get(relation.entity());
      if (other != null) {
        relation(node, relation, other, prefix + relation.id());
      }
    }
    return node;
  }

  private void relation(Node node, Relation relation, Entity other, String path) {
    String place = node.path() + "." + relation.id();
    if (!relation.many()) {
      if (holds(path + ".")) {
        node.put(relation, node(other, place, path + "."));
      }
      return;
    }
    List<Node> found = new ArrayList<>();
    for (RowKey key : rows(path)) {
      found.add(node(other, place + "[" + found.size() + "]", key.path() + "."));
    }
    LocalDate completeTo = Said.completeTo(at(path), on);
    if (!found.isEmpty() || completeTo != null) {
      node.put(relation, new Rows(found, completeTo));
    }
  }

  /** Things that would end before they begin, slips of the pen: what their paths begin with. */
  List<String> reversed(Entity entity) {
    List<String> found = new ArrayList<>();
    reversed(entity, "", found);
    return found;
  }

  private void reversed(Entity entity, String prefix, List<String> found) {
    Known begins = dated(entity, entity.begins(), prefix);
    Known ends = dated(entity, entity.ends(), prefix);
    if (begins instanceof Known.Value first
        && ends instanceof Known.Value last
        && last.raw() < first.raw()) {
      found.add(prefix);
    }
    for (Relation relation : entity.relations()) {
      Entity other = dictionary.entities().get(relation.entity());
      String path = prefix + relation.id();
      if (other != null && relation.many()) {
        rows(path).forEach(key -> reversed(other, key.path() + ".", found));
      } else if (other != null && holds(path + ".")) {
        reversed(other, path + ".", found);
      }
    }
  }

  private Known dated(Entity entity, @Nullable String id, String prefix) {
    Fact fact = id == null ? null : entity.fact(id).orElse(null);
    return fact == null ? Known.ABSENT : Said.known(fact, at(prefix + id), on);
  }

  private boolean holds(String prefix) {
    String next = names.ceiling(prefix);
    return next != null && next.startsWith(prefix);
  }
}
