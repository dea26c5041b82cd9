package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Raw;
import huice.model.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as written: plain decimals, exact, never floating. */
final class Numbers {
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,11}(\\.\\d{1,18})?");
  private static final Pattern FRACTION = Pattern.compile("(\\d{1,9})\\s*/\\s*(\\d{1,9})");
  private static final BigDecimal LARGEST = new BigDecimal("10000000000");
  private static final int DECIMALS = 6;

  private Numbers() {}

  /** A value, or what is wrong with the text; exactly one of them. */
  record Read(long raw, @Nullable Text what, Text instead) {}

  private static final Text PLAIN =
      Text.of("请写普通的十进制数，如 1890 或 20.7", "write a plain decimal, such as 1890 or 20.7");

  /** A number of at most so many decimals, from 0 up to ten thousand million. */
  static Read decimal(String text, int decimals) {
    String word = text.strip();
    if (!DECIMAL.matcher(word).matches()) {
      return new Read(0, what(word), PLAIN);
    }
    BigDecimal number = new BigDecimal(word);
    if (number.compareTo(LARGEST) > 0) {
      return new Read(
          0,
          say("数字 %s 太大", "the number %s is too large", word),
          say("最大 %s", "at most %s", LARGEST.toPlainString()));
    }
    if (number.stripTrailingZeros().scale() > decimals) {
      return new Read(
          0,
          say("数字 %s 的小数太多", "the number %s has too many decimals", word),
          say("最多 %d 位小数", "at most %d decimals", decimals));
    }
    return new Read(Raw.of(number), null, PLAIN);
  }

  static Read decimal(String text) {
    return decimal(text, DECIMALS);
  }

  /** A decimal or a fraction such as 2/3, whose raw value is rounded half up. */
  static Read share(String text) {
    Matcher fraction = FRACTION.matcher(text.strip());
    if (!fraction.matches()) {
      return decimal(text);
    }
    BigDecimal below = new BigDecimal(fraction.group(2));
    if (below.signum() == 0) {
      return new Read(0, say("分母是零", "the denominator is zero"), PLAIN);
    }
    BigDecimal value =
        new BigDecimal(fraction.group(1)).divide(below, DECIMALS, RoundingMode.HALF_UP);
    return new Read(Raw.of(value), null, PLAIN);
  }

  private static Text what(String word) {
    if (word.startsWith("-") && DECIMAL.matcher(word.substring(1)).matches()) {
      return say("数字 %s 小于零", "the number %s is below zero", word);
    }
    if (word.matches("[-+]?\\d*\\.?\\d+[eE][-+]?\\d+")) {
      return say("「%s」是科学计数法，不精确", "\"%s\" is floating-point notation", shown(word));
    }
    return say("「%s」不是数字", "\"%s\" is not a number", shown(word));
  }
}
