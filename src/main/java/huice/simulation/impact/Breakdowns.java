package huice.simulation.impact;

import huice.model.Text;
import huice.simulation.impact.Grouping.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** People of one scheme by the groups of one grouping, counted and then told. One thread. */
final class Breakdowns {
  private static final Text OTHERS = Text.of("其他各组合计", "all others");
  private static final int COLUMNS = Impact.Column.values().length;

  private final Map<Group, long[]> counts = new TreeMap<>();

  void add(Group group, Change change) {
    counts.computeIfAbsent(group, g -> new long[COLUMNS])[Impact.Column.of(change).ordinal()]++;
  }

  void add(Breakdowns other) {
    other.counts.forEach(
        (group, more) -> {
          long[] sum = counts.computeIfAbsent(group, g -> new long[COLUMNS]);
          for (int c = 0; c < COLUMNS; c++) {
            sum[c] += more[c];
          }
        });
  }

  /** Null when there are not two groups to compare. */
  Impact.@Nullable Breakdown told(Grouping grouping, int smallest) {
    List<Text> labels = new ArrayList<>();
    List<long[]> rows = new ArrayList<>();
    large(labels, rows, smallest);
    if (rows.size() < 2) {
      return null;
    }
    Suppression suppression = Suppression.of(rows.toArray(long[][]::new), smallest);
    if (suppression.exposed()) {
      return new Impact.Breakdown(grouping.id(), grouping.label(), true, List.of());
    }
    List<Impact.Row> told = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      List<@Nullable Long> shown = new ArrayList<>();
      for (int c = 0; c < COLUMNS; c++) {
        shown.add(suppression.hidden(r, c) ? null : Long.valueOf(rows.get(r)[c]));
      }
      told.add(new Impact.Row(labels.get(r), people(rows.get(r)), shown));
    }
    return new Impact.Breakdown(grouping.id(), grouping.label(), false, told);
  }

  /** The groups that are large enough to be shown, the small ones together as one. */
  private void large(List<Text> labels, List<long[]> rows, int smallest) {
    long[] others = new long[COLUMNS];
    counts.forEach(
        (group, row) -> {
          if (people(row) < smallest) {
            move(row, others);
          } else {
            labels.add(group.label());
            rows.add(row);
          }
        });
    while (people(others) > 0 && people(others) < smallest && !rows.isEmpty()) {
      int least = 0;
      for (int r = 1; r < rows.size(); r++) {
        least = people(rows.get(r)) < people(rows.get(least)) ? r : least;
      }
      move(rows.remove(least), others);
      labels.remove(least);
    }
    if (people(others) > 0) {
      labels.add(OTHERS);
      rows.add(others);
    }
  }

  private static void move(long[] from, long[] to) {
    for (int c = 0; c < COLUMNS; c++) {
      to[c] += from[c];
    }
  }

  private static long people(long[] row) {
    long sum = 0;
    for (long one : row) {
      sum += one;
    }
    return sum;
  }
}
