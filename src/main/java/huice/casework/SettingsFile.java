package huice.casework;

import huice.policy.Tree;
import huice.policy.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the program's own settings; what cannot be read stops the start. Immutable. */
public final class SettingsFile {
  private final String name;
  private final Tree.Mapping map;

  private SettingsFile(String name, Tree.Mapping map) {
    this.name = name;
    this.map = map;
  }

  /** A file of the program. */
  public static SettingsFile shipped(String name) {
    try (InputStream in = SettingsFile.class.getResourceAsStream(name)) {
      Trees.Parsed parsed = Trees.yaml(Objects.requireNonNull(in).readAllBytes());
      if (!(parsed.tree() instanceof Tree.Mapping whole) || !parsed.faults().isEmpty()) {
        throw new IllegalStateException(name + " cannot be read: " + parsed.faults());
      }
      return new SettingsFile(name, whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SettingsFile map(String key) {
    SettingsFile found = optionalMap(key);
    if (found == null) {
      throw new IllegalStateException(name + " has no " + key);
    }
    return found;
  }

  public @Nullable SettingsFile optionalMap(String key) {
    return map.get(key) instanceof Tree.Mapping found ? new SettingsFile(name, found) : null;
  }

  public String word(String key) {
    String word = optional(key);
    if (word == null) {
      throw new IllegalStateException(name + " has no " + key);
    }
    return word;
  }

  public @Nullable String optional(String key) {
    return map.get(key) instanceof Tree.Scalar scalar && !scalar.nothing() ? scalar.text() : null;
  }

  public int number(String key) {
    return Integer.parseInt(word(key));
  }

  public List<Integer> numbers(String key) {
    List<Integer> numbers = new ArrayList<>();
    if (map.get(key) instanceof Tree.Sequence list) {
      list.items().forEach(item -> numbers.add(Integer.valueOf(((Tree.Scalar) item).text())));
    }
    return List.copyOf(numbers);
  }

  /** All keys with their words. */
  public Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    map.entries().keySet().forEach(key -> words.put(key, word(key)));
    return words;
  }

  /** All keys with what lies under them. */
  public Map<String, SettingsFile> maps() {
    Map<String, SettingsFile> maps = new LinkedHashMap<>();
    map.entries().keySet().forEach(key -> maps.put(key, map(key)));
    return maps;
  }
}
