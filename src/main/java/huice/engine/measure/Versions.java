package huice.engine.measure;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The version of every form of measure. Whoever changes what a form makes of the same facts gives
 * it the next version here, so that a decision made before can be told apart from a mistake.
 */
final class Versions {
  /** Filters of rows and bridges between spells: read by several forms, changed in one place. */
  static final String WHERE = "where";

  static final SortedMap<String, Integer> ALL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("value", 1),
              Map.entry("known", 1),
              Map.entry("age", 1),
              Map.entry("elapsed", 1),
              Map.entry("deadline", 1),
              Map.entry("exists", 1),
              Map.entry("count", 1),
              Map.entry("sum", 1),
              Map.entry("latest", 1),
              Map.entry("earliest", 1),
              Map.entry("months", 1),
              Map.entry("overlap", 1),
              Map.entry("reached", 1),
              Map.entry("share", 1),
              Map.entry("plus", 1),
              Map.entry("minus", 1),
              Map.entry("product", 1),
              Map.entry("least", 1),
              Map.entry("greatest", 1),
              Map.entry("phased", 1),
              Map.entry("outcome", 1),
              Map.entry("earlier", 1),
              Map.entry("on", 1),
              Map.entry("monthStart", 1),
              Map.entry("monthEnd", 1),
              Map.entry("parameter", 1),
              Map.entry(WHERE, 1)));

  private Versions() {}

  /** The forms that a call reads by, with their versions; paths are read as values. */
  static SortedMap<String, Integer> of(Call call) {
    SortedSet<String> forms = new TreeSet<>();
    collect(call, forms);
    SortedMap<String, Integer> versions = new TreeMap<>();
    forms.forEach(form -> versions.put(form, Objects.requireNonNull(ALL.get(form), form)));
    return versions;
  }

  private static void collect(Call call, SortedSet<String> forms) {
    if (Shape.ALL.containsKey(call.form())) {
      forms.add(call.form());
    }
    for (Call.Arg arg : call.args()) {
      if (arg instanceof Call.Nested nested) {
        collect(nested.call(), forms);
      } else if (arg instanceof Call.Word word) {
        word(word.text().strip(), forms);
      }
    }
  }

  private static void word(String text, SortedSet<String> forms) {
    if (text.startsWith("where ") || text.startsWith("bridge")) {
      forms.add(WHERE);
    }
    forms.add(text.contains("〔") ? "parameter" : "value");
  }
}
