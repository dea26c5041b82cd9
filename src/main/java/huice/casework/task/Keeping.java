package huice.casework.task;

import huice.casework.Days;
import huice.casework.NewFacts;
import huice.casework.Releases;
import huice.casework.decision.Now;
import huice.casework.task.Owing.Owed;
import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.store.PersonTable;
import huice.store.RecordRow;
import huice.store.RecordTable;
import huice.store.TaskTable;
import huice.store.TaskTable.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps open tasks equal to what is owed: makes what is not there, leaves what is, and lets go of
 * what is no longer owed. In the caller's transaction, in which nobody else records; thread-safe.
 */
@ApplicationScoped
class Keeping {
  private static final Set<TaskKind> BY_RULE =
      Set.of(TaskKind.CONTACT, TaskKind.SERVICE, TaskKind.CHECK);

  private final TaskTable table;
  private final RecordTable records;
  private final PersonTable persons;
  private final Owing owing;
  private final Releases releases;
  private final TaskLog log;

  Keeping(
      TaskTable table,
      RecordTable records,
      PersonTable persons,
      Owing owing,
      Releases releases,
      TaskLog log) {
    this.table = table;
    this.records = records;
    this.persons = persons;
    this.owing = owing;
    this.releases = releases;
    this.log = log;
  }

  /** What came of it. {@code gaps}: parameters that are not set, without which nothing is owed. */
  static final class Count {
    int made;
    int kept;
    int removed;
    final Set<String> gaps = new TreeSet<>();
  }

  /** A stop takes effect at once, whoever recorded it, and so does everything else. */
  void changed(@Observes NewFacts news) {
    List<Task> open = table.open(news.record());
    if (open.stream()
        .anyMatch(task -> BY_RULE.contains(TaskKind.of(task.kind())) || called(task))) {
      keep(news.record(), null, news.by(), new Now(news.at(), Days.of(news.at())), new Count());
    }
  }

  private static boolean called(Task task) {
    return TaskKind.of(task.kind()) == TaskKind.CALLBACK;
  }

  /** {@code by} null: at night. */
  void keep(UUID id, @Nullable CompiledRelease given, @Nullable Actor by, Now now, Count count) {
    RecordRow record = records.find(persons.standing(id)).orElse(null);
    List<Task> open =
        new ArrayList<>(
            table.open(id).stream()
                .filter(task -> BY_RULE.contains(TaskKind.of(task.kind())) || called(task))
                .toList());
    CompiledRelease release = given == null ? releases.live() : given;
    Owing.Look look =
        record == null || !consents(record)
            ? Owing.Look.NOTHING
            : owing.look(record, release, now.today());
    count.gaps.addAll(look.gaps());
    TaskLog.Entries entries = new TaskLog.Entries();
    Actor actor = by == null ? Actor.PROGRAM : by;
    for (Owed owed : look.owed()) {
      one(Objects.requireNonNull(record), owed, open, release, by, now, count, entries);
    }
    open.removeIf(task -> called(task) && stillAsked(task, look));
    open.forEach(task -> log.task(entries, "task-ended-unowed", task, actor, now));
    count.removed += open.size();
    table.remove(open.stream().map(Task::id).toList());
    log.write(entries);
  }

  private boolean consents(RecordRow record) {
    return persons
        .find(record.id())
        .map(p -> p.consentOn() != null && p.consentEndedOn() == null && p.erasedAt() == null)
        .orElse(true);
  }

  /** A callback that the person asked for stands as long as the request does. */
  private static boolean stillAsked(Task task, Owing.Look look) {
    String request = task.request();
    return request == null || look.requests().contains(request);
  }

  private static boolean same(Owed owed, Task task) {
    return owed.subject().equals(task.subject()) && Objects.equals(owed.request(), task.request());
  }

  private void one(
      RecordRow record,
      Owed owed,
      List<Task> open,
      CompiledRelease release,
      @Nullable Actor by,
      Now now,
      Count count,
      TaskLog.Entries entries) {
    Task there =
        open.stream()
            .filter(task -> task.kind().equals(owed.service().kind().id()))
            .filter(task -> task.scheme().equals(owed.service().scheme()) && same(owed, task))
            .findFirst()
            .orElse(null);
    if (there != null && (owed.asks() || unchanged(there, owed))) {
      open.remove(there);
      count.kept++;
      return;
    }
    String period = period(record, owed, now);
    if (period == null) {
      return;
    }
    Actor actor = by == null ? Actor.PROGRAM : by;
    if (there != null) {
      open.remove(there);
      table.remove(List.of(there.id()));
      log.task(entries, "task-changed", there, actor, now);
    }
    Task task = task(record, owed, period, holder(record, owed, there), release, by, now);
    table.add(task);
    log.task(entries, "task-made", task, actor, now);
    count.made++;
  }

  private static boolean unchanged(Task there, Owed owed) {
    return Objects.equals(there.dueOn(), owed.dueOn())
        && Objects.equals(there.rhythm(), owed.rhythm())
        && Basis.of(there.basis()).items().equals(owed.basis().items());
  }

  /**
   * What makes the key: the request, the day, and the how-manieth task under it it is, as somebody
   * may be reached long before the day. Null when a service without a rhythm was tried today.
   */
  private @Nullable String period(RecordRow record, Owed owed, Now now) {
    List<Task> tried = tried(record, owed);
    boolean today = !tried.isEmpty() && now.today().equals(tried.get(0).endedOn());
    if (owed.rhythm() == null && today && !progress(tried.get(0), owed)) {
      return null;
    }
    LocalDate day = owed.dueOn();
    String request = owed.request() == null ? "" : owed.request() + " ";
    return request + (day == null ? "" : day.toString()) + "#" + (tried.size() + 1);
  }

  private List<Task> tried(RecordRow record, Owed owed) {
    return table.tried(owed.service().scheme(), record.id(), owed.subject(), owed.request());
  }

  /** Whoever had the last one has the next. */
  private @Nullable UUID holder(RecordRow record, Owed owed, @Nullable Task there) {
    if (there != null) {
      return there.holder();
    }
    return tried(record, owed).stream()
        .map(Task::holder)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Whether something was offered since, so that the next offer is another service. */
  private static boolean progress(Task last, Owed owed) {
    return !owed.asks() && !Basis.of(last.basis()).items().equals(owed.basis().items());
  }

  private static Task task(
      RecordRow record,
      Owed owed,
      String period,
      @Nullable UUID before,
      CompiledRelease release,
      @Nullable Actor by,
      Now now) {
    return new Task(
        UUID.randomUUID(),
        owed.service().kind().id(),
        record.office(),
        record.id(),
        owed.service().scheme(),
        owed.subject(),
        period,
        owed.request(),
        null,
        owed.dueOn(),
        owed.rhythm(),
        owed.basis().text(),
        owed.outcome(),
        release.digest(),
        owed.version(),
        before,
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
