package huice.engine;

import huice.engine.measure.Bound;
import huice.model.Raw;
import huice.model.Text;
import huice.model.Truth;
import huice.model.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tries every combination of the values that matter in each column of a decision table: cases that
 * no row covers, rows that overlap although they must not, and rows that are never reached. A row
 * counts on the days on which it is in force; columns are taken to vary freely.
 */
final class TableChecks {
  private static final int MOST_POINTS = 100_000;

  private final Faults faults;
  private final Fixed fixed;
  private final Version version;
  private final boolean unique;
  private final Set<String> overlaps = new LinkedHashSet<>();
  private final Set<Branch> reached = new LinkedHashSet<>();

  /** The rows that come first wherever a row would be met. */
  private final Map<Branch, Set<Integer>> before = new LinkedHashMap<>();

  private boolean gapTold;

  TableChecks(Faults faults, Fixed fixed, Version version, boolean unique) {
    this.faults = faults;
    this.fixed = fixed;
    this.version = version;
    this.unique = unique;
  }

  /** {@code dead}: the lines of rows that are told to be impossible by themselves. */
  void check(Set<Integer> dead) {
    for (LocalDate day : days()) {
      List<Branch> rows = version.branches().stream().filter(b -> b.inForce(day)).toList();
      if (!grid(rows, day)) {
        faults.notice(
            version.line(),
            Text.of(
                "这张表的列和值太多，没有核对空缺和重叠",
                "the table has too many columns and values to check it for gaps"),
            Text.of("把表拆成几个项目", "split the table"));
        return;
      }
    }
    before.forEach(
        (row, others) -> {
          if (!unique && !reached.contains(row) && !dead.contains(row.line())) {
            unreached(row, others);
          }
        });
  }

  private void unreached(Branch row, Set<Integer> others) {
    String lines = String.join("、", others.stream().map(String::valueOf).toList());
    faults.add(
        row.line(),
        "「" + row.label() + "」这一行永远轮不到：它的情形都先由第 " + lines + " 行管了",
        "the row \"" + row.label() + "\" is never reached: row " + lines + " comes first",
        "核对上面的行是否少填了格子，或删去这一行",
        "see whether a cell above was left empty, or delete this row");
  }

  /** The first day and every day on which a row begins or has just ended. */
  private Set<LocalDate> days() {
    Set<LocalDate> days = new TreeSet<>();
    for (Branch branch : version.branches()) {
      days.add(branch.from());
      if (branch.to() != null) {
        days.add(branch.to().plusDays(1));
      }
    }
    days.removeIf(day -> !version.inForce(day));
    return days;
  }

  /** False when there are too many combinations. */
  private boolean grid(List<Branch> rows, LocalDate day) {
    Map<Integer, Long> operands = operands(day);
    Map<Integer, List<Long>> axes = axes(operands);
    long points = 1;
    for (List<Long> axis : axes.values()) {
      points = Math.min(Long.MAX_VALUE / 64, points * axis.size());
    }
    if (points > MOST_POINTS) {
      return false;
    }
    for (int point = 0; point < points && !axes.isEmpty(); point++) {
      Map<Integer, Long> values = new HashMap<>();
      int rest = point;
      for (Map.Entry<Integer, List<Long>> axis : axes.entrySet()) {
        values.put(axis.getKey(), axis.getValue().get(rest % axis.getValue().size()));
        rest /= axis.getValue().size();
      }
      point(rows, day, operands, values);
    }
    return true;
  }

  /** One combination: which row comes first, and whether another is met beside it. */
  private void point(
      List<Branch> rows, LocalDate day, Map<Integer, Long> operands, Map<Integer, Long> values) {
    Branch hit = null;
    boolean open = false;
    for (Branch row : rows) {
      Truth truth = row.formula().value(i -> at(i, operands, values));
      Set<Integer> others = before.computeIfAbsent(row, r -> new TreeSet<>());
      if (truth == Truth.NOT_MET) {
        continue;
      }
      if (hit == null) {
        reached.add(row);
      } else {
        others.add(hit.line());
      }
      open |= truth == Truth.UNKNOWN && hit == null;
      if (truth == Truth.MET) {
        if (hit != null && unique && overlaps.add(hit.line() + "/" + row.line())) {
          overlap(hit, row, values);
        }
        hit = hit == null ? row : hit;
      }
    }
    if (hit == null && !open && !gapTold) {
      gapTold = true;
      gap(day, values);
    }
  }

  private void overlap(Branch hit, Branch row, Map<Integer, Long> values) {
    faults.add(
        row.line(),
        "与第 " + hit.line() + " 行重叠：" + describe(values),
        "it overlaps row " + hit.line() + ": " + describe(values),
        "改条件使两行不同时命中，或命中方式改为“先中先得”",
        "make the rows exclude each other, or use 先中先得 (first)");
  }

  private void gap(LocalDate day, Map<Integer, Long> values) {
    boolean first = day.equals(version.from());
    faults.add(
        version.line(),
        "表有空缺，没有一行管这种情形：" + describe(values) + (first ? "" : "（" + day + " 起）"),
        "the table has a gap: no row covers "
            + describe(values)
            + (first ? "" : " (from " + day + ")"),
        "加一行，或用“其他”兜底",
        "add a row, or use 其他 for the rest");
  }

  private Truth at(int place, Map<Integer, Long> operands, Map<Integer, Long> values) {
    Condition condition = version.conditions().get(place);
    Long left = values.get(condition.leftSlot());
    Long right = operands.get(place);
    if (left == null || right == null) {
      return Truth.UNKNOWN;
    }
    return condition.op().holds(left, left, right, right) ? Truth.MET : Truth.NOT_MET;
  }

  /** By place of the condition: what it compares with, where that is one value. */
  private Map<Integer, Long> operands(LocalDate day) {
    Map<Integer, Long> operands = new HashMap<>();
    for (int i = 0; i < version.conditions().size(); i++) {
      Long value = fixed.value(version.conditions().get(i).right(), day);
      if (value != null) {
        operands.put(i, value);
      }
    }
    return operands;
  }

  private Map<Integer, List<Long>> axes(Map<Integer, Long> operands) {
    Map<Integer, Set<Long>> points = new TreeMap<>();
    operands.forEach(
        (place, value) -> {
          Condition condition = version.conditions().get(place);
          add(
              condition.left(),
              value,
              points.computeIfAbsent(condition.leftSlot(), s -> new LinkedHashSet<>()));
        });
    Map<Integer, List<Long>> axes = new TreeMap<>();
    points.forEach((slot, axis) -> axes.put(slot, List.copyOf(axis)));
    return axes;
  }

  /** What a column may hold around a value it is compared with, and known to be none. */
  private static void add(Bound left, long value, Set<Long> axis) {
    if (left.fact() != null && left.type() == ValueType.CHOICE) {
      for (long i = 0; i < left.fact().choices().size(); i++) {
        axis.add(i);
      }
      axis.add(Raw.NO_CHOICE);
    } else if (left.type() == ValueType.YES_NO) {
      axis.add(0L);
      axis.add(1L);
    } else {
      long step = step(left);
      axis.add(left.type().scaled() ? Math.max(0, value - step) : value - step);
      axis.add(value);
      axis.add(value + step);
      if (left.fact() != null) {
        axis.add(left.type() == ValueType.DATE ? Raw.NEVER : 0);
      }
    }
  }

  /** The least difference that a reader would name: a day, a fen, one of a count. */
  private static long step(Bound left) {
    return switch (left.unit()) {
      case YUAN, YUAN_PER_MONTH, YUAN_PER_HOUR -> Raw.ONE / 100;
      case YEAR, MONTH, DAY, TIMES, PERSONS -> left.type().scaled() ? Raw.ONE : 1;
      default -> 1;
    };
  }

  private String describe(Map<Integer, Long> values) {
    List<String> parts = new ArrayList<>();
    for (Condition condition : version.conditions()) {
      @Nullable Long value = values.get(condition.leftSlot());
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
