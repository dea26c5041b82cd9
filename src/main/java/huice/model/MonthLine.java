package huice.model;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One month of a monthly scheme, or a span of equal months from {@code month} to {@code to}. */
public record MonthLine(
    YearMonth month,
    YearMonth to,
    Result outcome,
    @Nullable Amount amount,
    List<ConditionResult> conditions,
    List<Missing> missing) {
  public MonthLine {
    conditions = List.copyOf(conditions);
    missing = List.copyOf(missing);
  }
}
