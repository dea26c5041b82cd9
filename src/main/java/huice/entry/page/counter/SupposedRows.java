package huice.entry.page.counter;

import huice.casework.counter.Counter;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Relation;
import huice.model.Rows;
import huice.model.Text;
import huice.policy.RecordedValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be supposed of a visitor: the facts of the person and of every row, with rows that are
 * only supposed to be there. Made for one request; not thread-safe.
 */
final class SupposedRows {
  /** Rows that may be supposed at once. */
  private static final int MOST = 20;

  private final Dictionary dictionary;
  private final List<String> wanted;
  private final List<String> added = new ArrayList<>();
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final Map<String, Integer> lists = new LinkedHashMap<>();
  private final Map<String, Text> titles = new LinkedHashMap<>();

  private SupposedRows(Dictionary dictionary, List<String> wanted) {
    this.dictionary = dictionary;
    this.wanted = wanted.stream().limit(MOST).toList();
  }

  /**
   * The facts of the person, or of one row at {@code path}. {@code row}: one may suppose that it is
   * not there; {@code fresh}: it is only supposed.
   */
  record Sheet(
      String id,
      String path,
      Text title,
      boolean open,
      boolean row,
      boolean fresh,
      List<Line> lines,
      List<Listed> lists) {}

  /** A fact to suppose otherwise, and what is known of it. */
  record Line(Inputs input, @Nullable String now) {}

  /** A list to which a row may be supposed. */
  record Listed(String path, Text label) {}

  /** {@code added}: paths of rows that are only supposed; those that cannot be are left out. */
  static SupposedRows of(Counter.Look look, String root, List<String> added) {
    SupposedRows rows = new SupposedRows(look.release().source().dictionary(), added);
    Node person = look.given().roots().get(root);
    if (person != null) {
      rows.collect(person, null, false);
    }
    return rows;
  }

  private void collect(Node node, @Nullable Text title, boolean fresh) {
    Entity entity = node.entity();
    List<Line> lines = new ArrayList<>();
    for (Fact fact : entity.facts()) {
      facts.put(node.path(fact), fact);
      lines.add(new Line(Inputs.supposing(node.path(fact), fact), now(node, fact)));
    }
    List<Listed> own = new ArrayList<>();
    Text shown = title == null ? entity.label() : title;
    titles.put(node.path(), shown);
    sheets.add(
        new Sheet(
            "s" + sheets.size(),
            node.path(),
            shown,
            title == null || fresh,
            title != null && !fresh,
            fresh,
            lines,
            own));
    for (Relation relation : entity.relations()) {
      Entity other = dictionary.entities().get(relation.entity());
      if (relation.many() && other != null) {
        own.add(new Listed(node.path() + "." + relation.id(), relation.label()));
        rows(node, relation, other, title);
      }
    }
  }

  private void rows(Node node, Relation relation, Entity entity, @Nullable Text title) {
    String list = node.path() + "." + relation.id();
    Rows known = node.list(relation);
    int place = 0;
    for (Node row : known == null ? List.<Node>of() : known.rows()) {
      collect(row, numbered(title, relation, place++), false);
    }
    while (wanted.contains(list + "[" + place + "]")) {
      String path = list + "[" + place + "]";
      added.add(path);
      collect(new Node(entity, path), numbered(title, relation, place++), true);
    }
    lists.put(list, place);
  }

  private static Text numbered(@Nullable Text in, Relation relation, int place) {
    String zh = relation.label().zh() + "第 " + (place + 1) + " 条";
    String en = relation.label().en() + " no. " + (place + 1);
    return in == null ? Text.of(zh, en) : Text.of(in.zh() + "，" + zh, in.en() + ", " + en);
  }

  private static @Nullable String now(Node node, Fact fact) {
    Known known = node.fact(fact);
    if (known instanceof Known.Value value) {
      return Inputs.shown(fact, RecordedValues.text(fact, value.raw()));
    }
    if (known instanceof Known.None) {
      return Inputs.shown(fact, null);
    }
    return known instanceof Known.Conflict ? "来源不一致" : null;
  }

  List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  /** The rows that are only supposed. */
  List<String> added() {
    return List.copyOf(added);
  }

  /** Every fact that can be supposed, by its path. */
  Map<String, Fact> facts() {
    return facts;
  }

  /** The path of the next row of a list; null when there is no such list, or no room. */
  @Nullable String next(String list) {
    Integer place = lists.get(list);
    return place == null || added.size() >= MOST ? null : list + "[" + place + "]";
  }

  /** Those that are rows as known. */
  List<String> known(List<String> paths) {
    return paths.stream()
        .filter(path -> titles.containsKey(path) && path.endsWith("]") && !added.contains(path))
        .distinct()
        .toList();
  }

  /** What a row is called. */
  Text title(String path) {
    return titles.getOrDefault(path, Text.of(path, path));
  }
}
