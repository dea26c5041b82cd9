package huice.entry.api;

import huice.entry.api.ProblemDetails.Fault;
import huice.model.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads words of a query; what does not fit is refused with what to write instead. */
final class Words {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  private Words() {}

  /** Null when left out. */
  static <E extends Enum<E>> @Nullable E choice(Class<E> type, String name, @Nullable String word) {
    if (word == null) {
      return null;
    }
    E[] all = type.getEnumConstants();
    return Arrays.stream(all)
        .filter(one -> one.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () -> {
              String words =
                  Arrays.stream(all)
                      .map(one -> one.name().toLowerCase(Locale.ROOT))
                      .collect(Collectors.joining("|"));
              return wrong(name, Text.of("写 " + words, "write " + words));
            });
  }

  static LocalDate day(String name, @Nullable String word, LocalDate otherwise) {
    if (word == null) {
      return otherwise;
    }
    Optional<LocalDate> day = day(word);
    if (day.isPresent()) {
      return day.get();
    }
    throw wrong(name, Text.of("写成 2025-01-31", "write it as 2025-01-31"));
  }

  /** A day of the years 1900 to 9999; other years are mistakes that no calendar here bears. */
  static Optional<LocalDate> day(String word) {
    try {
      return Optional.of(LocalDate.parse(word))
          .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static YearMonth month(String name, String word) {
    try {
      YearMonth month = YearMonth.parse(word);
      if (month.getYear() >= FIRST_YEAR && month.getYear() < LAST_YEAR) {
        return month;
      }
    } catch (DateTimeParseException e) {
      // as any other word that is none
    }
    throw wrong(name, Text.of("写成 2025-01", "write it as 2025-01"));
  }

  static String required(String name, @Nullable String word) {
    if (word == null || word.isBlank()) {
      throw wrong(name, Text.of("请写明", "write it"));
    }
    return word;
  }

  private static Refused wrong(String name, Text instead) {
    return Query.refused(List.of(Fault.inQuery(name, Text.of("不合要求", "it does not fit"), instead)));
  }
}
