package huice.casework;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the person is present at the counter and what for: any office serves a visitor, and the
 * log keeps both.
 */
public record Visit(@Nullable Purpose purpose) {
  /** Nobody is present. */
  public static final Visit NONE = new Visit(null);

  /** For the log: that the person was there and what for; nothing when nobody was. */
  public Map<String, Object> told() {
    return purpose == null ? Map.of() : Map.of("present", true, "purpose", purpose.id());
  }

  public boolean present() {
    return purpose != null;
  }
}
