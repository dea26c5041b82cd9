package huice.casework.counter;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths of rows in a case, {@code a.list[2]}, and where they are once rows are gone. Stateless. */
final class Rows {
  private Rows() {}

  /** {@code a.list} of {@code a.list[2]}. */
  static String list(String row) {
    return row.substring(0, row.lastIndexOf('['));
  }

  /** 2 of {@code a.list[2]}. */
  static int place(String row) {
    return Integer.parseInt(row.substring(row.lastIndexOf('[') + 1, row.length() - 1));
  }

  /** In an order in which none that is taken away moves one that is still to be. */
  static List<String> lastFirst(List<String> rows) {
    return rows.stream()
        .distinct()
        .sorted(
            Comparator.comparingInt((String row) -> row.split("\\.").length)
                .thenComparing(Rows::list)
                .thenComparingInt(Rows::place)
                .reversed())
        .toList();
  }

  /** Where a path is once a row is gone: the later rows of its list move up; null when in it. */
  static @Nullable String without(String path, String gone) {
    String list = list(gone) + "[";
    if (!path.startsWith(list)) {
      return path;
    }
    int close = path.indexOf(']', list.length());
    int place = Integer.parseInt(path.substring(list.length(), close));
    if (place == place(gone)) {
      return null;
    }
    return place < place(gone) ? path : list + (place - 1) + path.substring(close);
  }
}
