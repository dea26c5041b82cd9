package huice.engine.measure;

import huice.model.Raw;

/** Arithmetic over numbers, end by end. */
record Arithmetic(Kind kind, Form[] parts) implements Form {
  enum Kind {
    PLUS,
    MINUS,
    LEAST,
    GREATEST
  }

  @Override
  public Interval read(Frame frame) {
    if (kind == Kind.LEAST || kind == Kind.GREATEST) {
      return Pick.of(parts, kind == Kind.GREATEST, frame);
    }
    Interval result = frame.part(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      Interval other = frame.part(parts[i]);
      result = add(result, kind == Kind.MINUS ? negative(other) : other);
    }
    return result;
  }

  private static Interval add(Interval a, Interval b) {
    return new Interval(
        low(a.lo(), b.lo()), high(a.hi(), b.hi()), low(a.clo(), b.clo()), high(a.chi(), b.chi()));
  }

  private static long low(long a, long b) {
    return a == Raw.LOW || b == Raw.LOW ? Raw.LOW : Numbers.add(a, b);
  }

  private static long high(long a, long b) {
    return a == Raw.HIGH || b == Raw.HIGH ? Raw.HIGH : Numbers.add(a, b);
  }

  private static Interval negative(Interval a) {
    return new Interval(
        Numbers.negate(a.hi()),
        Numbers.negate(a.lo()),
        Numbers.negate(a.chi()),
        Numbers.negate(a.clo()));
  }
}
