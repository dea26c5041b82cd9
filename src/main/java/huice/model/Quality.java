package huice.model;

/** How well a fact is known (R15). Matched and estimated facts never carry an adverse result. */
public enum Quality {
  VERIFIED,
  DECLARED,
  MATCHED,
  ESTIMATED;

  public boolean weak() {
    return this == MATCHED || this == ESTIMATED;
  }
}
