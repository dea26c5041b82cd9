package huice.policy;

import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Relation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one thing, in the form in which a case gives them, as statements: each value with
 * its source, conflicting ones side by side, rows as new rows. Made for one thing; not thread-safe.
 */
public final class GivenStatements {
  private static final List<String> TERMS =
      List.of("source", "quality", "obtained", "until", "withdrawn");

  private final Dictionary dictionary;
  private final List<Tree> entries = new ArrayList<>();
  private int rows;

  private GivenStatements(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** {@code today} is the day of recording; nothing known is nothing said. */
  public static StatementReader.Read read(
      Dictionary dictionary, Entity root, Map<String, ?> facts, LocalDate today) {
    GivenStatements given = new GivenStatements(dictionary);
    given.thing(root, "", facts);
    if (given.entries.isEmpty()) {
      return new StatementReader.Read(List.of(), List.of());
    }
    Tree tree = mapping(Map.of("entries", new Tree.Sequence(given.entries, 0)));
    return StatementReader.read(dictionary, root, tree, today);
  }

  private void thing(Entity entity, String prefix, Map<?, ?> facts) {
    facts.forEach(
        (key, value) -> {
          String name = key.toString();
          Relation relation = entity.relation(name).orElse(null);
          Entity other = relation == null ? null : dictionary.entities().get(relation.entity());
          if (relation == null || other == null) {
            fact(entity.fact(name).orElse(null), prefix + name, value);
          } else if (relation.many()) {
            list(other, prefix + name, value);
          } else if (value instanceof Map<?, ?> one) {
            thing(other, prefix + name + ".", one);
          }
        });
  }

  private void fact(@Nullable Fact fact, String path, Object value) {
    if (!(value instanceof Map<?, ?> evident)) {
      entries.add(entry(path, "value", value, Map.of("source", source(fact))));
    } else if (evident.get("conflict") instanceof List<?> values) {
      values.forEach(one -> fact(fact, path, one));
    } else {
      entries.add(entry(path, "value", Objects.requireNonNull(evident.get("value")), evident));
    }
  }

  /** Of a value that names none: the person, or else the first that the fact may come from. */
  private static String source(@Nullable Fact fact) {
    String person = Evidence.DECLARED.source();
    return fact == null || fact.sources().isEmpty() || fact.sources().contains(person)
        ? person
        : fact.sources().get(0);
  }

  private void list(Entity entity, String path, Object value) {
    Object items = value instanceof Map<?, ?> list ? list.get("rows") : value;
    if (items instanceof List<?> all) {
      for (Object item : all) {
        String row = path + "[new" + Integer.toString(++rows, Character.MAX_RADIX) + "]";
        int before = entries.size();
        if (item instanceof Map<?, ?> facts) {
          thing(entity, row + ".", facts);
        }
        if (entries.size() == before) {
          entries.add(entry(row, "row", "true", Map.of()));
        }
      }
    }
    Object to = value instanceof Map<?, ?> list ? list.get("complete_to") : null;
    if (to != null) {
      entries.add(entry(path, "completeTo", to, Map.of()));
    }
  }

  private static Tree entry(String path, String says, Object value, Map<?, ?> evident) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    fields.put("path", scalar(path));
    fields.put(says, scalar(value));
    fields.put("source", scalar(Evidence.DECLARED.source()));
    for (String term : TERMS) {
      Object said = evident.get(term);
      if (said != null) {
        fields.put(term, scalar(said));
      }
    }
    return mapping(fields);
  }

  private static Tree scalar(Object value) {
    return new Tree.Scalar(String.valueOf(value), Tree.Scalar.Form.QUOTED, 0);
  }

  private static Tree mapping(Map<String, Tree> fields) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    fields.forEach((key, value) -> entries.put(key, new Tree.Entry(key, 0, value)));
    return new Tree.Mapping(entries, 0);
  }
}
