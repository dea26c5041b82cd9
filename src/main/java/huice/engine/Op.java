package huice.engine;

/** A comparison of two intervals; each has a complement for the opposite answer. */
enum Op {
  EQ("=="),
  NE("!="),
  LT("<"),
  LE("<="),
  GT(">"),
  GE(">=");

  final String sign;

  Op(String sign) {
    this.sign = sign;
  }

  Op complement() {
    return switch (this) {
      case EQ -> NE;
      case NE -> EQ;
      case LT -> GE;
      case LE -> GT;
      case GT -> LE;
      case GE -> LT;
    };
  }

  /** Whether the comparison holds for every pair of values of the two intervals. */
  boolean holds(long leftLo, long leftHi, long rightLo, long rightHi) {
    return switch (this) {
      case EQ -> leftLo == leftHi && rightLo == rightHi && leftLo == rightLo;
      case NE -> leftHi < rightLo || leftLo > rightHi;
      case LT -> leftHi < rightLo;
      case LE -> leftHi <= rightLo;
      case GT -> leftLo > rightHi;
      case GE -> leftLo >= rightHi;
    };
  }
}
