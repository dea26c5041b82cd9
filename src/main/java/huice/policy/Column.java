package huice.policy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A column of a table with a head row: its head in Chinese, and the key of the files, which is
 * accepted too. {@code nested}: its cells may hold lists and mappings in YAML's flow style.
 */
record Column(String zh, String key, boolean required, boolean nested) {

  static Column required(String zh, String key) {
    return new Column(zh, key, true, false);
  }

  static Column text(String zh, String key) {
    return new Column(zh, key, false, false);
  }

  static Column nested(String zh, String key) {
    return new Column(zh, key, false, true);
  }

  /** The column that an officer calls so, whatever the width, spaces and letter case. */
  static Optional<Column> named(String word, Collection<Column> columns) {
    String normal = Words.normal(word);
    return columns.stream()
        .filter(c -> Words.normal(c.zh).equals(normal) || Words.normal(c.key).equals(normal))
        .findFirst();
  }

  static List<String> heads(Collection<Column> columns) {
    return columns.stream().map(Column::zh).toList();
  }
}
