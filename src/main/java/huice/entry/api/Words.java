package huice.entry.api;

import huice.entry.api.ProblemDetails.Fault;
import huice.model.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads words of a query; what does not fit is refused with what to write instead. */
final class Words {
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
    try {
      LocalDate day = LocalDate.parse(word);
      if (day.getYear() >= 1900 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // told below
    }
    throw wrong(name, Text.of("写成 2025-01-31", "write it as 2025-01-31"));
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
