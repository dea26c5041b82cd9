package huice.policy;

import static huice.policy.Words.say;

import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Rows;
import huice.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the facts, lists and single relations of one thing in a case. */
record NodeReader(Dictionary dictionary, Faults faults, Set<String> broken) {
  private static final List<String> LIST_KEYS = List.of("complete_to", "rows");
  private static final Text WRITE_LIST =
      Text.of(
          "请写 [{…}, {…}]，知道齐全到哪天就写 {complete_to: 日期, rows: [{…}]}",
          "write [{…}, {…}], or {complete_to: DATE, rows: [{…}]} when it is complete up to a day");

  @Nullable Node node(Entity entity, String path, Tree tree, Where where) {
    if (!(tree instanceof Tree.Mapping mapping)) {
      if (tree.nothing()) {
        faults.text(where, tree);
      } else {
        faults.add(
            where,
            tree.line(),
            say("「%s」应当是几项事实", "%s consists of facts", path),
            Text.of("请写「名称: 值」", "write \"name: value\""));
      }
      return null;
    }
    Node node = new Node(entity, path);
    for (Tree.Entry entry : mapping.entries().values()) {
      entry(node, entry, where.at(entry.key()));
    }
    order(node, mapping, where);
    return node;
  }

  private void entry(Node node, Tree.Entry entry, Where where) {
    Entity entity = node.entity();
    Fact fact = entity.fact(entry.key()).orElse(null);
    if (fact != null) {
      Known known = new ValueReader(fact, faults).read(entry.value(), where);
      if (known != null) {
        node.put(fact, known);
      }
      return;
    }
    Relation relation = entity.relation(entry.key()).orElse(null);
    if (relation != null) {
      relation(node, relation, entry, where);
    } else if (!broken.contains(entity.id() + "." + entry.key())) {
      faults.unknown(where, entry, names(entity));
    }
  }

  private void relation(Node node, Relation relation, Tree.Entry entry, Where where) {
    Entity target = dictionary.entities().get(relation.entity());
    if (target == null) {
      return;
    }
    String path = node.path() + "." + relation.id();
    if (relation.many()) {
      Rows rows = rows(target, path, entry.value(), where);
      if (rows != null) {
        node.put(relation, rows);
      }
    } else {
      Node one = node(target, path, entry.value(), where);
      if (one != null) {
        node.put(relation, one);
      }
    }
  }

  private @Nullable Rows rows(Entity entity, String path, Tree tree, Where where) {
    if (tree instanceof Tree.Sequence sequence) {
      return new Rows(nodes(entity, path, sequence, where), null);
    }
    if (tree.nothing()) {
      faults.text(where, tree);
      return null;
    }
    if (!(tree instanceof Tree.Mapping mapping)
        || LIST_KEYS.stream().noneMatch(mapping.entries()::containsKey)) {
      faults.add(where, tree.line(), say("「%s」应当是列表", "%s must be a list", path), WRITE_LIST);
      return null;
    }
    return complete(entity, path, mapping, where);
  }

  private @Nullable Rows complete(Entity entity, String path, Tree.Mapping mapping, Where where) {
    for (Tree.Entry entry : mapping.entries().values()) {
      if (!LIST_KEYS.contains(entry.key())) {
        faults.unknown(where.at(entry.key()), entry, LIST_KEYS);
      }
    }
    Tree until = mapping.get("complete_to");
    LocalDate completeTo = until == null ? null : faults.day(where.at("complete_to"), until);
    Tree rows = mapping.get("rows");
    if (!(rows instanceof Tree.Sequence sequence)) {
      faults.add(
          where.at("rows"),
          rows == null ? mapping.line() : rows.line(),
          say("「%s」没有列出 rows", "%s has no list of rows", path),
          Text.of(
              "请写 rows: [{…}]，确知没有就写 rows: []",
              "write rows: [{…}], or rows: [] when there are none"));
      return null;
    }
    return new Rows(nodes(entity, path, sequence, where.at("rows")), completeTo);
  }

  private List<Node> nodes(Entity entity, String path, Tree.Sequence sequence, Where where) {
    List<Node> nodes = new ArrayList<>();
    if (!CaseSize.fits(faults, path, sequence, where)) {
      return nodes;
    }
    for (int i = 0; i < sequence.items().size(); i++) {
      Node node = node(entity, path + "[" + i + "]", sequence.items().get(i), where.at(i));
      if (node != null) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  /** A row that ends before it begins is a slip of the pen, and no result may rest on it. */
  private void order(Node node, Tree.Mapping mapping, Where where) {
    Fact begins = dated(node.entity(), node.entity().begins());
    Fact ends = dated(node.entity(), node.entity().ends());
    if (begins == null
        || ends == null
        || !(node.fact(begins) instanceof Known.Value first)
        || !(node.fact(ends) instanceof Known.Value last)
        || last.raw() >= first.raw()) {
      return;
    }
    Tree.Entry entry = mapping.entries().get(ends.id());
    faults.add(
        where.at(ends.id()),
        entry == null ? mapping.line() : entry.line(),
        say(
            "「%s」（%s）早于「%s」（%s）",
            "\"%1$s\" (%2$s) is before \"%3$s\" (%4$s)",
            ends.label().zh(),
            faults.shown(Raw.date(last.raw())),
            begins.label().zh(),
            faults.shown(Raw.date(first.raw()))),
        Text.of("请核对两个日期", "check the two dates"));
  }

  private static @Nullable Fact dated(Entity entity, @Nullable String id) {
    return id == null ? null : entity.fact(id).orElse(null);
  }

  private static List<String> names(Entity entity) {
    return Stream.concat(
            entity.facts().stream().map(Fact::id), entity.relations().stream().map(Relation::id))
        .toList();
  }
}
