package huice.engine.measure;

import huice.model.Raw;

/**
 * A value between two ends: on best knowledge {@code lo..hi}, on cautious knowledge {@code
 * clo..chi}, which always contains the best one. Monotone in knowledge: whoever learns more gets an
 * interval inside the earlier one.
 */
record Interval(long lo, long hi, long clo, long chi) {
  static final Interval ANYTHING = of(Raw.LOW, Raw.HIGH);
  static final Interval NO = new Interval(0, 0, 0, 0);
  static final Interval YES = new Interval(1, 1, 1, 1);
  static final Interval YES_OR_NO = of(0, 1);

  static Interval of(long value) {
    if (value == 0) {
      return NO;
    }
    return value == 1 ? YES : new Interval(value, value, value, value);
  }

  static Interval of(long lo, long hi) {
    return new Interval(lo, hi, lo, hi);
  }

  boolean exact() {
    return lo == hi;
  }

  /** Whether caution makes no difference. */
  boolean certain() {
    return lo == clo && hi == chi;
  }

  /** One value, also on cautious knowledge. */
  boolean single() {
    return clo == chi;
  }

  /** Smaller of both, end by end. */
  Interval least(Interval other) {
    return new Interval(
        Math.min(lo, other.lo),
        Math.min(hi, other.hi),
        Math.min(clo, other.clo),
        Math.min(chi, other.chi));
  }

  /** Greater of both, end by end. */
  Interval greatest(Interval other) {
    return new Interval(
        Math.max(lo, other.lo),
        Math.max(hi, other.hi),
        Math.max(clo, other.clo),
        Math.max(chi, other.chi));
  }
}
