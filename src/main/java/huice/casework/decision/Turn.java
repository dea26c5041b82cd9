package huice.casework.decision;

/** Which of several ways an act takes from a state. */
public enum Turn {
  ONLY,
  FAVOURABLE,
  ADVERSE,
  LACKING,
  UNSETTLED,
  /** An objection in time, or without a delivery from which time could run. */
  TIMELY,
  LATE,
  UPHELD;

  static Turn of(Bearing bearing) {
    return switch (bearing) {
      case FAVOURABLE -> FAVOURABLE;
      case ADVERSE -> ADVERSE;
      case LACKING -> LACKING;
      case UNSETTLED -> UNSETTLED;
    };
  }
}
