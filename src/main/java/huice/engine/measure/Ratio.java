package huice.engine.measure;

import huice.model.Raw;

/** a ÷ b, both never negative; nothing is known of a share of nothing. */
record Ratio(Form a, Form b) implements Form {
  @Override
  public Interval read(Frame frame) {
    long mark = frame.mark();
    Interval over = frame.part(a);
    Interval under = frame.part(b);
    Interval result =
        new Interval(
            low(over.lo(), under.hi()),
            high(over.hi(), under.lo()),
            low(over.clo(), under.chi()),
            high(over.chi(), under.clo()));
    if (under.lo() == 0 && under.hi() == 0) {
      frame.forget(mark);
    }
    return result;
  }

  private static long low(long a, long b) {
    return b <= 0 || a <= 0 ? 0 : Numbers.divide(a, b);
  }

  private static long high(long a, long b) {
    return b <= 0 || a == Raw.HIGH ? Raw.HIGH : Numbers.divide(Math.max(a, 0), b);
  }
}
