package huice.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact fraction: two thirds stay two thirds until the one rounding the clause asks for. */
record Ratio(BigInteger over, BigInteger under) implements Comparable<Ratio> {
  static final Ratio ZERO = of(BigDecimal.ZERO);

  Ratio {
    if (under.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    if (under.signum() < 0) {
      over = over.negate();
      under = under.negate();
    }
    BigInteger common = over.gcd(under);
    if (common.signum() != 0 && !common.equals(BigInteger.ONE)) {
      over = over.divide(common);
      under = under.divide(common);
    }
  }

  static Ratio of(BigDecimal value) {
    return value.scale() <= 0
        ? new Ratio(value.toBigIntegerExact(), BigInteger.ONE)
        : new Ratio(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  /** Reads {@code 2/3} or a decimal as the officer wrote it. */
  static Ratio parse(String written) {
    int slash = written.indexOf('/');
    return slash < 0
        ? of(new BigDecimal(written.strip()))
        : of(new BigDecimal(written.substring(0, slash).strip()))
            .over(of(new BigDecimal(written.substring(slash + 1).strip())));
  }

  Ratio times(Ratio other) {
    return new Ratio(over.multiply(other.over), under.multiply(other.under));
  }

  Ratio over(Ratio other) {
    return new Ratio(over.multiply(other.under), under.multiply(other.over));
  }

  Ratio plus(Ratio other) {
    return new Ratio(
        over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
  }

  Ratio minus(Ratio other) {
    return plus(new Ratio(other.over.negate(), other.under));
  }

  BigDecimal round(int scale, RoundingMode mode) {
    return new BigDecimal(over).divide(new BigDecimal(under), scale, mode);
  }

  /** For a reader: exact when it has few decimals, else about; reckoned with is the fraction. */
  String shown() {
    BigDecimal six = round(6, RoundingMode.HALF_UP).stripTrailingZeros();
    if (of(six).equals(this)) {
      return (six.scale() < 0 ? six.setScale(0) : six).toPlainString();
    }
    return "≈ " + round(4, RoundingMode.HALF_UP).toPlainString();
  }

  @Override
  public int compareTo(Ratio other) {
    return over.multiply(other.under).compareTo(other.over.multiply(under));
  }
}
