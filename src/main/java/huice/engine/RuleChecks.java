package huice.engine;

import huice.engine.measure.Bound;
import huice.model.Raw;
import huice.model.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be told from a version alone: conditions that can never be met, alone or together.
 * Compares the values that parameters have on the day the version begins; a parameter without one
 * is left out.
 */
final class RuleChecks {
  private final Faults faults;
  private final Fixed fixed;

  RuleChecks(Faults faults, Fixed fixed) {
    this.faults = faults;
    this.fixed = fixed;
  }

  /** Tells what is wrong; the lines of the branches that can never be met. */
  Set<Integer> check(Version version, boolean table) {
    Set<Integer> dead = new LinkedHashSet<>();
    for (Branch branch : version.branches()) {
      boolean possible = branch.own().tooMany();
      for (List<Formula.Literal> way : branch.own().literals()) {
        possible |= possible(version, way);
      }
      if (single(version, branch)) {
        dead.add(branch.line());
      } else if (!possible) {
        dead.add(branch.line());
        together(version, branch, table);
      }
    }
    return dead;
  }

  /** Names the two conditions that shut each other out, where two do so in every way. */
  private void together(Version version, Branch branch, boolean table) {
    List<List<Formula.Literal>> ways = branch.own().literals();
    List<Formula.Literal> way = table || ways.isEmpty() ? List.of() : ways.get(0);
    for (Formula.Literal one : way) {
      for (Formula.Literal other : way.subList(way.indexOf(one) + 1, way.size())) {
        List<Formula.Literal> pair = List.of(one, other);
        if (!possible(version, pair) && ways.stream().allMatch(w -> w.containsAll(pair))) {
          pair(version, one, other);
          return;
        }
      }
    }
    faults.add(
        branch.line(),
        "这些条件合起来永远不会满足",
        "these conditions can never be met together",
        "核对互相矛盾的条件和参数值",
        "check conditions and parameter values that contradict each other");
  }

  private void pair(Version version, Formula.Literal one, Formula.Literal other) {
    Condition a = version.conditions().get(one.condition());
    Condition b = version.conditions().get(other.condition());
    boolean inOrder = a.line() <= b.line();
    Formula.Literal second = inOrder ? other : one;
    String first = written(inOrder ? a : b, inOrder ? one.positive() : other.positive());
    String later = written(inOrder ? b : a, second.positive());
    int line = Math.min(a.line(), b.line());
    faults.add(
        Math.max(a.line(), b.line()),
        "「" + later + "」与第 " + line + " 行的「" + first + "」合起来永远不会满足",
        "\"" + later + "\" and \"" + first + "\" of line " + line + " can never be met together",
        "核对这两个条件和参数值",
        "check the two conditions and the parameters' values");
  }

  private static String written(Condition condition, boolean positive) {
    return (positive ? "" : "除非 ") + condition.text();
  }

  /** Conditions that alone can never be met; whether there is any. */
  private boolean single(Version version, Branch branch) {
    boolean any = false;
    Set<Integer> told = new LinkedHashSet<>();
    List<Formula.Literal> all = new ArrayList<>();
    branch.formula().literals(true, all);
    if (version.duty() != null) {
      version.duty().literals(true, all);
    }
    for (Formula.Literal literal : all) {
      if (told.add(literal.condition()) && !possible(version, List.of(literal))) {
        Condition condition = version.conditions().get(literal.condition());
        faults.add(
            condition.line(),
            "「" + condition.text() + "」永远不会满足",
            "\"" + condition.text() + "\" can never be met",
            "核对比较的方向和参数值",
            "check the comparison and the parameter's value");
        any = true;
      }
    }
    return any;
  }

  /** Whether some value of each measure meets all literals of a way. */
  private boolean possible(Version version, List<Formula.Literal> way) {
    Map<Integer, long[]> ranges = new HashMap<>();
    for (Formula.Literal literal : way) {
      Condition condition = version.conditions().get(literal.condition());
      Long value = fixed.value(condition.right(), version.from());
      if (value == null || fixed.value(condition.left(), version.from()) != null) {
        continue;
      }
      long[] range = ranges.computeIfAbsent(condition.leftSlot(), s -> start(condition.left()));
      narrow(range, literal.positive() ? condition.op() : condition.op().complement(), value);
      if (range[0] > range[1]) {
        return false;
      }
    }
    return true;
  }

  private static long[] start(Bound bound) {
    boolean yesNo = bound.type() == ValueType.YES_NO;
    boolean natural = bound.type().scaled() && !bound.call().form().equals("minus");
    return new long[] {yesNo || natural ? 0 : Raw.LOW, yesNo ? 1 : Raw.HIGH};
  }

  private static void narrow(long[] range, Op op, long value) {
    switch (op) {
      case EQ -> {
        range[0] = Math.max(range[0], value);
        range[1] = Math.min(range[1], value);
      }
      case GE -> range[0] = Math.max(range[0], value);
      case GT -> range[0] = Math.max(range[0], value + 1);
      case LE -> range[1] = Math.min(range[1], value);
      case LT -> range[1] = Math.min(range[1], value - 1);
      case NE -> {
        range[0] = range[0] == value ? value + 1 : range[0];
        range[1] = range[1] == value ? value - 1 : range[1];
      }
    }
  }
}
