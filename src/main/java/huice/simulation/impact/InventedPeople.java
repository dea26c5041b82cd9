package huice.simulation.impact;

import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.policy.CaseReader;
import huice.policy.Tree;
import huice.policy.Trees;
import huice.simulation.Population;
import huice.simulation.Synthetic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A county of invented people and their employers: every one with spouse and employer in the case.
 * Thread-safe.
 */
public final class InventedPeople implements People {
  private static final long PLACES = 0x2545F4914F6CDD1DL;

  private final Population population;
  private final long seed;
  private final LocalDate on;
  private final List<Synthetic> organisations;
  private final Map<UUID, Synthetic> byId = new HashMap<>();
  private final Map<String, List<String>> places;

  public InventedPeople(long seed, LocalDate on, int people, Report report) {
    this.population = new Population(seed, on, 0, people);
    this.seed = seed;
    this.on = on;
    this.organisations =
        IntStream.range(0, population.organisations())
            .parallel()
            .mapToObj(population::organisation)
            .toList();
    organisations.forEach(one -> byId.put(one.id(), one));
    this.places = report.invented();
  }

  @Override
  public int size() {
    return population.size() + organisations.size();
  }

  @Override
  public boolean invented() {
    return true;
  }

  @Override
  public List<Party> read(int from, int to, Dictionary dictionary) {
    Roots roots = new Roots(dictionary);
    List<Party> parties = new ArrayList<>(to - from);
    int people = population.size();
    for (int i = from; i < Math.min(to, people); i++) {
      parties.add(person(i, roots));
    }
    for (int i = Math.max(from, people); i < to; i++) {
      Synthetic one = organisations.get(i - people);
      String root = roots.of(one.entity());
      Map<String, Tree> facts = new LinkedHashMap<>();
      facts.put(root, roots.tree(one));
      parties.add(new Party(root, given(dictionary, root, facts), true, registered(i)));
    }
    return parties;
  }

  private Party person(int number, Roots roots) {
    List<Synthetic> pair = roots.pair(number / 2);
    Synthetic person = pair.stream().filter(p -> p.number() != null).toList().get(number % 2);
    String root = roots.of(person.entity());
    Map<String, Tree> facts = new LinkedHashMap<>();
    facts.put(root, roots.tree(person));
    person
        .links()
        .forEach(
            (at, id) ->
                Stream.concat(pair.stream(), Stream.ofNullable(byId.get(id)))
                    .filter(other -> other.id().equals(id))
                    .findFirst()
                    .ifPresent(other -> facts.put(at, roots.tree(other))));
    return new Party(
        root, given(roots.dictionary, root, facts), number % 2 == 0, registered(number / 2));
  }

  private @Nullable Case given(Dictionary dictionary, String own, Map<String, Tree> facts) {
    if (dictionary.root(own).isEmpty()) {
      return null;
    }
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    facts.forEach(
        (root, tree) -> {
          if (dictionary.root(root).isPresent()) {
            entries.put(root, new Tree.Entry(root, 0, tree));
          }
        });
    Tree.Mapping mapping =
        new Tree.Mapping(
            Map.of("facts", new Tree.Entry("facts", 0, new Tree.Mapping(entries, 0))), 0);
    return CaseReader.read(dictionary, mapping, on).given();
  }

  /** The same for two who live together. */
  private Map<String, String> registered(int household) {
    SplittableRandom chance = new SplittableRandom((seed ^ PLACES) * 31 + household);
    Map<String, String> registered = new HashMap<>();
    places.forEach(
        (grouping, names) -> registered.put(grouping, names.get(chance.nextInt(names.size()))));
    return registered;
  }

  /** What one part of the population is made with; not thread-safe. */
  private final class Roots {
    private final Dictionary dictionary;
    private final Map<Integer, List<Synthetic>> pairs = new HashMap<>();
    private final Map<Synthetic, Tree> trees = new IdentityHashMap<>();

    Roots(Dictionary dictionary) {
      this.dictionary = dictionary;
    }

    /** Both of a pair are asked for twice. */
    List<Synthetic> pair(int pair) {
      return pairs.computeIfAbsent(pair, population::pair);
    }

    Tree tree(Synthetic one) {
      Entity entity = dictionary.entities().get(one.entity());
      return trees.computeIfAbsent(
          one, o -> Trees.of(entity == null ? Map.of() : known(entity, o.facts())));
    }

    /** Without what the dictionary does not have: an earlier one may not know it yet. */
    private Map<String, Object> known(Entity entity, Map<?, ?> facts) {
      Map<String, Object> known = new LinkedHashMap<>();
      facts.forEach(
          (key, value) -> {
            String name = key.toString();
            Entity rows =
                entity.relation(name).map(r -> dictionary.entities().get(r.entity())).orElse(null);
            if (rows != null) {
              known.put(name, rows(rows, value));
            } else if (entity.fact(name).isPresent()) {
              known.put(name, value);
            }
          });
      return known;
    }

    private Object rows(Entity entity, Object value) {
      if (value instanceof List<?> list) {
        return list.stream().map(row -> rows(entity, row)).toList();
      }
      if (value instanceof Map<?, ?> map && map.get("rows") instanceof List<?> list) {
        Map<Object, Object> whole = new LinkedHashMap<>(map);
        whole.put("rows", rows(entity, list));
        return whole;
      }
      return value instanceof Map<?, ?> row ? known(entity, row) : value;
    }

    /** Where one's own record stands in a case. */
    String of(String entity) {
      return dictionary.roots().entrySet().stream()
          .filter(root -> root.getValue().equals(entity))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse("");
    }
  }
}
