package huice.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One dated version of a parameter, first to last day inclusive ({@code to} null: open). A single
 * value stands under the key {@code ""}; a parameter by a choice has a value per choice id. {@code
 * written} holds the same values as the officer wrote them, exact ({@code 2/3}). A version that
 * nobody published has no values and may still state bounds. Dates of a list parameter stand in
 * {@code list} (choice ids or days).
 */
public record ParameterValue(
    LocalDate from,
    @Nullable LocalDate to,
    boolean published,
    Map<String, Long> values,
    Map<String, String> written,
    List<String> list,
    @Nullable Long atLeast,
    @Nullable Long atMost,
    String reference,
    Confidence confidence,
    @Nullable LocalDate checked,
    @Nullable LocalDate review,
    int line) {
  public ParameterValue {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
    list = List.copyOf(list);
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
