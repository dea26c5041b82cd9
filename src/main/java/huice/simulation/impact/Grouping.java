package huice.simulation.impact;

import huice.model.Case;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Text;
import huice.model.ValueType;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way to divide people: by what came with the registration, by a choice, or by years since a
 * date. {@code of} is {@link #REGISTER} or a fact of a root, as {@code root.fact}; {@code order} is
 * that of the names that come with the registration, others stand after them. Immutable.
 */
public record Grouping(
    String id,
    Text label,
    String of,
    Map<String, Text> values,
    List<Integer> ages,
    List<String> order) {
  static final String REGISTER = "register";

  /** Where people are of whom it is not known. */
  static final Text UNKNOWN = Text.of("未登记", "not recorded");

  public Grouping {
    values = Map.copyOf(values);
    ages = ages.stream().sorted().toList();
    order = List.copyOf(order);
  }

  /** Whether it is by what came with the registration. */
  public boolean byRegister() {
    return of.equals(REGISTER);
  }

  /** A group, in the order of {@code place}. */
  record Group(int place, Text label) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int by = Integer.compare(place, other.place);
      return by == 0 ? label.zh().compareTo(other.label.zh()) : by;
    }
  }

  /** Where somebody belongs; null when the grouping is not about such as them. */
  @Nullable Group group(Party party) {
    if (byRegister()) {
      String name = party.registered().get(id);
      return name == null ? unknown() : new Group(place(name), Text.of(name, name));
    }
    Case given = party.given();
    int dot = of.indexOf('.');
    Node node =
        given == null || !of.substring(0, dot).equals(party.root())
            ? null
            : given.roots().get(party.root());
    Entity entity = node == null ? null : node.entity();
    Fact fact = entity == null ? null : entity.fact(of.substring(dot + 1)).orElse(null);
    return node == null || given == null || fact == null
        ? null
        : node.fact(fact) instanceof Known.Value value
            ? valued(fact, value.raw(), given)
            : unknown();
  }

  private int place(String name) {
    int place = order.indexOf(name);
    return place < 0 ? order.size() : place;
  }

  private Group valued(Fact fact, long raw, Case given) {
    if (fact.type() == ValueType.DATE) {
      return raw == Raw.NEVER ? unknown() : band(Period.between(Raw.date(raw), given.on()));
    }
    String choice =
        fact.type() == ValueType.CHOICE && raw != Raw.NO_CHOICE
            ? fact.choices().get((int) raw).id()
            : "";
    Text label = values.get(choice);
    return label == null ? unknown() : new Group(0, label);
  }

  private Group band(Period since) {
    int years = since.getYears();
    int place = 0;
    while (place < ages.size() && years >= ages.get(place)) {
      place++;
    }
    if (place == 0) {
      String below = "不满 " + ages.get(0);
      return new Group(0, Text.of(below + " 岁", "under " + ages.get(0)));
    }
    int from = ages.get(place - 1);
    if (place == ages.size()) {
      return new Group(place, Text.of(from + " 岁以上", from + " and over"));
    }
    String span = from + "–" + (ages.get(place) - 1);
    return new Group(place, Text.of(span + " 岁", span));
  }

  private Group unknown() {
    return new Group(Integer.MAX_VALUE, UNKNOWN);
  }
}
