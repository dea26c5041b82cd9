package huice.casework.task;

import huice.casework.decision.Now;
import huice.casework.task.TaskSettings.Checking;
import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.store.TaskTable;
import huice.store.TaskTable.Task;
import huice.store.VerificationTable.Entry;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tasks of verifying entries. In the caller's transaction; thread-safe. */
@Singleton
class VerificationTasks {
  private final TaskTable table;
  private final TaskSettings settings;

  VerificationTasks(TaskTable table, TaskSettings settings) {
    this.table = table;
    this.settings = settings;
  }

  /** The scheme by which entries are verified. */
  String scheme() {
    return settings.checking().scheme();
  }

  /** Somebody is to look at an entry. */
  Task make(CompiledRelease release, Entry entry, Stage stage, @Nullable Actor by, Now now) {
    Checking checking = settings.checking();
    String parameter = stage == Stage.CHECK ? checking.checkDays() : checking.sampleDays();
    LocalDate since = stage == Stage.CHECK ? entry.enteredOn() : now.today();
    Task task =
        task(
            release,
            entry,
            new What(
                TaskKind.VERIFICATION,
                stage.name(),
                entry.application().toString(),
                Verifying.due(release, parameter, since),
                Verifying.basis(release, checking, parameter, since)),
            by,
            now);
    table.add(task);
    return task;
  }

  /** What a fact says does not agree with the papers: to be corrected, or to stand. */
  Task mismatch(CompiledRelease release, Entry entry, String path, long seq, Actor by, Now now) {
    Task task =
        task(
            release,
            entry,
            new What(
                TaskKind.CORRECTION,
                path,
                Long.toString(seq),
                null,
                Bases.of(
                    release,
                    settings.checking().scheme(),
                    now.today(),
                    now.today(),
                    null,
                    java.util.List.of())),
            by,
            now);
    table.add(task);
    return task;
  }

  private record What(
      TaskKind kind, String subject, String period, @Nullable LocalDate due, Basis basis) {}

  private Task task(CompiledRelease release, Entry entry, What what, @Nullable Actor by, Now now) {
    return new Task(
        UUID.randomUUID(),
        what.kind().id(),
        entry.office(),
        entry.record(),
        settings.checking().scheme(),
        what.subject(),
        what.period(),
        null,
        entry.application(),
        what.due(),
        null,
        what.basis().text(),
        Verifying.outcome(release, settings.checking(), entry, now.today()),
        release.digest(),
        entry.factsVersion(),
        null,
        now.at(),
        by == null ? null : by.id(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The stage of an entry is done. */
  void done(Entry entry, Stage stage, Actor by, Now now) {
    table.open(entry.record()).stream()
        .filter(task -> task.kind().equals(TaskKind.VERIFICATION.id()))
        .filter(task -> task.subject().equals(stage.name()))
        .filter(task -> entry.application().equals(task.application()))
        .forEach(
            task ->
                table.end(
                    task.id(),
                    new TaskTable.End(
                        now.at(), now.today(), by.id(), Ending.VERIFIED.name(), null, null, null)));
  }
}
