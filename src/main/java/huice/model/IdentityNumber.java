package huice.model;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A resident's identity number in its one form of 18 characters; one of the old 15 digits is
 * brought into it. The region in it is not interpreted. Its text form is masked, so that it cannot
 * get into a log by accident.
 */
public final class IdentityNumber {
  private static final Pattern OLD = Pattern.compile("[1-9][0-9]{14}");
  private static final Pattern NEW = Pattern.compile("[1-9][0-9]{16}[0-9X]");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";
  private static final int FIRST_YEAR = 1900;

  private final String text;

  private IdentityNumber(String text) {
    this.text = text;
  }

  /**
   * The number that somebody wrote, in whatever width and case; empty when it cannot be one: of
   * another length, with a wrong check digit, or with a day of birth that is none or after today.
   */
  public static Optional<IdentityNumber> of(String written, LocalDate today) {
    String word =
        Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    String whole = OLD.matcher(word).matches() ? converted(word) : word;
    return NEW.matcher(whole).matches() && check(whole) == whole.charAt(17) && born(whole, today)
        ? Optional.of(new IdentityNumber(whole))
        : Optional.empty();
  }

  /** The old form leaves out the century and the check digit. */
  private static String converted(String old) {
    String long17 = old.substring(0, 6) + "19" + old.substring(6);
    return long17 + check(long17);
  }

  private static char check(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK.charAt(sum % 11);
  }

  private static boolean born(String number, LocalDate today) {
    try {
      int year = Integer.parseInt(number.substring(6, 10));
      int month = Integer.parseInt(number.substring(10, 12));
      int day = Integer.parseInt(number.substring(12, 14));
      return year >= FIRST_YEAR && !LocalDate.of(year, month, day).isAfter(today);
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The 18 characters. */
  public String whole() {
    return text;
  }

  /** The first and the last two characters, the rest as stars. */
  public String masked() {
    return masked(text);
  }

  /** The same of a number that was checked when it was taken in. */
  public static String masked(String whole) {
    int last = Math.max(1, whole.length() - 2);
    return whole.substring(0, 1) + "*".repeat(last - 1) + whole.substring(last);
  }

  @Override
  public String toString() {
    return masked();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdentityNumber number && number.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
