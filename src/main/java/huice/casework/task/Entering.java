package huice.casework.task;

import huice.casework.Records;
import huice.casework.decision.Now;
import huice.casework.decision.State;
import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.store.TaskTable.Task;
import huice.store.VerificationTable;
import huice.store.VerificationTable.Entry;
import huice.store.VerificationTable.Fresh;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applications under way that somebody else is to check. In the caller's transaction. */
@Singleton
class Entering {
  private static final List<String> GONE = List.of(State.WITHDRAWN.name(), State.CLOSED.name());

  private final VerificationTable table;
  private final VerificationTasks tasks;
  private final TaskSettings settings;
  private final Records records;
  private final TaskLog log;

  Entering(
      VerificationTable table,
      VerificationTasks tasks,
      TaskSettings settings,
      Records records,
      TaskLog log) {
    this.table = table;
    this.tasks = tasks;
    this.settings = settings;
    this.records = records;
    this.log = log;
  }

  void keep(
      CompiledRelease release,
      @Nullable String office,
      @Nullable Actor by,
      Now now,
      Keeping.Count count) {
    LocalDate since =
        Bases.inForce(release, settings.checking().scheme())
            .filter(from -> !from.isAfter(now.today()))
            .orElse(null);
    if (since == null) {
      return;
    }
    long version = records.version();
    TaskLog.Entries entries = new TaskLog.Entries();
    for (Fresh fresh : table.fresh(since, GONE, office)) {
      Entry entry = entry(fresh, version);
      table.add(entry);
      Task task = tasks.make(release, entry, Stage.CHECK, by, now);
      log.task(entries, "task-made", task, by == null ? Actor.PROGRAM : by, now);
      count.made++;
    }
    log.write(entries);
  }

  private static Entry entry(Fresh fresh, long version) {
    return new Entry(
        UUID.randomUUID(),
        fresh.application(),
        fresh.record(),
        fresh.office(),
        fresh.scheme(),
        fresh.enteredOn(),
        version,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
