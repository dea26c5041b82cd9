package huice.casework.decision;

import huice.casework.Change;
import huice.casework.Conflict;
import huice.casework.Records;
import huice.model.Text;
import huice.store.DecisionRow;
import huice.store.SwitchRow;
import huice.store.SwitchTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has happened since a proposal was made that stands against it. Thread-safe. */
@ApplicationScoped
class Since {
  private final Records records;
  private final SwitchTable switches;

  Since(Records records, SwitchTable switches) {
    this.records = records;
    this.switches = switches;
  }

  /** Whether facts of the record, or of one linked with it, changed since a decision was made. */
  boolean changed(Courses.Loaded at, @Nullable DecisionRow made) {
    return made != null
        && records.version(at.row().record()) > made.factsVersion()
        && !records.changes(at.row(), made.factsVersion()).isEmpty();
  }

  /**
   * Refuses to go on with facts that are no longer so.
   *
   * @throws Conflict naming what changed
   */
  void same(Courses.Loaded at, DecisionRow made) {
    if (!changed(at, made)) {
      return;
    }
    String zh = labels(at, made).stream().map(Text::zh).collect(Collectors.joining("、"));
    String en = labels(at, made).stream().map(Text::en).collect(Collectors.joining(", "));
    throw new Conflict(
        Text.of(Guard.FACTS_SAME.what().zh() + "：" + zh, Guard.FACTS_SAME.what().en() + ": " + en),
        (long) at.row().version());
  }

  private List<Text> labels(Courses.Loaded at, DecisionRow made) {
    return records.changes(at.row(), made.factsVersion()).stream()
        .map(Change::label)
        .distinct()
        .toList();
  }

  /** The switches that stand on a decision's scheme, release or rules. */
  List<String> switchedOff(UUID decision) {
    return switches.standing(decision).stream().map(Since::name).toList();
  }

  private static String name(SwitchRow row) {
    return row.kind() + " " + row.target();
  }

  /** Whether one stands on a release, a scheme or a rule of what was just found. */
  boolean switchedOff(Found found) {
    return switches.all().stream()
        .filter(s -> s.liftedAt() == null)
        .anyMatch(s -> touches(s, found));
  }

  private static boolean touches(SwitchRow row, Found found) {
    return switch (row.kind()) {
      case "release" -> row.target().equals(found.release().digest());
      case "scheme" ->
          found.rules().stream().anyMatch(rule -> rule.scheme().equals(row.target()))
              || found.outcome().scheme().equals(row.target());
      default -> found.rules().stream().anyMatch(rule -> rule.condition().equals(row.target()));
    };
  }
}
