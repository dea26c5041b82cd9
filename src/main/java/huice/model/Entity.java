package huice.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing facts are about. Facts and relations by id; order is the file's order. {@code
 * begins} names the date fact from which a row exists (rows that begin after the day asked about
 * are not seen), {@code ends} the one with which it ends; both null where it has none.
 */
public final class Entity {
  private final String id;
  private final Text label;
  private final @Nullable String begins;
  private final @Nullable String ends;
  private final List<Fact> facts;
  private final List<Relation> relations;
  private final Map<String, Fact> factsById = new LinkedHashMap<>();
  private final Map<String, Relation> relationsById = new LinkedHashMap<>();

  public Entity(
      String id,
      Text label,
      @Nullable String begins,
      @Nullable String ends,
      List<Fact> facts,
      List<Relation> relations) {
    this.id = id;
    this.label = label;
    this.begins = begins;
    this.ends = ends;
    this.facts = List.copyOf(facts);
    this.relations = List.copyOf(relations);
    facts.forEach(f -> factsById.put(f.id(), f));
    relations.forEach(r -> relationsById.put(r.id(), r));
  }

  public String id() {
    return id;
  }

  public Text label() {
    return label;
  }

  public @Nullable String begins() {
    return begins;
  }

  public @Nullable String ends() {
    return ends;
  }

  public List<Fact> facts() {
    return facts;
  }

  public List<Relation> relations() {
    return relations;
  }

  public Optional<Fact> fact(String factId) {
    return Optional.ofNullable(factsById.get(factId));
  }

  public Optional<Relation> relation(String relationId) {
    return Optional.ofNullable(relationsById.get(relationId));
  }
}
