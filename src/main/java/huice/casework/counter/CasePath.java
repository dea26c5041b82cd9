package huice.casework.counter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path of a case, where rows have places, as a path of a record, where they have keys. */
final class CasePath {
  private static final Pattern ROW = Pattern.compile("(.*)\\[(\\d+)]");

  private CasePath() {}

  /** The key that the row at a place of a list has for good; null when there is none. */
  interface Keys {
    @Nullable String of(String list, int place);
  }

  /** Null when the path is not below the root, or a row is not there. */
  static @Nullable String inRecord(String path, String root, Keys keys) {
    if (root.isEmpty() || !path.startsWith(root + ".")) {
      return null;
    }
    String at = "";
    for (String step : path.substring(root.length() + 1).split("\\.")) {
      String next = at.isEmpty() ? step : at + "." + step;
      Matcher row = ROW.matcher(next);
      String key = row.matches() ? keys.of(row.group(1), Integer.parseInt(row.group(2))) : next;
      if (key == null) {
        return null;
      }
      at = key;
    }
    return at;
  }
}
