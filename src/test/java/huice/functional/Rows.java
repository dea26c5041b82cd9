package huice.functional;

import static org.assertj.core.api.Assertions.assertThat;

import huice.functional.Wire.Answer;
import huice.functional.Wire.Call;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Many rows of one list of a record, each with a day of its own, so that one too many shows. */
final class Rows {
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);

  private Rows() {}

  /** What records the rows from one number up to another, that one left out. */
  static List<Call> calls(Wire.Who who, String facts, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> Call.of(who, facts, row(i))).toList();
  }

  private static Map<String, Object> row(int i) {
    String day = FIRST.plusDays(i).toString();
    return Map.of("entries", List.of(Desk.entry("employments[new].start", "value", day)));
  }

  /** What is known of a record holds so many rows, and none twice. */
  static void assertEachOnce(Answer facts, int rows) {
    List<String> starts = new ArrayList<>();
    for (var one : facts.json().path("statements")) {
      if (one.path("path").asText().endsWith(".start")) {
        starts.add(one.path("value").asText());
      }
    }
    assertThat(starts).as(facts.text()).hasSize(rows).doesNotHaveDuplicates();
  }
}
