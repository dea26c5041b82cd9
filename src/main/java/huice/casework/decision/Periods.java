package huice.casework.decision;

/**
 * Periods in days. A period begins on the day after what starts it and ends with its last day (民法典
 * §201).
 */
public record Periods(int comment, int objection, int due) {
  public Periods {
    if (comment < 1 || objection < 1 || due < 1) {
      throw new IllegalArgumentException("a period has at least one day");
    }
  }
}
