package huice.explain;

import huice.model.ConditionResult;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.model.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The reasons of an outcome in brief, a line a condition: for reports, not for the person. */
public final class Reasons {
  private Reasons() {}

  /** All conditions with marks, values and parameters; of months only what is not met. */
  public static List<String> brief(Outcome outcome) {
    List<String> lines = new ArrayList<>();
    outcome.conditions().forEach(c -> lines.add(line(c)));
    for (MonthLine month : MonthWords.spans(outcome.months())) {
      for (ConditionResult condition : month.conditions()) {
        if (condition.inTheWay() || condition.result() == Truth.UNKNOWN) {
          lines.add(month.month() + " " + line(condition));
        }
      }
    }
    outcome.unsettled().forEach(u -> lines.add("政策未定 not settled: " + u));
    return lines;
  }

  private static String line(ConditionResult condition) {
    String values =
        condition.values().stream()
            .filter(v -> !Words.repeatsTheMark(v))
            .map(v -> v.label().zh() + " " + v.value())
            .collect(Collectors.joining("，"));
    String parameters =
        condition.parameters().stream()
            .map(p -> "〔" + p.name() + "〕" + (p.value() == null ? "未公布" : p.value()))
            .collect(Collectors.joining("，"));
    String seen =
        values.isEmpty() ? parameters : values + (parameters.isEmpty() ? "" : "；" + parameters);
    String place = condition.file() + ":" + condition.line();
    return Words.mark(condition)
        + Words.sentence(condition).zh()
        + (seen.isEmpty() ? "" : "（" + seen + "）")
        + " "
        + place;
  }
}
