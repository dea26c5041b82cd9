package huice.functional;

import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Quality;
import huice.model.Relation;
import huice.model.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The facts of a case as statements, each by a source that the dictionary allows for it. */
final class Saying {
  private static final LocalDate OBTAINED = LocalDate.of(2024, 1, 1);

  private final Dictionary dictionary;
  private final List<Statement> said = new ArrayList<>();

  private Saying(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** Paths may name rows that are there: {@code skill_certificates[r1]}; others are new. */
  static List<Statement> of(Dictionary dictionary, Entity entity, Object facts) {
    Saying saying = new Saying(dictionary);
    saying.add("", entity, facts);
    return saying.said;
  }

  @SuppressWarnings("unchecked")
  private void add(String at, Entity entity, Object facts) {
    for (Map.Entry<String, Object> one : ((Map<String, Object>) facts).entrySet()) {
      String name = one.getKey().replaceFirst("\\[.*", "");
      String path = at.isEmpty() ? one.getKey() : at + "." + one.getKey();
      Relation relation = entity.relation(name).orElse(null);
      if (relation == null) {
        value(path, entity.fact(name).orElseThrow(), one.getValue());
      } else if (one.getKey().endsWith("]")) {
        add(path, dictionary.entities().get(relation.entity()), one.getValue());
      } else {
        list(path, dictionary.entities().get(relation.entity()), (Map<?, ?>) one.getValue());
      }
    }
  }

  private void list(String path, Entity entity, Map<?, ?> list) {
    Object complete = list.get("complete_to");
    if (complete != null) {
      LocalDate day = LocalDate.parse(complete.toString());
      said.add(Statement.complete(path, day, "ledger", Quality.VERIFIED, OBTAINED));
    }
    int number = 0;
    for (Object row : (List<?>) list.get("rows")) {
      add(path + "[new" + ++number + "]", entity, row);
    }
  }

  private void value(String path, Fact fact, Object value) {
    if (value instanceof Map<?, ?> map) {
      value(path, map.get("value").toString(), map.get("source").toString());
    } else {
      value(path, value.toString(), source(fact));
    }
  }

  private void value(String path, String value, String source) {
    said.add(
        value.equals("none")
            ? Statement.none(path, source, Quality.VERIFIED, OBTAINED)
            : Statement.value(path, value, source, Quality.VERIFIED, OBTAINED));
  }

  /** A document where it may be one, and the person's own word only where nothing else counts. */
  private static String source(Fact fact) {
    if (fact.sources().contains("document")) {
      return "document";
    }
    return fact.sources().stream()
        .filter(source -> !source.equals("person"))
        .findFirst()
        .orElse("person");
  }
}
