package huice.engine;

import huice.engine.measure.Bound;
import huice.model.Pack;
import huice.model.Parameter;
import huice.model.ParameterValue;
import huice.model.Raw;
import huice.model.Release;
import huice.model.Truth;
import huice.model.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be told from a version alone: conditions that can never be met, table rows that overlap
 * although they must not, and cases that no row of a table covers. Compares the values that
 * parameters have on the day the version begins; a parameter without one is left out.
 */
final class RuleChecks {
  private static final int MOST_POINTS = 20_000;

  private final Faults faults;
  private final Map<String, Parameter> parameters = new HashMap<>();

  RuleChecks(Faults faults, Pack pack, Release release) {
    this.faults = faults;
    release.packs().forEach(p -> p.parameters().forEach(q -> parameters.put(q.name(), q)));
    pack.parameters().forEach(q -> parameters.put(q.name(), q));
  }

  void check(Version version, boolean unique) {
    for (Branch branch : version.branches()) {
      boolean possible = branch.own().tooMany();
      for (List<Formula.Literal> way : branch.own().literals()) {
        possible |= possible(version, way);
      }
      if (!single(version, branch) && !possible) {
        faults.add(
            branch.line(),
            "这些条件合起来永远不会满足",
            "these conditions can never be met together",
            "核对互相矛盾的条件和参数值",
            "check conditions and parameter values that contradict each other");
      }
    }
    if (version.branches().size() > 1) {
      grid(version, unique);
    }
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
      Long value = fixed(condition.right(), version);
      if (value == null || fixed(condition.left(), version) != null) {
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

  /** The one value an operand has on the version's first day; null when it may vary. */
  private @Nullable Long fixed(Bound bound, Version version) {
    return switch (bound.call().form()) {
      case "true", "false", "choice" ->
          bound.measure() instanceof CallBinder.Constant constant ? constant.reading().lo() : null;
      case "parameter" -> {
        Parameter parameter =
            bound.parameters().stream().map(parameters::get).findFirst().orElse(null);
        ParameterValue value =
            parameter == null
                ? null
                : parameter
                    .on(version.from())
                    .or(() -> parameter.versions().stream().findFirst())
                    .orElse(null);
        yield value == null || !value.published() || !value.values().containsKey("")
            ? null
            : value.values().get("");
      }
      default -> null;
    };
  }

  /** Tries every combination of the values that matter in each column. */
  private void grid(Version version, boolean unique) {
    Map<Integer, List<Long>> axes = axes(version);
    long points = 1;
    for (List<Long> axis : axes.values()) {
      points = Math.min(Long.MAX_VALUE / 64, points * axis.size());
    }
    if (axes.isEmpty() || points > MOST_POINTS) {
      return;
    }
    List<Integer> slots = new ArrayList<>(axes.keySet());
    Set<String> told = new LinkedHashSet<>();
    boolean gapTold = false;
    for (int point = 0; point < points; point++) {
      Map<Integer, Long> values = new HashMap<>();
      int rest = point;
      for (int slot : slots) {
        List<Long> axis = axes.getOrDefault(slot, List.of(0L));
        values.put(slot, axis.get(rest % axis.size()));
        rest /= axis.size();
      }
      gapTold |= point(version, values, unique, told, gapTold);
    }
  }

  /** Tells an overlap or a gap at one combination; true when a gap was told. */
  private boolean point(
      Version version,
      Map<Integer, Long> values,
      boolean unique,
      Set<String> told,
      boolean gapTold) {
    Branch hit = null;
    for (Branch branch : version.branches()) {
      Truth truth = branch.formula().value(i -> at(version, version.conditions().get(i), values));
      if (truth == Truth.UNKNOWN) {
        return false;
      }
      if (truth == Truth.MET) {
        if (hit != null && unique && told.add(hit.line() + "/" + branch.line())) {
          faults.add(
              branch.line(),
              "与第 " + hit.line() + " 行重叠：" + describe(version, values),
              "it overlaps row " + hit.line() + ": " + describe(version, values),
              "改条件使两行不同时命中，或命中方式改为“先中先得”",
              "make the rows exclude each other, or use 先中先得 (first)");
        }
        hit = hit == null ? branch : hit;
      }
    }
    if (hit == null && !gapTold) {
      faults.add(
          version.line(),
          "表有空缺，没有一行管这种情形：" + describe(version, values),
          "the table has a gap: no row covers " + describe(version, values),
          "加一行，或用“其他”兜底",
          "add a row, or use 其他 for the rest");
      return true;
    }
    return false;
  }

  private Truth at(Version version, Condition condition, Map<Integer, Long> values) {
    Long left = values.get(condition.leftSlot());
    Long right = fixed(condition.right(), version);
    if (left == null || right == null) {
      return Truth.UNKNOWN;
    }
    return condition.op().holds(left, left, right, right) ? Truth.MET : Truth.NOT_MET;
  }

  private Map<Integer, List<Long>> axes(Version version) {
    Map<Integer, Set<Long>> points = new HashMap<>();
    for (Condition condition : version.conditions()) {
      Long value = fixed(condition.right(), version);
      if (value == null) {
        continue;
      }
      Set<Long> axis = points.computeIfAbsent(condition.leftSlot(), s -> new LinkedHashSet<>());
      Bound left = condition.left();
      if (left.fact() != null && left.type() == ValueType.CHOICE) {
        for (long i = 0; i < left.fact().choices().size(); i++) {
          axis.add(i);
        }
      } else if (left.type() == ValueType.YES_NO) {
        axis.add(0L);
        axis.add(1L);
      } else {
        long step = step(left);
        axis.add(Math.max(0, value - step));
        axis.add(value);
        axis.add(value + step);
      }
    }
    Map<Integer, List<Long>> axes = new java.util.TreeMap<>();
    points.forEach((slot, axis) -> axes.put(slot, List.copyOf(axis)));
    return axes;
  }

  /** The least difference that a reader would name: a day, a fen, one of a count. */
  private static long step(Bound left) {
    return switch (left.unit()) {
      case YUAN, YUAN_PER_MONTH, YUAN_PER_HOUR -> Raw.ONE / 100;
      case YEAR, MONTH, DAY, TIMES, PERSONS -> left.type().scaled() ? Raw.ONE : 1;
      default -> 1;
    };
  }

  private static String describe(Version version, Map<Integer, Long> values) {
    List<String> parts = new ArrayList<>();
    for (Condition condition : version.conditions()) {
      Long value = values.get(condition.leftSlot());
      if (value != null) {
        String words = name(condition) + "=" + Rendering.value(condition.left(), value);
        if (!parts.contains(words)) {
          parts.add(words);
        }
      }
    }
    return String.join("，", parts);
  }

  /** The fact's label, or of what is computed the head of the table's column. */
  private static String name(Condition condition) {
    Bound left = condition.left();
    int space = condition.text().lastIndexOf(' ');
    String head = space < 0 ? condition.text() : condition.text().substring(0, space);
    return left.fact() == null ? head : left.fact().label().zh();
  }
}
