package huice.engine;

import huice.model.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** And, or and not over conditions by their place; three-valued and compositional (Kleene). */
sealed interface Formula {
  record Leaf(int condition) implements Formula {}

  record And(List<Formula> parts) implements Formula {
    public And {
      parts = List.copyOf(parts);
    }
  }

  record Or(List<Formula> parts) implements Formula {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(Formula part) implements Formula {}

  /** A condition or, when not {@code positive}, its opposite. */
  record Literal(int condition, boolean positive) {}

  Formula TRUE = new And(List.of());

  default Truth value(Truth[] truths) {
    if (this instanceof Leaf leaf) {
      return truths[leaf.condition];
    }
    if (this instanceof Not not) {
      return not.part.value(truths).not();
    }
    boolean and = this instanceof And;
    List<Formula> parts = and ? ((And) this).parts : ((Or) this).parts;
    Truth result = and ? Truth.MET : Truth.NOT_MET;
    for (int i = 0; i < parts.size(); i++) {
      Truth value = parts.get(i).value(truths);
      result = and ? result.and(value) : result.or(value);
    }
    return result;
  }

  default Truth value(IntFunction<Truth> conditions) {
    if (this instanceof Leaf leaf) {
      return conditions.apply(leaf.condition);
    }
    if (this instanceof Not not) {
      return not.part.value(conditions).not();
    }
    boolean and = this instanceof And;
    Truth result = and ? Truth.MET : Truth.NOT_MET;
    for (Formula part : and ? ((And) this).parts : ((Or) this).parts) {
      Truth value = part.value(conditions);
      result = and ? result.and(value) : result.or(value);
    }
    return result;
  }

  /**
   * The ways in which the formula can be met, each a list of literals; empty when over the limit.
   */
  default List<List<Literal>> ways(boolean positive, int limit) {
    if (this instanceof Leaf leaf) {
      return List.of(List.of(new Literal(leaf.condition, positive)));
    }
    if (this instanceof Not not) {
      return not.part.ways(!positive, limit);
    }
    boolean and = this instanceof And;
    List<Formula> parts = and ? ((And) this).parts : ((Or) this).parts;
    List<List<Literal>> ways = new ArrayList<>();
    if (and == positive) {
      ways.add(List.of());
      for (Formula part : parts) {
        ways = product(ways, part.ways(positive, limit), limit);
      }
    } else {
      for (Formula part : parts) {
        ways.addAll(part.ways(positive, limit));
      }
    }
    return ways.size() > limit ? List.of() : ways;
  }

  private static List<List<Literal>> product(
      List<List<Literal>> left, List<List<Literal>> right, int limit) {
    List<List<Literal>> result = new ArrayList<>();
    for (List<Literal> a : left) {
      for (List<Literal> b : right) {
        List<Literal> both = new ArrayList<>(a);
        b.stream().filter(l -> !both.contains(l)).forEach(both::add);
        result.add(List.copyOf(both));
        if (result.size() > limit) {
          return result;
        }
      }
    }
    return result;
  }

  /** Adds the places of the conditions for which the formula does not come out as wanted. */
  default void failing(boolean wanted, IntFunction<Truth> conditions, Set<Integer> into) {
    if (value(conditions) == (wanted ? Truth.MET : Truth.NOT_MET)) {
      return;
    }
    if (this instanceof Leaf leaf) {
      into.add(leaf.condition);
    } else if (this instanceof Not not) {
      not.part.failing(!wanted, conditions, into);
    } else {
      List<Formula> parts = this instanceof And and ? and.parts : ((Or) this).parts;
      parts.forEach(p -> p.failing(wanted, conditions, into));
    }
  }

  /** Adds each condition's place with the direction in which it counts. */
  default void literals(boolean positive, List<Literal> into) {
    if (this instanceof Leaf leaf) {
      into.add(new Literal(leaf.condition, positive));
    } else if (this instanceof Not not) {
      not.part.literals(!positive, into);
    } else {
      List<Formula> parts = this instanceof And and ? and.parts : ((Or) this).parts;
      parts.forEach(p -> p.literals(positive, into));
    }
  }
}
