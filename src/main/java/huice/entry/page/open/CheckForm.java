package huice.entry.page.open;

import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.entry.page.Form;
import huice.entry.page.counter.Inputs;
import huice.entry.page.counter.Values;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Relation;
import huice.model.SubjectKind;
import huice.model.Text;
import huice.model.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form for the facts that one scheme reads, made from the dictionary, together with the case that
 * was typed into it. Nothing of it is kept. Made for one request; not thread-safe.
 */
final class CheckForm {
  private static final int MOST_ROWS = 12;
  private static final String COUNT = "n:";
  private static final String COMPLETE = "all:";

  private final Dictionary dictionary;
  private final Set<String> reads;
  private final Set<String> wanted = new HashSet<>();

  /** Whether more people than one are asked about, so that each question says of whom it is. */
  private boolean several;

  private final LocalDate on;
  private final Form form;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, Object> facts = new LinkedHashMap<>();

  /** The facts of one thing, or a list to which things can be added. */
  record Sheet(
      String id,
      Text title,
      List<Inputs> inputs,
      boolean list,
      int rows,
      boolean more,
      boolean complete) {}

  private CheckForm(Dictionary dictionary, SchemeInfo scheme, LocalDate on, Form form) {
    this.dictionary = dictionary;
    this.reads = scheme.facts();
    this.on = on;
    this.form = form;
  }

  static CheckForm of(CompiledRelease release, SchemeInfo scheme, LocalDate on, Form form) {
    CheckForm made = new CheckForm(release.source().dictionary(), scheme, on, form);
    made.roots(scheme);
    return made;
  }

  List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  /** What was typed, as a case is sent. */
  Map<String, Object> given() {
    return Map.of("on", on.toString(), "facts", facts);
  }

  /** The field of a form for a place of the case. */
  static String field(String pointer) {
    return pointer
        .replaceFirst("^/facts/", "")
        .replaceFirst("/(value|none)$", "")
        .replaceAll("/rows(?=/\\d)", "")
        .replaceAll("/(\\d+)(?=/|$)", "[$1]")
        .replace('/', '.');
  }

  private void roots(SchemeInfo scheme) {
    SubjectKind kind = dictionary.subject(scheme.subject()).orElseThrow();
    Set<String> roots = new HashSet<>(kind.members());
    several = roots.size() > 1;
    String root = kind.root();
    String rows = kind.rows();
    if (root != null) {
      roots.add(root);
    }
    if (rows != null) {
      String[] steps = rows.split("\\.", -1);
      roots.add(steps[0]);
      wanted.add(rows);
    }
    Set<String> taken = new HashSet<>();
    roots.forEach(name -> taken.add(dictionary.roots().getOrDefault(name, name)));
    for (Map.Entry<String, String> one : dictionary.roots().entrySet()) {
      if (roots.contains(one.getKey()) || !taken.contains(one.getValue())) {
        Entity entity = dictionary.entity(one.getValue()).orElseThrow();
        Map<String, Object> node = node(one.getKey(), label(roots, one, entity), entity);
        if (!node.isEmpty() || roots.contains(one.getKey())) {
          facts.put(one.getKey(), node);
        }
      }
    }
  }

  /** Of two people of one kind one is the one and one the other. */
  private static Text label(Set<String> roots, Map.Entry<String, String> one, Entity entity) {
    if (roots.size() < 2 || !roots.contains(one.getKey())) {
      return entity.label();
    }
    return one.getKey().equals(one.getValue())
        ? Text.of("一方", "one of you")
        : Text.of("另一方", "the other");
  }

  private Map<String, Object> node(String path, Text title, Entity entity) {
    Map<String, Object> node = new LinkedHashMap<>();
    List<Inputs> inputs = new ArrayList<>();
    for (Fact fact : entity.facts()) {
      if (reads.contains(entity.id() + "." + fact.id())) {
        String name = path + "." + fact.id();
        inputs.add(Inputs.of(name, fact));
        String typed = Values.typed(fact, form.value(name));
        if (!typed.isEmpty()) {
          node.put(fact.id(), said(fact, typed));
        }
      }
    }
    if (!inputs.isEmpty()) {
      sheets.add(new Sheet(path, title, inputs, false, 0, false, false));
    }
    for (Relation relation : entity.relations()) {
      if (reads.contains(relation.owner() + "." + relation.id())) {
        relation(path, title, relation, node);
      }
    }
    return node;
  }

  private static Object said(Fact fact, String typed) {
    if (Values.none(typed) && fact.type() != ValueType.YES_NO) {
      return "none";
    }
    return fact.type() == ValueType.YES_NO && Set.of("true", "false").contains(typed)
        ? (Object) Boolean.valueOf(typed)
        : typed;
  }

  private void relation(String path, Text owner, Relation relation, Map<String, Object> node) {
    Entity entity = dictionary.entity(relation.entity()).orElseThrow();
    String place = path + "." + relation.id();
    if (!relation.many()) {
      Map<String, Object> one = node(place, relation.label(), entity);
      if (!one.isEmpty()) {
        node.put(relation.id(), one);
      }
      return;
    }
    int count = rows(place);
    sheets.add(
        new Sheet(
            place,
            several
                ? Text.of(
                    owner.zh() + "：" + relation.question().zh(),
                    owner.en() + ": " + relation.question().en())
                : relation.question(),
            List.of(),
            true,
            count,
            count < MOST_ROWS,
            form.ticked(COMPLETE + place)));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      Text title =
          Text.of(
              (several ? owner.zh() + "，" : "") + relation.label().zh() + "，第 " + (row + 1) + " 条",
              (several ? owner.en() + ", " : "") + relation.label().en() + " " + (row + 1));
      Map<String, Object> one = node(place + "[" + row + "]", title, entity);
      if (!one.isEmpty()) {
        rows.add(one);
      }
    }
    if (form.ticked(COMPLETE + place)) {
      node.put(relation.id(), Map.of("complete_to", on.toString(), "rows", rows));
    } else if (!rows.isEmpty()) {
      node.put(relation.id(), rows);
    }
  }

  /** How many rows are shown; one more when that was asked for. */
  private int rows(String place) {
    String plain = place.replaceAll("\\[\\d+]", "");
    int least = wanted.contains(plain) ? 1 : 0;
    int shown = form.value(COUNT + place).isEmpty() ? least : form.version(COUNT + place);
    int more = form.value("add").equals(place) ? 1 : 0;
    return Math.min(MOST_ROWS, shown + more);
  }
}
