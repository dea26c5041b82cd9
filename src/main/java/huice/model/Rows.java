package huice.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of a case and how far it is complete: everything that began on or before {@code
 * completeTo} is in it; null when nobody says so.
 */
public record Rows(List<Node> rows, @Nullable LocalDate completeTo) {
  public Rows {
    rows = List.copyOf(rows);
  }
}
