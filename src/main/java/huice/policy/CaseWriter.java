package huice.policy;

import huice.model.Case;
import huice.model.Entity;
import huice.model.Evidence;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Rows;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A case in the form in which it is sent, as maps, lists, strings and booleans. */
public final class CaseWriter {
  /** What is written for a fact known to be none. */
  public static final String NONE = "none";

  private CaseWriter() {}

  public static Map<String, Object> of(Case given) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("on", given.on().toString());
    if (given.from() != null) {
      json.put("from", given.from().toString());
    }
    if (given.to() != null) {
      json.put("to", given.to().toString());
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    given.roots().forEach((name, node) -> facts.put(name, node(node)));
    json.put("facts", facts);
    return json;
  }

  /** One thing with all that is known of it. */
  public static Map<String, Object> node(Node node) {
    Map<String, Object> json = new LinkedHashMap<>();
    Entity entity = node.entity();
    for (Fact fact : entity.facts()) {
      Object known = known(fact, node.fact(fact));
      if (known != null) {
        json.put(fact.id(), known);
      }
    }
    for (Relation relation : entity.relations()) {
      Rows rows = relation.many() ? node.list(relation) : null;
      Node one = relation.many() ? null : node.one(relation);
      if (rows != null) {
        json.put(relation.id(), rows(rows));
      } else if (one != null) {
        json.put(relation.id(), node(one));
      }
    }
    return json;
  }

  private static Object rows(Rows rows) {
    List<Map<String, Object>> list = rows.rows().stream().map(CaseWriter::node).toList();
    if (rows.completeTo() == null) {
      return list;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("complete_to", rows.completeTo().toString());
    json.put("rows", list);
    return json;
  }

  /** Null when nothing is known. */
  private static @Nullable Object known(Fact fact, Known known) {
    if (known instanceof Known.Value value) {
      return evident(value(fact, value.raw()), value.evidence());
    }
    if (known instanceof Known.None none) {
      return evident(NONE, none.evidence());
    }
    if (known instanceof Known.Conflict conflict) {
      return Map.of(
          "conflict",
          conflict.values().stream().map(v -> inFull(value(fact, v.raw()), v.evidence())).toList());
    }
    return null;
  }

  private static Object evident(Object value, Evidence evidence) {
    return evidence.equals(Evidence.DECLARED) ? value : inFull(value, evidence);
  }

  private static Map<String, Object> inFull(Object value, Evidence evidence) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("value", value);
    json.put("source", evidence.source());
    if (evidence.obtained() != null) {
      json.put("obtained", Objects.toString(evidence.obtained()));
    }
    json.put("quality", evidence.quality().name().toLowerCase(Locale.ROOT));
    if (evidence.until() != null) {
      json.put("until", Objects.toString(evidence.until()));
    }
    if (evidence.withdrawn()) {
      json.put("withdrawn", true);
    }
    return json;
  }

  static Object value(Fact fact, long raw) {
    return switch (fact.type()) {
      case DATE -> date(fact, raw);
      case MONEY, COUNT -> Raw.decimal(raw).toPlainString();
      case YES_NO -> raw == 1;
      case CHOICE -> raw == Raw.NO_CHOICE ? NONE : fact.choices().get((int) raw).id();
    };
  }

  private static String date(Fact fact, long raw) {
    if (raw == Raw.NEVER) {
      return NONE;
    }
    return fact.month() ? YearMonth.from(Raw.date(raw)).toString() : Raw.date(raw).toString();
  }
}
