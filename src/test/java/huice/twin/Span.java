package huice.twin;

import huice.model.Raw;
import huice.model.Truth;

/**
 * A value between two ends as far as the recorded facts go, and why it is not one value: facts that
 * can be asked for, what only an office can fill, a parameter nobody published.
 */
record Span(long lo, long hi, boolean asks, boolean office, boolean unset) {
  static final Span NEVER = of(Raw.NEVER);

  static Span of(long value) {
    return new Span(value, value, false, false, false);
  }

  static Span notPublished() {
    return new Span(Raw.LOW, Raw.HIGH, false, false, true);
  }

  /** Between two ends for want of facts, unless the ends are one. */
  static Span between(long lo, long hi) {
    return new Span(lo, hi, lo != hi, false, false);
  }

  boolean exact() {
    return lo == hi;
  }

  private static Span made(long lo, long hi, Span a, Span b) {
    return lo == hi
        ? of(lo)
        : new Span(lo, hi, a.asks || b.asks, a.office || b.office, a.unset || b.unset);
  }

  /** Other ends for the same reasons. */
  Span to(long newLo, long newHi) {
    return made(newLo, newHi, this, this);
  }

  /** Other ends, and the reasons of both. */
  Span with(Span other, long newLo, long newHi) {
    return made(newLo, newHi, this, other);
  }

  /** A part that cannot be the smallest is not asked for. */
  Span least(Span other) {
    long newLo = Math.min(lo, other.lo);
    long newHi = Math.min(hi, other.hi);
    Span a = lo >= newHi ? of(lo) : this;
    Span b = other.lo >= newHi ? of(lo) : other;
    return made(newLo, newHi, a, b);
  }

  Span most(Span other) {
    long newLo = Math.max(lo, other.lo);
    long newHi = Math.max(hi, other.hi);
    Span a = hi <= newLo ? of(lo) : this;
    Span b = other.hi <= newLo ? of(lo) : other;
    return made(newLo, newHi, a, b);
  }

  static long add(long a, long b) {
    return a == Raw.LOW || a == Raw.HIGH ? a : b == Raw.LOW || b == Raw.HIGH ? b : a + b;
  }

  Span plus(Span other) {
    long newLo = lo == Raw.LOW || other.lo == Raw.LOW ? Raw.LOW : add(lo, other.lo);
    long newHi = hi == Raw.HIGH || other.hi == Raw.HIGH ? Raw.HIGH : add(hi, other.hi);
    return made(newLo, newHi, this, other);
  }

  Span minus(Span other) {
    long newLo = lo == Raw.LOW || other.hi == Raw.HIGH ? Raw.LOW : lo - other.hi;
    long newHi = hi == Raw.HIGH || other.lo == Raw.LOW ? Raw.HIGH : hi - other.lo;
    return made(newLo, newHi, this, other);
  }

  Truth atMost(Span other) {
    return hi <= other.lo ? Truth.MET : lo > other.hi ? Truth.NOT_MET : Truth.UNKNOWN;
  }

  Truth below(Span other) {
    return hi < other.lo ? Truth.MET : lo >= other.hi ? Truth.NOT_MET : Truth.UNKNOWN;
  }

  Truth same(Span other) {
    return exact() && other.exact() && lo == other.lo
        ? Truth.MET
        : hi < other.lo || lo > other.hi ? Truth.NOT_MET : Truth.UNKNOWN;
  }

  /** Nothing that is asked for helps against a gap without any bound. */
  private boolean blocked() {
    return (unset || office && !asks) && lo == Raw.LOW && hi == Raw.HIGH;
  }

  private boolean open() {
    return asks || !exact() && !office && !unset;
  }

  /** An answer about two spans, which asks where facts could settle it. */
  Answer answer(Truth truth, Span other) {
    boolean asked = !blocked() && !other.blocked() && (open() || other.open());
    return Answer.of(truth, asked);
  }

  Answer notAfter(Span other) {
    return answer(atMost(other), other);
  }

  Answer before(Span other) {
    return answer(below(other), other);
  }

  Answer atLeast(Span other) {
    return answer(other.atMost(this), other);
  }

  Answer is(long value) {
    Span other = of(value);
    return answer(same(other), other);
  }
}
