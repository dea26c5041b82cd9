package huice.casework.task;

import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.NotAllowed;
import huice.casework.Reads;
import huice.casework.Visit;
import huice.casework.decision.Colleagues;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.store.Facts;
import huice.store.TaskTable;
import huice.store.TaskTable.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an office owes and who does it. Thread-safe. */
@ApplicationScoped
public class Tasks {
  private final TaskTable table;
  private final Keeping keeping;
  private final Ledger ledger;
  private final TaskViews views;
  private final Colleagues colleagues;
  private final Reads reads;
  private final Facts facts;
  private final TaskLog log;

  Tasks(
      TaskTable table,
      Keeping keeping,
      Ledger ledger,
      TaskViews views,
      Colleagues colleagues,
      Reads reads,
      Facts facts,
      TaskLog log) {
    this.table = table;
    this.keeping = keeping;
    this.ledger = ledger;
    this.views = views;
    this.colleagues = colleagues;
    this.reads = reads;
    this.facts = facts;
    this.log = log;
  }

  /** Which tasks are wanted; null for any. */
  public record Wanted(@Nullable UUID holder, @Nullable TaskKind kind, @Nullable LocalDate until) {}

  /**
   * Open tasks of the caller's office, of all for an auditor; no person is named.
   *
   * <p>{@code until}: due by that day, and those without a day.
   */
  @Transactional
  public List<TaskView> open(Wanted wanted, Actor by, Now now) {
    return table.open(office(by)).stream()
        .filter(task -> wanted.holder() == null || wanted.holder().equals(task.holder()))
        .filter(task -> wanted.kind() == null || wanted.kind().id().equals(task.kind()))
        .filter(task -> wanted.until() == null || !after(task, wanted.until()))
        .map(task -> views.brief(task, now))
        .toList();
  }

  private static boolean after(Task task, LocalDate day) {
    LocalDate due = task.dueOn();
    return due != null && due.isAfter(day);
  }

  /** What ended within some days. */
  @Transactional
  public List<TaskView> ended(LocalDate from, LocalDate to, Actor by, Now now) {
    return table.ended(office(by), from, to).stream().map(task -> views.brief(task, now)).toList();
  }

  private static @Nullable String office(Actor by) {
    return by.role() == Role.AUDITOR ? null : by.office();
  }

  /** One task with whom it is for; the reading is noted. */
  @Transactional
  public TaskView view(UUID id, Actor by, Now now) {
    Task task = seen(id, by);
    TaskView view = views.whole(task, now);
    reads.note(by, task.record(), Visit.NONE, "task", now.at());
    return view;
  }

  /** The whole outcome from which a task was made, as it was kept. */
  @Transactional
  public String outcome(UUID id, Actor by, Now now) {
    Task task = seen(id, by);
    reads.note(by, task.record(), Visit.NONE, "task", now.at());
    return task.outcome();
  }

  private Task seen(UUID id, Actor by) {
    Task task = task(id);
    if (by.role() != Role.AUDITOR && !by.office().equals(task.office())) {
      throw new NotAllowed(Text.of("这是另一机构的任务", "this is another office's task"));
    }
    return task;
  }

  private Task task(UUID id) {
    return table.find(id).orElseThrow(() -> new Absent(Text.of("没有这项任务", "there is no such task")));
  }

  /** What can be chosen in closing a task. */
  @Transactional
  public List<String> items(UUID id) {
    Task task = task(id);
    return ledger.items(Basis.of(task.basis()), task.scheme());
  }

  /**
   * Closes a task in one step. What was given is noted in the ledger, and what is owed next is
   * made.
   *
   * @throws Conflict when it was closed or is no longer owed
   */
  @Transactional
  public TaskView close(UUID id, Closing closing, Actor by, Now now) {
    facts.lock();
    Task task = seen(id, by);
    TaskKind kind = TaskKind.of(task.kind());
    closing.check(kind, ledger.items(Basis.of(task.basis()), task.scheme()), now);
    LocalDate callback = closing.callbackOn();
    TaskTable.End end =
        new TaskTable.End(
            now.at(),
            now.today(),
            by.id(),
            closing.ending().name(),
            closing.way() == null ? null : closing.way().name(),
            closing.visitAskedOn(),
            callback);
    if (!table.end(id, end)) {
      throw new Conflict(Text.of("这项任务已经办结", "this task is closed already"));
    }
    if (callback != null) {
      callBack(task, callback, by, now);
    }
    if (closing.ending() == Ending.ASKED_TO_STOP && task.request() != null) {
      ledger.stop(task.record(), task.request(), by, now);
    } else if (kind != TaskKind.DOCUMENT && kind != TaskKind.CORRECTION) {
      ledger.note(task, closing, by, now);
    }
    if (kind != TaskKind.DOCUMENT && kind != TaskKind.CORRECTION) {
      keeping.keep(task.record(), null, by, now, new Keeping.Count());
    }
    log.write(by, task.record(), content(task, closing), now);
    return views.whole(task(id), now);
  }

  private static Map<String, Object> content(Task task, Closing closing) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("act", "task-closed");
    content.put("task", task.id().toString());
    content.put("scheme", task.scheme());
    content.put("outcome", closing.ending().name());
    content.put("way", String.valueOf(closing.way()));
    return content;
  }

  /** The person named a day: what is owed then rests on the same rule and on that word. */
  private void callBack(Task task, LocalDate day, Actor by, Now now) {
    String period = task.request() == null ? day.toString() : task.request() + " " + day;
    if (table.known(task.scheme(), task.record(), task.subject(), TaskKind.CALLBACK.id(), period)) {
      return;
    }
    table.add(
        new Task(
            UUID.randomUUID(),
            TaskKind.CALLBACK.id(),
            task.office(),
            task.record(),
            task.scheme(),
            task.subject(),
            period,
            task.request(),
            task.application(),
            day,
            null,
            task.basis(),
            task.outcome(),
            task.release(),
            task.factsVersion(),
            task.holder() == null ? by.id() : task.holder(),
            now.at(),
            by.id(),
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  /** Gives a task to a colleague, or back to the whole office. */
  @Transactional
  public TaskView assign(UUID id, @Nullable UUID account, Actor by, Now now) {
    Task task = seen(id, by);
    if (account != null
        && colleagues.of(by, now).stream().noneMatch(one -> one.id().equals(account))) {
      throw new Invalid(
          "/account",
          Text.of("不是本机构的经办人", "no caseworker of this office"),
          Text.of("选本机构的经办人", "choose one of this office"));
    }
    if (!table.hold(id, account)) {
      throw new Conflict(Text.of("这项任务已经办结", "this task is closed already"));
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("act", "task-assigned");
    content.put("task", id.toString());
    content.put("from", String.valueOf(task.holder()));
    content.put("to", String.valueOf(account));
    log.write(by, task.record(), content, now);
    return views.whole(task(id), now);
  }

  /** A colleague's tasks go where the applications go. */
  void handedOver(@Observes Colleagues.HandedOver handed) {
    table.handOver(handed.from(), handed.to());
  }
}
