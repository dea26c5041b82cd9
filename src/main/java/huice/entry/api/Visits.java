package huice.entry.api;

import huice.casework.Purpose;
import huice.casework.Visit;
import huice.entry.api.ProblemDetails.Fault;
import huice.model.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads whether the person is present, and what for, from an address. */
final class Visits {
  private Visits() {}

  /**
   * Both are written or none.
   *
   * @throws Refused when one is missing or no such word
   */
  static Visit of(@Nullable String present, @Nullable String purpose) {
    if (present == null && purpose == null || "false".equals(present) && purpose == null) {
      return Visit.NONE;
    }
    Optional<Purpose> word = purpose == null ? Optional.empty() : Purpose.of(purpose);
    if (!"true".equals(present) || word.isEmpty()) {
      String words =
          Arrays.stream(Purpose.values()).map(Purpose::id).collect(Collectors.joining("|"));
      throw Query.refused(
          List.of(
              Fault.inQuery(
                  word.isEmpty() ? "purpose" : "present",
                  Text.of("本人在场时两项都要写", "with the person present both are written"),
                  Text.of(
                      "写 present=true&purpose=" + words, "write present=true&purpose=" + words))));
    }
    return new Visit(word.get());
  }
}
