package huice.casework.task;

import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.NotAllowed;
import huice.casework.Payees;
import huice.casework.Reads;
import huice.casework.Releases;
import huice.casework.Visit;
import huice.casework.decision.Now;
import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.store.Facts;
import huice.store.TaskTable;
import huice.store.TaskTable.Task;
import huice.store.VerificationTable;
import huice.store.VerificationTable.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Entered, checked and sampled by three different persons. What does not agree becomes a task and a
 * correction; no application is changed by it. Thread-safe.
 */
@ApplicationScoped
public class Verifications {
  private final VerificationTable table;
  private final VerificationTasks tasks;
  private final TaskTable open;
  private final Comparing comparing;
  private final Releases releases;
  private final Payees payees;
  private final Reads reads;
  private final Facts facts;
  private final TaskLog log;

  Verifications(
      VerificationTable table,
      VerificationTasks tasks,
      TaskTable open,
      Comparing comparing,
      Releases releases,
      Payees payees,
      Reads reads,
      Facts facts,
      TaskLog log) {
    this.table = table;
    this.tasks = tasks;
    this.open = open;
    this.comparing = comparing;
    this.releases = releases;
    this.payees = payees;
    this.reads = reads;
    this.facts = facts;
    this.log = log;
  }

  /** An entry that waits, without the person. */
  @Schema(name = "VerificationLine")
  public record Line(
      UUID id, UUID application, String office, String scheme, LocalDate enteredOn, Stage stage) {}

  /** A fact to be compared with the papers. */
  @Schema(name = "VerificationFact")
  public record Compared(long seq, String path, Text label, String value, String source) {}

  /** {@code stage} null: nothing waits. */
  @Schema(name = "Verification")
  public record View(
      UUID id,
      UUID application,
      UUID record,
      @Nullable String who,
      String office,
      String scheme,
      LocalDate enteredOn,
      @Nullable LocalDate checkedOn,
      @Nullable UUID checkedBy,
      @Nullable Boolean drawn,
      @Nullable LocalDate sampledOn,
      @Nullable UUID sampledBy,
      @Nullable Stage stage,
      List<Compared> facts) {}

  /** What waits in the caller's office; a reviewer and an auditor see all. */
  @Transactional
  public List<Line> waiting(Actor by) {
    boolean all = by.role() == Role.REVIEWER || by.role() == Role.AUDITOR;
    return table.waiting(all ? null : by.office()).stream()
        .map(
            entry ->
                new Line(
                    entry.id(),
                    entry.application(),
                    entry.office(),
                    entry.scheme(),
                    entry.enteredOn(),
                    entry.checkedAt() == null ? Stage.CHECK : Stage.SAMPLE))
        .toList();
  }

  /** One entry with the facts that its application rests on; the reading is noted. */
  @Transactional
  public View view(UUID id, Actor by, Now now) {
    Entry entry = entry(id);
    payees.see(by, entry.record(), Visit.NONE);
    View view = shown(entry);
    reads.note(by, entry.record(), Visit.NONE, "verification", now.at());
    return view;
  }

  private Entry entry(UUID id) {
    return table
        .find(id)
        .orElseThrow(() -> new Absent(Text.of("没有这条录入", "there is no such entry")));
  }

  /** The entry of an application; null when there is none. */
  @Transactional
  public @Nullable UUID of(UUID application) {
    return table.ofApplication(application).map(Entry::id).orElse(null);
  }

  private View shown(Entry entry) {
    return new View(
        entry.id(),
        entry.application(),
        entry.record(),
        payees.shown(entry.record()).name(),
        entry.office(),
        entry.scheme(),
        entry.enteredOn(),
        entry.checkedOn(),
        entry.checkedBy(),
        entry.drawn(),
        entry.sampledOn(),
        entry.sampledBy(),
        stage(entry),
        comparing.of(entry));
  }

  private static @Nullable Stage stage(Entry entry) {
    if (entry.checkedAt() == null) {
      return Stage.CHECK;
    }
    return Boolean.TRUE.equals(entry.drawn()) && entry.sampledAt() == null ? Stage.SAMPLE : null;
  }

  /**
   * A second person, who entered nothing of it, compared the facts with the papers.
   *
   * @param mismatches the numbers of those that do not agree
   */
  @Transactional
  public View check(UUID id, List<Long> mismatches, Actor by, Now now) {
    facts.lock();
    Entry entry = entry(id);
    payees.serve(by, entry.record(), Visit.NONE);
    if (table.hands(entry.application(), entry.record(), entry.factsVersion()).contains(by.id())) {
      throw new NotAllowed(
          Text.of("录入的人不能核查，请由另一人核查", "who entered it cannot check it; another person does"));
    }
    List<Compared> found = found(entry, mismatches);
    if (!table.check(id, now.today(), now.at(), by.id(), found.size())) {
      throw new Conflict(Text.of("已有人核查过", "somebody else has checked it"));
    }
    return done(entry, Stage.CHECK, found, by, now);
  }

  /** A third person compared a drawn entry with the papers once more. */
  @Transactional
  public View sample(UUID id, List<Long> mismatches, Actor by, Now now) {
    facts.lock();
    Entry entry = entry(id);
    payees.see(by, entry.record(), Visit.NONE);
    boolean hand =
        table.hands(entry.application(), entry.record(), entry.factsVersion()).contains(by.id());
    if (hand || by.id().equals(entry.checkedBy())) {
      throw new NotAllowed(
          Text.of("录入和核查的人不能抽查，请由第三人抽查", "who entered or checked it cannot sample it"));
    }
    List<Compared> found = found(entry, mismatches);
    if (!table.sample(id, now.today(), now.at(), by.id(), found.size())) {
      throw new Conflict(Text.of("没有抽中，或者已经抽查过", "it is not drawn, or was sampled already"));
    }
    return done(entry, Stage.SAMPLE, found, by, now);
  }

  private List<Compared> found(Entry entry, List<Long> mismatches) {
    List<Compared> all = comparing.of(entry);
    List<Compared> found =
        all.stream().filter(fact -> mismatches.contains(fact.seq())).distinct().toList();
    if (found.size() != Set.copyOf(mismatches).size()) {
      throw new Invalid(
          "/mismatches",
          Text.of("有的编号不是这次核对的情况", "some numbers are none of the facts compared"),
          Text.of("请重新打开这一页", "open it again"));
    }
    return found;
  }

  private View done(Entry entry, Stage stage, List<Compared> found, Actor by, Now now) {
    tasks.done(entry, stage, by, now);
    TaskLog.Entries entries = new TaskLog.Entries();
    Map<String, Object> content =
        Map.of(
            "act",
            "verified-" + stage.name().toLowerCase(java.util.Locale.ROOT),
            "application",
            entry.application().toString(),
            "mismatches",
            found.size());
    log.add(entries, by, entry.record(), content, now);
    CompiledRelease release = releases.live();
    for (Compared one : found) {
      if (!open.known(
          tasks.scheme(),
          entry.record(),
          one.path(),
          TaskKind.CORRECTION.id(),
          Long.toString(one.seq()))) {
        Task task = tasks.mismatch(release, entry, one.path(), one.seq(), by, now);
        log.task(entries, "task-made", task, by, now);
      }
    }
    log.write(entries);
    return shown(entry(entry.id()));
  }
}
