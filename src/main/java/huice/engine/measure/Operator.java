package huice.engine.measure;

import org.jspecify.annotations.Nullable;

/** How a filter compares: {@code left OP right}, both ends of both sides known or open. */
enum Operator {
  EQ("="),
  NE("!="),
  LT("<"),
  LE("<="),
  GT(">"),
  GE(">=");

  final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  static @Nullable Operator of(String sign) {
    for (Operator operator : values()) {
      if (operator.sign.equals(sign)) {
        return operator;
      }
    }
    return null;
  }

  /** Whether left cannot lie above right. */
  boolean capsLeft() {
    return this == EQ || this == LT || this == LE;
  }

  int compare(Interval left, Interval right) {
    return Three.of(
        compare(left.lo(), left.hi(), right.lo(), right.hi()),
        compare(left.clo(), left.chi(), right.clo(), right.chi()));
  }

  private int compare(long lo, long hi, long otherLo, long otherHi) {
    return switch (this) {
      case EQ -> same(lo, hi, otherLo, otherHi);
      case NE -> swap(same(lo, hi, otherLo, otherHi));
      case LT -> Three.bits(lo < otherHi, hi >= otherLo);
      case GE -> Three.bits(hi >= otherLo, lo < otherHi);
      case LE -> Three.bits(lo <= otherHi, hi > otherLo);
      case GT -> Three.bits(hi > otherLo, lo <= otherHi);
    };
  }

  private static int same(long lo, long hi, long otherLo, long otherHi) {
    boolean may = lo <= otherHi && otherLo <= hi;
    boolean mayNot = lo != hi || otherLo != otherHi || lo != otherLo;
    return Three.bits(may, mayNot);
  }

  private static int swap(int bits) {
    return (bits & Three.MAY) << 1 | (bits & Three.MAY_NOT) >> 1;
  }
}
