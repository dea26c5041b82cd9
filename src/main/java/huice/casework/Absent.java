package huice.casework;

import huice.model.Text;

/** There is no such thing, or none that this account may know of. */
public final class Absent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Text what;

  public Absent(Text what) {
    super(what.en(), null, false, false);
    this.what = what;
  }

  /** What was looked for, without personal data. */
  public Text what() {
    return what;
  }
}
