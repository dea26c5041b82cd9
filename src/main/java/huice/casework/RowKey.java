package huice.casework;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list in a path, {@code employments[r3]}: the list, and the number that the row was
 * given once. {@code part} is 0, or tells the rows of persons' records that were merged apart.
 */
record RowKey(String list, int part, int number) implements Comparable<RowKey> {
  private static final Pattern ROW = Pattern.compile("(.+)\\[r(\\d+)(?:~(\\d+))?]");

  /** Null when the path does not end at a row. */
  static @Nullable RowKey of(String path) {
    Matcher row = ROW.matcher(path);
    if (!row.matches()) {
      return null;
    }
    int part = row.group(3) == null ? 0 : Integer.parseInt(row.group(3));
    return new RowKey(row.group(1), part, Integer.parseInt(row.group(2)));
  }

  /** A path of another record of the same person. */
  static String inPart(String path, int part) {
    return part == 0 ? path : path.replace("]", "~" + part + "]");
  }

  String path() {
    return list + "[r" + number + (part == 0 ? "" : "~" + part) + "]";
  }

  /** The greatest number that a list ever gave, 0 when none. */
  static int last(String list, Collection<String> paths) {
    return paths.stream()
        .map(RowKey::of)
        .filter(key -> key != null && key.list().equals(list))
        .mapToInt(key -> key == null ? 0 : key.number())
        .max()
        .orElse(0);
  }

  @Override
  public int compareTo(RowKey other) {
    return part != other.part
        ? Integer.compare(part, other.part)
        : Integer.compare(number, other.number);
  }
}
