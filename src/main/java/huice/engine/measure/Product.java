package huice.engine.measure;

import huice.model.Raw;
import java.util.Map;

/**
 * Parts multiplied with one another. Percent and basis points are taken as the shares they stand
 * for, and a parameter written as a fraction (2/3) is multiplied as that fraction, not as its
 * rounded decimals: put such parts last. A share among the parts is taken apart: its second part
 * stands {@code under} the product, so that nothing is rounded in between.
 */
record Product(Form[] parts, long[] divisors, Fraction[] fractions, Form[] under) implements Form {
  /** The fractions that a parameter's rounded values stand for; empty for most. */
  record Fraction(Map<Long, long[]> byRaw) {
    static final Fraction NONE = new Fraction(Map.of());
  }

  @Override
  public Interval read(Frame frame) {
    long start = frame.mark();
    Interval result = Interval.of(Raw.ONE);
    boolean nothing = false;
    for (int i = 0; i < parts.length; i++) {
      Interval part = frame.part(parts[i]);
      nothing |= part.lo() == 0 && part.hi() == 0;
      result = times(result, part, i);
    }
    for (Form form : under) {
      Interval part = frame.part(form);
      nothing &= part.lo() > 0;
      result = over(result, part);
    }
    if (nothing) {
      frame.forget(start);
    }
    return result;
  }

  private static Interval over(Interval a, Interval b) {
    return new Interval(
        low(a.lo(), b.lo(), b.hi()),
        high(a.hi(), b.lo(), b.hi()),
        low(a.clo(), b.clo(), b.chi()),
        high(a.chi(), b.clo(), b.chi()));
  }

  /** Nothing is known of what is divided by nothing. */
  private static long low(long a, long underLo, long underHi) {
    if (a < 0) {
      return underLo <= 0 ? Raw.LOW : Numbers.divide(a, underLo);
    }
    return underHi <= 0 ? 0 : Numbers.divide(a, underHi);
  }

  private static long high(long a, long underLo, long underHi) {
    if (a < 0) {
      return underHi <= 0 ? 0 : Numbers.divide(a, underHi);
    }
    return underLo <= 0 ? Raw.HIGH : Numbers.divide(a, underLo);
  }

  private Interval times(Interval a, Interval b, int i) {
    long[] best = corners(a.lo(), a.hi(), b.lo(), b.hi(), i);
    if (a.lo() == a.clo() && a.hi() == a.chi() && b.lo() == b.clo() && b.hi() == b.chi()) {
      return Interval.of(best[0], best[1]);
    }
    long[] cautious = corners(a.clo(), a.chi(), b.clo(), b.chi(), i);
    return new Interval(best[0], best[1], cautious[0], cautious[1]);
  }

  private long[] corners(long lo, long hi, long otherLo, long otherHi, int i) {
    long a = times(lo, otherLo, i);
    if (lo == hi && otherLo == otherHi) {
      return new long[] {a, a};
    }
    long b = times(lo, otherHi, i);
    long c = times(hi, otherLo, i);
    long d = times(hi, otherHi, i);
    return new long[] {
      Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d))
    };
  }

  private long times(long a, long b, int i) {
    long[] fraction = fractions[i].byRaw().get(b);
    return fraction == null
        ? Numbers.multiply(a, b, divisors[i])
        : Numbers.multiply(a, Raw.of(fraction[0]), fraction[1] * divisors[i]);
  }
}
