package huice.casework;

import huice.model.Text;

/** This account may not do this to this thing, although its role may call the address. */
public final class NotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Text why;

  public NotAllowed(Text why) {
    super(why.en(), null, false, false);
    this.why = why;
  }

  /** The reason, without personal data. */
  public Text why() {
    return why;
  }
}
