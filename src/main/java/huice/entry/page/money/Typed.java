package huice.entry.page.money;

import huice.entry.page.Form;
import huice.model.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums and months as people type and read them. Stateless. */
final class Typed {
  private Typed() {}

  /** A sum in yuan; 0 after a fault. */
  static BigDecimal sum(Form form, String field) {
    String text = form.text(field).replaceAll("[,，\\s元]", "");
    if (text.matches("[0-9]{1,12}([.][0-9]{1,2})?")) {
      return new BigDecimal(text);
    }
    if (form.error(field) == null) {
      form.fault(field, Text.of("请写金额，如 1234.50", "write a sum such as 1234.50"));
    }
    return BigDecimal.ZERO;
  }

  /** A month; null when left empty or after a fault. */
  static @Nullable YearMonth month(Form form, String field) {
    String text = form.optional(field);
    if (text == null) {
      return null;
    }
    try {
      return YearMonth.parse(text.replaceAll("[./年]", "-").replace("月", ""));
    } catch (DateTimeException e) {
      form.fault(field, Text.of("请写月份，如 2026-01", "write a month such as 2026-01"));
      return null;
    }
  }

  /** The first and the last of some periods. */
  static String periods(List<String> periods) {
    if (periods.isEmpty()) {
      return "";
    }
    String first = period(periods.get(0));
    String last = period(periods.get(periods.size() - 1));
    return first.equals(last) ? first : first + " 至 " + last;
  }

  /** {@code once} is a word of the records. */
  static String period(String period) {
    return period.equals("once") ? "一次性" : period;
  }
}
