package huice.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small graph of facts around a subject on a date. {@code from} and {@code to} are the months
 * asked about for monthly schemes, both null when only the month of {@code on} is asked.
 */
public record Case(
    LocalDate on, @Nullable YearMonth from, @Nullable YearMonth to, Map<String, Node> roots) {
  public Case {
    roots = Collections.unmodifiableMap(new LinkedHashMap<>(roots));
  }

  /** How many rows all lists hold together. */
  public int rows() {
    return roots.values().stream().mapToInt(Node::rows).sum();
  }

  public Case on(LocalDate other) {
    return new Case(other, from, to, roots);
  }
}
