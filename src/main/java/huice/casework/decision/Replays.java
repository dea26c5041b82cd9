package huice.casework.decision;

import huice.casework.Absent;
import huice.casework.Releases;
import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.model.Text;
import huice.store.ApplicationRow;
import huice.store.ApplicationTable;
import huice.store.DecisionRow;
import huice.store.DecisionTable;
import huice.store.Journal;
import huice.store.LogKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides kept decisions again, from the facts as they were known and from the case as it was kept,
 * under their own releases, and compares byte for byte (R32). Thread-safe.
 */
@ApplicationScoped
public class Replays {
  private static final int PAGE = 200;
  private static final UUID FIRST = new UUID(0, 0);

  private final DecisionTable decisions;
  private final ApplicationTable applications;
  private final Making making;
  private final Releases releases;
  private final Journal journal;
  private final Courses courses;

  Replays(
      DecisionTable decisions,
      ApplicationTable applications,
      Making making,
      Releases releases,
      Journal journal,
      Courses courses) {
    this.decisions = decisions;
    this.applications = applications;
    this.making = making;
    this.releases = releases;
    this.journal = journal;
    this.courses = courses;
  }

  /** From what a decision was made again. */
  public enum From {
    FACTS,
    CASE
  }

  /** A decision that comes out otherwise, and the measures whose version changed since. */
  public record Difference(
      UUID decision,
      String scheme,
      From from,
      String release,
      String program,
      List<String> measures,
      Text what) {
    public Difference {
      measures = List.copyOf(measures);
    }
  }

  /** How many decisions were made again, how many times, and every difference. */
  public record Replay(int decisions, int comparisons, List<Difference> differences, Text told) {
    public Replay {
      differences = List.copyOf(differences);
    }
  }

  /** Those about days in a period; {@code null}: without an end. */
  @Transactional
  public Replay replay(@Nullable LocalDate from, @Nullable LocalDate to, Actor by, Now now) {
    LocalDate first = from == null ? LocalDate.of(1900, 1, 1) : from;
    LocalDate last = to == null ? LocalDate.of(9999, 12, 31) : to;
    List<Difference> differences = new ArrayList<>();
    int count = 0;
    UUID after = FIRST;
    for (List<DecisionRow> page = decisions.page(first, last, after, PAGE);
        !page.isEmpty();
        page = decisions.page(first, last, after, PAGE)) {
      for (DecisionRow made : page) {
        replay(made, differences);
        after = made.id();
        count++;
      }
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("replayed", count);
    content.put("differences", differences.size());
    journal.write(new Journal.Entry(now.at(), LogKind.AUDIT, by, null, courses.text(content)));
    return new Replay(count, 2 * count, differences, told(differences.size()));
  }

  private static Text told(int differences) {
    return differences == 0
        ? Text.of("差异：无", "differences: none")
        : Text.of("差异：" + differences + " 处", "differences: " + differences);
  }

  private void replay(DecisionRow made, List<Difference> differences) {
    ApplicationRow row = applications.find(made.application()).orElseThrow();
    CompiledRelease release;
    try {
      release = releases.compiled(made.release());
    } catch (Absent absent) {
      differences.add(
          new Difference(
              made.id(),
              row.scheme(),
              From.CASE,
              made.release(),
              made.program(),
              List.of(),
              absent.what()));
      return;
    }
    compare(row, made, release, From.CASE, making.again(row, made, release), differences);
    compare(row, made, release, From.FACTS, making.fromFacts(row, made, release), differences);
  }

  private void compare(
      ApplicationRow row,
      DecisionRow made,
      CompiledRelease release,
      From from,
      Optional<Found> found,
      List<Difference> differences) {
    String again = found.map(one -> one.keptAs(made.outcome())).orElse("");
    if (!again.equals(made.outcome())) {
      differences.add(
          difference(
              row,
              made,
              release,
              from,
              again.isEmpty()
                  ? Text.of("没有结果", "there is no outcome")
                  : Text.of("结果不同", "the outcome differs")));
    }
  }

  private Difference difference(
      ApplicationRow row, DecisionRow made, CompiledRelease release, From from, Text what) {
    String now = releases.measures(release, Rules.takingPart(release, row.scheme()));
    return new Difference(
        made.id(),
        row.scheme(),
        from,
        made.release(),
        made.program(),
        Measures.changed(made.measures(), now),
        what);
  }
}
