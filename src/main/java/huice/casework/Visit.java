package huice.casework;

import org.jspecify.annotations.Nullable;

/**
 * Whether the person is present at the counter and what for: any office serves a visitor, and the
 * log keeps both.
 */
public record Visit(@Nullable Purpose purpose) {
  /** Nobody is present. */
  public static final Visit NONE = new Visit(null);

  public boolean present() {
    return purpose != null;
  }
}
