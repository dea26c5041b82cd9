package huice.casework.task;

import huice.casework.Access;
import huice.casework.Records;
import huice.casework.decision.Now;
import huice.casework.decision.State;
import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.model.Actor;
import huice.model.Case;
import huice.model.Outcome;
import huice.store.TaskSubjects;
import huice.store.TaskSubjects.Expiring;
import huice.store.TaskTable;
import huice.store.TaskTable.Task;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Documents that soon no longer count, under applications that rest on them: the office tells the
 * person in time. Not an application is changed by it. In the caller's transaction; thread-safe.
 */
@Singleton
class Documents {
  private final TaskTable table;
  private final TaskSubjects subjects;
  private final TaskSettings settings;
  private final Records records;
  private final Access access;
  private final TaskLog log;

  Documents(
      TaskTable table,
      TaskSubjects subjects,
      TaskSettings settings,
      Records records,
      Access access,
      TaskLog log) {
    this.table = table;
    this.subjects = subjects;
    this.settings = settings;
    this.records = records;
    this.access = access;
    this.log = log;
  }

  void keep(
      CompiledRelease release,
      @Nullable String office,
      @Nullable Actor by,
      Now now,
      Keeping.Count count) {
    List<Task> open = new ArrayList<>(table.open(TaskKind.DOCUMENT.id(), office));
    TaskLog.Entries entries = new TaskLog.Entries();
    Actor actor = by == null ? Actor.PROGRAM : by;
    for (Expiring one : expiring(release, office, now)) {
      boolean there = open.removeIf(task -> same(task, one));
      if (there || known(one)) {
        count.kept += there ? 1 : 0;
        continue;
      }
      Task task = task(release, one, by, now);
      table.add(task);
      log.task(entries, "task-made", task, actor, now);
      count.made++;
    }
    open.forEach(task -> log.task(entries, "task-ended-unowed", task, actor, now));
    table.remove(open.stream().map(Task::id).toList());
    count.removed += open.size();
    log.write(entries);
  }

  /** Documents that the rule in force of the application reads. */
  private List<Expiring> expiring(CompiledRelease release, @Nullable String office, Now now) {
    List<String> states =
        Stream.of(State.values())
            .filter(state -> state.open() || state == State.GRANTED || state == State.GRANTED_TOLD)
            .map(State::name)
            .toList();
    return subjects
        .expiring(states, now.today(), now.today().plusDays(settings.expiringDays()), office)
        .stream()
        .filter(one -> Bases.inForce(release, one.scheme()).isPresent())
        .filter(one -> reads(release, one))
        .toList();
  }

  private boolean reads(CompiledRelease release, Expiring one) {
    SchemeInfo info = Bases.info(release, one.scheme()).orElseThrow();
    return FactPaths.read(
        info, FactPaths.fact(release.source().dictionary(), access.personEntity(), one.path()));
  }

  private static boolean same(Task task, Expiring one) {
    return task.scheme().equals(one.scheme())
        && task.record().equals(one.record())
        && task.subject().equals(one.path())
        && task.period().equals(one.until().toString());
  }

  private boolean known(Expiring one) {
    return table.known(
        one.scheme(), one.record(), one.path(), TaskKind.DOCUMENT.id(), one.until().toString());
  }

  private Task task(CompiledRelease release, Expiring one, @Nullable Actor by, Now now) {
    long version = records.version();
    Case given =
        records.caseOf(
            one.record(), now.today(), null, null, version, release.source().dictionary());
    List<Outcome> outcomes =
        release.assess(given, new Ask(Set.of(one.scheme()), true, false)).outcomes();
    Basis.Used days =
        new Basis.Used(
            "到期以前提醒的天数（本机构设置）", settings.expiringDays() + " 日", null, "tasks/settings.yaml");
    return new Task(
        UUID.randomUUID(),
        TaskKind.DOCUMENT.id(),
        one.office(),
        one.record(),
        one.scheme(),
        one.path(),
        one.until().toString(),
        null,
        one.application(),
        one.until(),
        null,
        Bases.of(release, one.scheme(), now.today(), one.until(), null, List.of(days)).text(),
        outcomes.isEmpty() ? "{}" : Owing.json(release, outcomes.get(0), now.today()),
        release.digest(),
        version,
        one.holder(),
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
}
