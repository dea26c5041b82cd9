package huice.policy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a YAML or JSON text says, whatever it was written in: mappings, sequences and scalars with
 * the line (from 1) on which each begins. Texts are kept as written, so numbers and dates stay
 * exact. Immutable.
 */
public sealed interface Tree {

  int line();

  /** A single value. A number keeps its own digits; {@code NOTHING} is null or an empty value. */
  record Scalar(String text, Form form, int line) implements Tree {

    /** How the value was written; YAML's plain words may still be numbers, dates or yes and no. */
    public enum Form {
      PLAIN,
      QUOTED,
      NUMBER,
      TRUTH,
      NOTHING
    }
  }

  /** Several values in order. */
  record Sequence(List<Tree> items, int line) implements Tree {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Values by key, in the order of the file. The map is handed over: nobody changes it after. */
  record Mapping(Map<String, Entry> entries, int line) implements Tree {
    public Mapping {
      entries = Collections.unmodifiableMap(entries);
    }

    public @Nullable Tree get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }
  }

  /** A key with its line and its value. */
  record Entry(String key, int line, Tree value) {}

  /** Whether this is a null or an empty value. */
  default boolean nothing() {
    return this instanceof Scalar scalar && scalar.form() == Scalar.Form.NOTHING;
  }
}
