package huice.casework;

import huice.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * What the caller saw is no longer so: somebody else was faster, or the order of steps does not
 * allow this one now. Nothing was done.
 */
public final class Conflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Text what;
  private final @Nullable Long version;

  public Conflict(Text what) {
    this(what, null);
  }

  /**
   * A step on something that has changed since the caller read it.
   *
   * @param version what it has come to; the caller reads it again and decides anew
   */
  public Conflict(Text what, @Nullable Long version) {
    super(what.en(), null, false, false);
    this.what = what;
    this.version = version;
  }

  /** What changed, without personal data. */
  public Text what() {
    return what;
  }

  /** The present version; null where versions have no part in it. */
  public @Nullable Long version() {
    return version;
  }
}
