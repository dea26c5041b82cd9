package huice.casework.decision;

import huice.casework.Absent;
import huice.casework.Conflict;
import huice.model.Actor;
import huice.model.Text;
import huice.store.ApplicationTable;
import huice.store.DecisionTable;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.SwitchRow;
import huice.store.SwitchTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Kill switches: while one stands, what it touches falls to a person (R38). Thread-safe. */
@ApplicationScoped
public class Switches {
  private final SwitchTable switches;
  private final DecisionTable decisions;
  private final ApplicationTable applications;
  private final Journal journal;
  private final Courses courses;

  Switches(
      SwitchTable switches,
      DecisionTable decisions,
      ApplicationTable applications,
      Journal journal,
      Courses courses) {
    this.switches = switches;
    this.decisions = decisions;
    this.applications = applications;
    this.journal = journal;
    this.courses = courses;
  }

  /** What is switched off. */
  public enum Kind {
    /** One condition, by its id. */
    RULE,
    SCHEME,
    RELEASE
  }

  /** A switch with the applications it touches. */
  @Schema(name = "KillSwitch")
  public record Switch(
      UUID id,
      Kind kind,
      String target,
      String reason,
      Instant setAt,
      UUID setBy,
      @Nullable Instant liftedAt,
      @Nullable UUID liftedBy,
      @Nullable String liftedWhy,
      List<ApplicationView.Brief> affected) {
    public Switch {
      affected = List.copyOf(affected);
    }
  }

  /** Switches off; the affected applications are listed. */
  @Transactional
  public Switch set(Kind kind, String target, String reason, Actor by, Now now) {
    SwitchRow row =
        new SwitchRow(
            UUID.randomUUID(),
            kind.name().toLowerCase(Locale.ROOT),
            target,
            reason,
            now.at(),
            by.id(),
            null,
            null,
            null);
    switches.add(row);
    log(row, "set", reason, by, now);
    return shown(row, now);
  }

  /** Switches on again. */
  @Transactional
  public Switch lift(UUID id, String reason, Actor by, Now now) {
    SwitchRow row =
        switches
            .locked(id)
            .orElseThrow(() -> new Absent(Text.of("没有这个停用", "there is no such switch")));
    if (row.liftedAt() != null) {
      throw new Conflict(Text.of("已经恢复", "it was lifted already"));
    }
    SwitchRow lifted = switches.lift(id, now.at(), by.id(), reason);
    log(lifted, "lifted", reason, by, now);
    return shown(lifted, now);
  }

  /** All switches, the latest first. */
  @Transactional
  public List<Switch> all(Now now) {
    return switches.all().stream().map(row -> shown(row, now)).toList();
  }

  private Switch shown(SwitchRow row, Now now) {
    List<ApplicationView.Brief> affected =
        decisions.touched(row.kind(), row.target()).stream()
            .map(applications::find)
            .flatMap(found -> found.stream())
            .map(found -> Views.brief(found, now))
            .filter(found -> found.state() != State.WITHDRAWN)
            .toList();
    return new Switch(
        row.id(),
        Kind.valueOf(row.kind().toUpperCase(Locale.ROOT)),
        row.target(),
        row.reason(),
        row.setAt(),
        row.setBy(),
        row.liftedAt(),
        row.liftedBy(),
        row.liftedWhy(),
        affected);
  }

  private void log(SwitchRow row, String what, String reason, Actor by, Now now) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("switch", row.id());
    content.put("what", what);
    content.put("of", row.kind());
    content.put("target", row.target());
    content.put("reason", reason);
    journal.write(new Journal.Entry(now.at(), LogKind.SWITCH, by, null, courses.text(content)));
  }
}
