package huice.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a case: what is known of its facts, its lists and its single relations, by the
 * dictionary's ordinals. Built once by a reader, then only read; safe to share after that.
 */
public final class Node {
  private final Entity entity;
  private final String path;
  private final Known[] facts;
  private final @Nullable String[] paths;
  private final @Nullable Rows[] lists;
  private final @Nullable Node[] ones;

  /** {@code path} is where the node stands in the case: {@code worker.employments[0]}. */
  public Node(Entity entity, String path) {
    this.entity = entity;
    this.path = path;
    this.facts = new Known[entity.facts().size()];
    this.paths = new String[facts.length];
    Arrays.fill(facts, Known.ABSENT);
    this.lists = new Rows[entity.relations().size()];
    this.ones = new Node[entity.relations().size()];
  }

  public Entity entity() {
    return entity;
  }

  public String path() {
    return path;
  }

  /**
   * Where a fact of this node stands in the case. Kept once made: a list is read again for every
   * subject and month. Threads that make it at the same time make the same.
   */
  public String path(Fact fact) {
    String known = paths[fact.ordinal()];
    if (known == null) {
      known = path + "." + fact.id();
      paths[fact.ordinal()] = known;
    }
    return known;
  }

  public Known fact(int ordinal) {
    return facts[ordinal];
  }

  public Known fact(Fact fact) {
    return facts[fact.ordinal()];
  }

  /** Null when nothing is known of the list. */
  public @Nullable Rows list(Relation relation) {
    return lists[relation.ordinal()];
  }

  /** Null when nothing is known of the related thing. */
  public @Nullable Node one(Relation relation) {
    return ones[relation.ordinal()];
  }

  /** How many rows all lists here and below hold together. */
  public int rows() {
    int count = 0;
    for (Rows list : lists) {
      if (list != null) {
        count += list.rows().size();
        for (Node row : list.rows()) {
          count += row.rows();
        }
      }
    }
    for (Node one : ones) {
      count += one == null ? 0 : one.rows();
    }
    return count;
  }

  public void put(Fact fact, Known known) {
    facts[fact.ordinal()] = known;
  }

  public void put(Relation relation, Rows rows) {
    lists[relation.ordinal()] = rows;
  }

  public void put(Relation relation, Node node) {
    ones[relation.ordinal()] = node;
  }
}
