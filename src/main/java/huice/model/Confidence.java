package huice.model;

/**
 * How sure a parameter's value is: seen on a government page or statute (A), in a secondary copy
 * (B), general knowledge to be checked (C), in the plan's own text (TEXT), or a setting of the
 * office that no rule fixes (SETTING).
 */
public enum Confidence {
  A,
  B,
  C,
  TEXT,
  SETTING;

  /** Whether an assessment that used the value must say so. */
  public boolean low() {
    return this == C;
  }
}
