package huice.engine;

import huice.engine.measure.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An amount's arithmetic: measures and parameters joined by exact operations. */
sealed interface Expression {
  Set<String> FORMS = Set.of("product", "plus", "minus", "least", "greatest", "share");

  record Leaf(Bound bound) implements Expression {}

  record Join(String form, List<Expression> parts) implements Expression {
    public Join {
      parts = List.copyOf(parts);
    }
  }

  /** All measures it reads. */
  default List<Bound> leaves() {
    if (this instanceof Leaf leaf) {
      return List.of(leaf.bound);
    }
    List<Bound> all = new ArrayList<>();
    ((Join) this).parts.forEach(p -> all.addAll(p.leaves()));
    return all;
  }
}
