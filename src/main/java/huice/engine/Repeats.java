package huice.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells conditions that one rule has twice: where both must be met, or as two alternatives, the
 * second adds nothing; beside its own opposite it can never be met. In different alternatives a
 * condition may well stand again.
 */
final class Repeats {
  private record Signed(Formula formula, boolean positive) {}

  private record Stands(RuleTree.Atom atom, boolean positive) {
    String words() {
      return (positive ? "" : "除非 ") + atom.text();
    }
  }

  private final RuleTree tree;
  private final int[] places;
  private final Faults faults;

  private Repeats(RuleTree tree, int[] places, Faults faults) {
    this.tree = tree;
    this.places = places;
    this.faults = faults;
  }

  /** {@code places}: which condition each atom of the rule is. */
  static void check(RuleTree tree, int[] places, Faults faults) {
    Formula whole =
        tree.duty() == null
            ? tree.formula()
            : new Formula.And(List.of(tree.formula(), tree.duty()));
    new Repeats(tree, places, faults).all(new Signed(whole, true), Map.of());
  }

  /** What must be met together, beside what is {@code given} around it. */
  private void all(Signed formula, Map<Integer, Stands> given) {
    List<Signed> parts = new ArrayList<>();
    flatten(formula, true, parts);
    Map<Integer, Stands> here = new HashMap<>(given);
    for (Signed part : parts) {
      if (part.formula() instanceof Formula.Leaf leaf) {
        see(leaf, part.positive(), here, true);
      }
    }
    for (Signed part : parts) {
      if (!(part.formula() instanceof Formula.Leaf)) {
        any(part, here);
      }
    }
  }

  /** Alternatives, each beside what is given around them. */
  private void any(Signed formula, Map<Integer, Stands> given) {
    List<Signed> parts = new ArrayList<>();
    flatten(formula, false, parts);
    Map<Integer, Stands> alternatives = new HashMap<>();
    for (Signed part : parts) {
      if (part.formula() instanceof Formula.Leaf leaf) {
        if (given.containsKey(places[leaf.condition()])) {
          see(leaf, part.positive(), new HashMap<>(given), true);
        } else {
          see(leaf, part.positive(), alternatives, false);
        }
      } else {
        all(part, given);
      }
    }
  }

  /** The parts of a conjunction, or of alternatives, through brackets and opposites. */
  private static void flatten(Signed formula, boolean together, List<Signed> into) {
    if (formula.formula() instanceof Formula.Not not) {
      flatten(new Signed(not.part(), !formula.positive()), together, into);
      return;
    }
    boolean and = formula.formula() instanceof Formula.And;
    if (formula.formula() instanceof Formula.Leaf || (and == formula.positive()) != together) {
      into.add(formula);
      return;
    }
    List<Formula> parts =
        and ? ((Formula.And) formula.formula()).parts() : ((Formula.Or) formula.formula()).parts();
    parts.forEach(p -> flatten(new Signed(p, formula.positive()), together, into));
  }

  private void see(
      Formula.Leaf leaf, boolean positive, Map<Integer, Stands> seen, boolean together) {
    Stands one = new Stands(tree.atoms().get(leaf.condition()), positive);
    Stands other = seen.putIfAbsent(places[leaf.condition()], one);
    if (other == null) {
      return;
    }
    boolean inOrder = other.atom().line() <= one.atom().line();
    Stands first = inOrder ? other : one;
    Stands second = inOrder ? one : other;
    int line = first.atom().line();
    if (one.positive() == other.positive()) {
      faults.add(
          second.atom().line(),
          "「" + second.words() + "」写了两次，第 " + line + " 行已有",
          "\"" + second.words() + "\" stands twice: it is on line " + line + " already",
          "只留一处",
          "keep one");
    } else if (together) {
      faults.add(
          second.atom().line(),
          "「" + second.words() + "」与第 " + line + " 行的「" + first.words() + "」矛盾，合起来永远不会满足",
          "\""
              + second.words()
              + "\" contradicts \""
              + first.words()
              + "\" on line "
              + line
              + ": they can never be met together",
          "删去一处；是两种情形的，写成「或者」",
          "delete one of them, or make them alternatives with 或者");
    }
  }
}
