package huice.simulation;

import huice.engine.SchemeInfo;
import huice.model.ConditionResult;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.model.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which conditions the cases have seen met, not met and unknown. */
public final class Coverage {
  private final Map<String, Seen> conditions = new LinkedHashMap<>();

  /**
   * One condition: where it stands, whether it may be unknown at all, and which results the cases
   * have seen.
   */
  public record Seen(
      String scheme,
      String id,
      String text,
      List<String> parameters,
      boolean asks,
      String file,
      int line,
      Set<Truth> results) {

    /** The results that cases should see and have not. */
    List<Truth> unseen() {
      return Arrays.stream(Truth.values())
          .filter(t -> !results.contains(t) && (asks || t != Truth.UNKNOWN))
          .toList();
    }
  }

  Coverage(List<SchemeInfo> schemes) {
    for (SchemeInfo scheme : schemes) {
      for (SchemeInfo.Version version : scheme.versions()) {
        for (SchemeInfo.Line line : version.lines()) {
          if (!line.id().isEmpty()) {
            conditions.putIfAbsent(
                line.id(),
                new Seen(
                    scheme.id(),
                    line.id(),
                    line.text(),
                    line.parameters(),
                    line.asks(),
                    version.file(),
                    line.line(),
                    EnumSet.noneOf(Truth.class)));
          }
        }
      }
    }
  }

  void see(Outcome outcome) {
    outcome.conditions().forEach(this::see);
    for (MonthLine month : outcome.months()) {
      month.conditions().forEach(this::see);
    }
  }

  private void see(ConditionResult condition) {
    Seen seen = conditions.get(condition.id());
    if (seen != null) {
      seen.results().add(condition.result());
    }
  }

  public List<Seen> conditions() {
    return new ArrayList<>(conditions.values());
  }

  public int seen(Truth result) {
    return (int) conditions.values().stream().filter(c -> c.results().contains(result)).count();
  }
}
