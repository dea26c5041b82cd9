package huice.model;

/** Three-valued answer of a condition or formula (Kleene). */
public enum Truth {
  MET,
  NOT_MET,
  UNKNOWN;

  public Truth and(Truth other) {
    if (this == NOT_MET || other == NOT_MET) {
      return NOT_MET;
    }
    return this == MET && other == MET ? MET : UNKNOWN;
  }

  public Truth or(Truth other) {
    if (this == MET || other == MET) {
      return MET;
    }
    return this == NOT_MET && other == NOT_MET ? NOT_MET : UNKNOWN;
  }

  public Truth not() {
    return switch (this) {
      case MET -> NOT_MET;
      case NOT_MET -> MET;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
