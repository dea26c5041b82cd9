package huice.explain;

import huice.model.GivenUp;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.Text;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An outcome in one phrase that says no more than holds for all its months and beside others. */
final class Headline {
  private final Map<String, Text> titles;

  Headline(Map<String, Text> titles) {
    this.titles = titles;
  }

  /** Good, bad, open, or neither: nothing is due, or another scheme stands in its place. */
  static String mark(Outcome outcome) {
    Result result = outcome.outcome();
    if (result.favourable()) {
      return givesWayWhole(outcome) ? "–" : "✓";
    }
    return result.adverse() ? "✗" : result == Result.NOT_DUE ? "–" : "?";
  }

  Text result(Outcome outcome) {
    Text result = Words.result(outcome.kind(), outcome.outcome());
    Text open =
        outcome.outcome() != Result.NEEDS_INFO && hasOpenMonths(outcome)
            ? Text.of("，部分月份还缺信息", "; for some months information is missing")
            : Text.of("", "");
    Text way = givesWay(outcome);
    return Text.of(result.zh() + open.zh() + way.zh(), result.en() + open.en() + way.en());
  }

  private static boolean hasOpenMonths(Outcome outcome) {
    return outcome.months().stream().anyMatch(m -> m.outcome() == Result.NEEDS_INFO);
  }

  private Text givesWay(Outcome outcome) {
    Set<String> winners = new LinkedHashSet<>();
    own(outcome).forEach(one -> winners.add(one.because()));
    if (winners.isEmpty()) {
      return Text.of("", "");
    }
    List<Text> names = winners.stream().map(w -> titles.getOrDefault(w, Text.of(w, w))).toList();
    String zh = String.join("、", names.stream().map(n -> "「" + n.zh() + "」").toList());
    String en = String.join(", ", names.stream().map(n -> '"' + n.en() + '"').toList());
    return givesWayWhole(outcome)
        ? Text.of("，让位于" + zh, ", gives way to " + en)
        : Text.of("，部分月份让位于" + zh, ", in some months gives way to " + en);
  }

  /** Whether no favourable month is left beside the schemes that exclude it. */
  private static boolean givesWayWhole(Outcome outcome) {
    Set<String> lost = new LinkedHashSet<>();
    for (GivenUp one : own(outcome)) {
      if (one.months().isEmpty()) {
        return true;
      }
      lost.addAll(one.months());
    }
    return !lost.isEmpty()
        && outcome.months().stream().allMatch(m -> !m.outcome().favourable() || within(m, lost));
  }

  private static boolean within(MonthLine line, Set<String> months) {
    for (YearMonth m = line.month(); !m.isAfter(line.to()); m = m.plusMonths(1)) {
      if (!months.contains(m.toString())) {
        return false;
      }
    }
    return true;
  }

  private static List<GivenUp> own(Outcome outcome) {
    return outcome.givenUp().stream().filter(g -> g.scheme().equals(outcome.scheme())).toList();
  }
}
