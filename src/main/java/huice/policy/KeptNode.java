package huice.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Quality;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Rows;
import huice.model.ValueType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link CaseWriter#node} wrote by the same dictionary, and nothing else: what was
 * checked when it was recorded is not checked again. For reading many; one thread, many texts.
 *
 * @throws IllegalStateException by its methods, when the text was written otherwise
 */
public final class KeptNode {
  private final Dictionary dictionary;
  private final Map<Evidence, Evidence> evidence = new HashMap<>();
  private final Map<String, LocalDate> days = new HashMap<>();

  public KeptNode(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** The parser stands at the beginning of an object; afterwards at its end. */
  public Node read(JsonParser json, Entity entity, String path) throws IOException {
    Node node = new Node(entity, path);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      Fact fact = entity.fact(name).orElse(null);
      if (fact != null) {
        node.put(fact, known(json, fact));
      } else {
        relation(json, node, entity.relation(name).orElseThrow(KeptNode::foreign));
      }
    }
    return node;
  }

  private void relation(JsonParser json, Node node, Relation relation) throws IOException {
    Entity other = dictionary.entities().get(relation.entity());
    if (other == null) {
      throw foreign();
    }
    String path = node.path() + "." + relation.id();
    if (!relation.many()) {
      node.put(relation, read(json, other, path));
    } else if (json.currentToken() == JsonToken.START_ARRAY) {
      node.put(relation, new Rows(rows(json, other, path), null));
    } else {
      List<Node> rows = List.of();
      LocalDate completeTo = null;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean day = json.currentName().equals("complete_to");
        json.nextToken();
        if (day) {
          completeTo = day(json.getText());
        } else {
          rows = rows(json, other, path);
        }
      }
      node.put(relation, new Rows(rows, completeTo));
    }
  }

  private List<Node> rows(JsonParser json, Entity entity, String path) throws IOException {
    List<Node> rows = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      rows.add(read(json, entity, path + "[" + rows.size() + "]"));
    }
    return rows;
  }

  private Known known(JsonParser json, Fact fact) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return known(fact, json.getText(), Evidence.DECLARED);
    }
    json.nextToken();
    if (json.currentName().equals("conflict")) {
      List<Known.Value> values = new ArrayList<>();
      json.nextToken();
      while (json.nextToken() == JsonToken.START_OBJECT) {
        json.nextToken();
        Known one = evident(json, fact);
        values.add(
            one instanceof Known.Value value
                ? value
                : new Known.Value(RecordedValues.none(fact), ((Known.None) one).evidence()));
      }
      json.nextToken();
      return new Known.Conflict(values);
    }
    return evident(json, fact);
  }

  /** The parser stands at the first name within. */
  private Known evident(JsonParser json, Fact fact) throws IOException {
    String value = "";
    String source = Evidence.DECLARED.source();
    Quality quality = Quality.DECLARED;
    LocalDate obtained = null;
    LocalDate until = null;
    boolean withdrawn = false;
    for (JsonToken at = json.currentToken(); at == JsonToken.FIELD_NAME; at = json.nextToken()) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "value" -> value = json.getText();
        case "source" -> source = json.getText();
        case "quality" -> quality = Quality.valueOf(json.getText().toUpperCase(Locale.ROOT));
        case "obtained" -> obtained = day(json.getText());
        case "until" -> until = day(json.getText());
        case "withdrawn" -> withdrawn = json.getBooleanValue();
        default -> throw foreign();
      }
    }
    return known(fact, value, same(new Evidence(source, obtained, quality, until, withdrawn)));
  }

  private static Known known(Fact fact, String text, Evidence evidence) {
    return text.equals(CaseWriter.NONE) && fact.type() != ValueType.YES_NO
        ? new Known.None(evidence)
        : new Known.Value(raw(fact, text), evidence);
  }

  private static long raw(Fact fact, String text) {
    return switch (fact.type()) {
      case DATE -> Raw.of(fact.month() ? YearMonth.parse(text).atDay(1) : LocalDate.parse(text));
      case MONEY, COUNT -> Raw.of(new BigDecimal(text));
      case YES_NO -> Boolean.parseBoolean(text) ? 1 : 0;
      case CHOICE -> fact.choice(text).orElseThrow(KeptNode::foreign);
    };
  }

  /** Rows come with the same evidence again and again. */
  private Evidence same(Evidence one) {
    Evidence known = evidence.putIfAbsent(one, one);
    return known == null ? one : known;
  }

  private @Nullable LocalDate day(String text) {
    return days.computeIfAbsent(text, LocalDate::parse);
  }

  private static IllegalStateException foreign() {
    return new IllegalStateException("a kept text was written by another dictionary");
  }
}
