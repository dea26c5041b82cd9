package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Days and months as written: yyyy-MM-dd and yyyy-MM, existing ones, of the years 1900 to 2199. */
final class Days {
  static final Text WRITE_DAY =
      Text.of("请写成 年-月-日，如 2024-09-01", "write yyyy-MM-dd, such as 2024-09-01");
  static final Text WRITE_MONTH = Text.of("请写成 年-月，如 2025-03", "write yyyy-MM, such as 2025-03");

  private static final int FIRST = 1900;
  private static final int LAST = 2199;

  private Days() {}

  static @Nullable LocalDate day(String text) {
    String word = text.strip();
    if (word.length() != 10 || word.charAt(7) != '-') {
      return null;
    }
    YearMonth month = month(word.substring(0, 7));
    int day = number(word, 8, 10);
    return month == null || !month.isValidDay(day) ? null : month.atDay(day);
  }

  static @Nullable YearMonth month(String text) {
    String word = text.strip();
    if (word.length() != 7 || word.charAt(4) != '-') {
      return null;
    }
    int year = number(word, 0, 4);
    int month = number(word, 5, 7);
    return year < FIRST || year > LAST || month < 1 || month > 12
        ? null
        : YearMonth.of(year, month);
  }

  /** Why a text is no day. */
  static Text noDay(String text) {
    String word = text.strip();
    if (word.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return years(word)
          ? say("没有 %s 这一天", "there is no day %s", word)
          : say("%s 不在 1900 年至 2199 年之间", "%s is not within 1900 to 2199", word);
    }
    return say("「%s」不是日期", "\"%s\" is not a date", shown(text));
  }

  static Text noMonth(String text) {
    return say("「%s」不是月份", "\"%s\" is not a month", shown(text));
  }

  private static boolean years(String word) {
    int year = number(word, 0, 4);
    return year >= FIRST && year <= LAST;
  }

  private static int number(String word, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = word.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }
}
