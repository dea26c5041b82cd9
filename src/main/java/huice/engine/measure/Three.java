package huice.engine.measure;

/**
 * A three-valued answer on best and on cautious knowledge as four bits: may be true, may be false;
 * cautiously may be true, cautiously may be false.
 */
final class Three {
  static final int MAY = 1;
  static final int MAY_NOT = 2;
  static final int SHIFT = 2;
  static final int TRUE = 0b0101;
  static final int FALSE = 0b1010;
  static final int UNKNOWN = 0b1111;

  private Three() {}

  static int of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  static int of(int best, int cautious) {
    return best | cautious << SHIFT;
  }

  static int and(int a, int b) {
    return (a & b & TRUE) | ((a | b) & FALSE);
  }

  /** Best knowledge of a conflict: what any of its values may give; cautiously, anything. */
  static int conflicting(int merged) {
    return of(merged & (MAY | MAY_NOT), MAY | MAY_NOT);
  }

  static int not(int a) {
    return (a & TRUE) << 1 | (a & FALSE) >> 1;
  }

  /** Whether caution makes no difference. */
  static boolean certain(int a) {
    return (a & (MAY | MAY_NOT)) == a >> SHIFT;
  }

  static boolean possible(int a) {
    return (a & MAY) != 0;
  }

  static boolean sure(int a) {
    return (a & MAY_NOT) == 0;
  }

  static boolean cautiouslyPossible(int a) {
    return (a & MAY << SHIFT) != 0;
  }

  static boolean cautiouslySure(int a) {
    return (a & MAY_NOT << SHIFT) == 0;
  }

  /** {@code date <= day} */
  static int notAfter(Interval date, long day) {
    return of(bits(date.lo() <= day, date.hi() > day), bits(date.clo() <= day, date.chi() > day));
  }

  static int bits(boolean may, boolean mayNot) {
    return (may ? MAY : 0) | (mayNot ? MAY_NOT : 0);
  }
}
