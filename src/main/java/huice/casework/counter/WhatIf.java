package huice.casework.counter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import huice.casework.Invalid;
import huice.casework.Visit;
import huice.casework.decision.Now;
import huice.engine.Ask;
import huice.model.Actor;
import huice.model.Assessment;
import huice.model.Case;
import huice.model.Text;
import huice.policy.CaseReader;
import huice.policy.CaseWriter;
import huice.policy.Trees;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What would be if some facts were otherwise: both assessments side by side. Nothing is kept, not
 * even what was supposed; that the person's data was read is noted. Thread-safe.
 */
@ApplicationScoped
public class WhatIf {
  private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d+)]");

  private final Counter counter;
  private final ObjectMapper json;

  WhatIf(Counter counter, ObjectMapper json) {
    this.counter = counter;
    this.json = json;
  }

  /**
   * What is supposed: {@code values} by paths of the case, as the person would say them; {@code
   * added} the paths of rows that would be there too, each the next of its list; {@code gone} those
   * of rows that would not.
   */
  public record Supposed(Map<String, String> values, List<String> added, List<String> gone) {
    public Supposed {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      added = List.copyOf(added);
      gone = List.copyOf(gone);
    }

    public boolean nothing() {
      return values.isEmpty() && added.isEmpty() && gone.isEmpty();
    }

    /** Where a path of the case as known is in the case as supposed; null when it is gone. */
    public @Nullable String then(String path) {
      String then = path;
      for (String row : Rows.lastFirst(gone)) {
        then = then == null ? null : Rows.without(then, row);
      }
      return then;
    }
  }

  /** The person as known, and what the rules would make of what is supposed. */
  public record Compared(Counter.Look look, Assessment supposed) {}

  /**
   * Supposes other facts and rows.
   *
   * @throws Invalid when a value cannot be one of that fact, by the same paths
   */
  @Transactional
  public Compared compare(Actor actor, UUID person, Supposed supposed, Visit visit, Now now) {
    Counter.Look look = counter.schemes(actor, person, visit, now);
    Case changed = supposed.nothing() ? look.given() : changed(look, supposed);
    Assessment then = look.release().assess(changed, new Ask(Set.of(), true, false));
    return new Compared(look, then);
  }

  private Case changed(Counter.Look look, Supposed supposed) {
    ObjectNode given = json.valueToTree(CaseWriter.of(look.given()));
    ObjectNode facts = given.withObject("/facts");
    supposed.added().forEach(row -> add(facts, row));
    supposed.values().forEach((path, value) -> put(facts, path, value));
    Rows.lastFirst(supposed.gone()).forEach(row -> remove(facts, row));
    CaseReader.Read read =
        CaseReader.read(look.release().source().dictionary(), Trees.json(bytes(given)), null);
    Case changed = read.given();
    if (changed == null) {
      List<Invalid.Fault> faults = new ArrayList<>();
      read.faults()
          .forEach(f -> faults.add(new Invalid.Fault(path(f.pointer()), f.what(), f.instead())));
      throw new Invalid(faults);
    }
    return changed;
  }

  /** {@code /facts/a/list/0/b} as {@code a.list[0].b}. */
  private static String path(String pointer) {
    return pointer
        .replaceFirst("^/facts/", "")
        .replaceFirst("/value$", "")
        .replaceAll("/rows(?=/\\d)", "")
        .replaceAll("/(\\d+)(?=/|$)", "[$1]")
        .replace('/', '.');
  }

  private static void put(ObjectNode facts, String path, String value) {
    String[] steps = path.split("\\.");
    ObjectNode at = facts;
    for (int i = 0; i < steps.length - 1; i++) {
      at = below(at, steps[i]);
    }
    at.put(steps[steps.length - 1], value);
  }

  /** The list in which a row lies, made where nothing is known of it. */
  private static ArrayNode list(ObjectNode facts, String row) {
    String[] steps = row.split("\\.");
    ObjectNode at = facts;
    for (int i = 0; i < steps.length - 1; i++) {
      at = below(at, steps[i]);
    }
    String name = Rows.list(steps[steps.length - 1]);
    JsonNode known = at.path(name);
    JsonNode rows = known.isObject() ? known.path("rows") : known;
    if (rows instanceof ArrayNode array) {
      return array;
    }
    return known instanceof ObjectNode object ? object.putArray("rows") : at.putArray(name);
  }

  private static void add(ObjectNode facts, String row) {
    ArrayNode list = list(facts, row);
    if (Rows.place(row) != list.size()) {
      throw noRow(row);
    }
    list.addObject();
  }

  private static void remove(ObjectNode facts, String row) {
    ArrayNode list = list(facts, row);
    if (Rows.place(row) >= list.size()) {
      throw noRow(row);
    }
    list.remove(Rows.place(row));
  }

  private static Invalid noRow(String row) {
    return new Invalid(
        row, Text.of("没有这一行", "there is no such row"), Text.of("请刷新后再试", "reload the page"));
  }

  private static ObjectNode below(ObjectNode at, String step) {
    Matcher row = ROW.matcher(step);
    if (!row.matches()) {
      return at.withObject("/" + step);
    }
    JsonNode list = at.path(row.group(1));
    JsonNode rows = list.isObject() ? list.path("rows") : list;
    int place = Integer.parseInt(row.group(2));
    if (rows instanceof ArrayNode array && array.get(place) instanceof ObjectNode found) {
      return found;
    }
    throw noRow(step);
  }

  private byte[] bytes(ObjectNode given) {
    try {
      return json.writeValueAsBytes(given);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
