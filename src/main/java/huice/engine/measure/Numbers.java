package huice.engine.measure;

import huice.model.Raw;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Arithmetic on values in millionths with open ends; what is too large is open. */
final class Numbers {
  private static final BigInteger ONE = BigInteger.valueOf(Raw.ONE);

  private Numbers() {}

  static boolean open(long raw) {
    return raw == Raw.LOW || raw == Raw.HIGH;
  }

  static long add(long a, long b) {
    if (open(a)) {
      return a;
    }
    if (open(b)) {
      return b;
    }
    long sum = a + b;
    if (((a ^ sum) & (b ^ sum)) < 0) {
      return a < 0 ? Raw.LOW : Raw.HIGH;
    }
    return sum;
  }

  static long negate(long a) {
    return a == Raw.LOW ? Raw.HIGH : a == Raw.HIGH ? Raw.LOW : -a;
  }

  /** a × b ÷ denominator, half up at the sixth decimal. */
  static long multiply(long a, long b, long denominator) {
    if (a == 0 || b == 0) {
      return 0;
    }
    if (open(a) || open(b)) {
      return (a < 0) == (b < 0) ? Raw.HIGH : Raw.LOW;
    }
    long product = a * b;
    if (denominator == 1 && Math.multiplyHigh(a, b) == product >> 63) {
      return halfUp(product, Raw.ONE);
    }
    return divide(
        BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)),
        ONE.multiply(BigInteger.valueOf(denominator)));
  }

  /** a ÷ b in millionths, half up; b is not 0. */
  static long divide(long a, long b) {
    if (open(a)) {
      return a;
    }
    return open(b) ? 0 : divide(BigInteger.valueOf(a).multiply(ONE), BigInteger.valueOf(b));
  }

  private static long halfUp(long a, long b) {
    long quotient = a / b;
    long rest = Math.abs(a % b);
    return rest * 2 >= b ? quotient + Long.signum(a) : quotient;
  }

  private static long divide(BigInteger a, BigInteger b) {
    BigInteger result =
        new BigDecimal(a).divide(new BigDecimal(b), 0, RoundingMode.HALF_UP).toBigInteger();
    if (result.bitLength() > 63) {
      return result.signum() < 0 ? Raw.LOW : Raw.HIGH;
    }
    return result.longValue();
  }
}
