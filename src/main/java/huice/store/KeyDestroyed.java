package huice.store;

/** The person was erased: what lay under the key can never be read again. */
public final class KeyDestroyed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeyDestroyed() {
    super("the key was destroyed or never made", null, false, false);
  }
}
