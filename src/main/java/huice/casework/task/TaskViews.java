package huice.casework.task;

import huice.casework.Payees;
import huice.casework.decision.Now;
import huice.store.Account;
import huice.store.AccountTable;
import huice.store.Duties;
import huice.store.TaskTable;
import huice.store.TaskTable.Task;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows tasks. In the caller's transaction; thread-safe. */
@Singleton
class TaskViews {
  private final TaskTable table;
  private final AccountTable accounts;
  private final Duties duties;
  private final Payees payees;

  TaskViews(TaskTable table, AccountTable accounts, Duties duties, Payees payees) {
    this.table = table;
    this.accounts = accounts;
    this.duties = duties;
    this.payees = payees;
  }

  /** For lists: organisations by their titles, persons not at all. */
  TaskView brief(Task task, Now now) {
    boolean person = payees.about(task.record()) != null;
    return view(task, now, person, person ? null : payees.shown(task.record()).name());
  }

  /** With whom it is for. */
  TaskView whole(Task task, Now now) {
    boolean person = payees.about(task.record()) != null;
    return view(task, now, person, payees.shown(task.record()).name());
  }

  private TaskView view(Task task, Now now, boolean person, @Nullable String who) {
    String request = task.request();
    TaskTable.Choice choice =
        request == null ? null : table.choice(task.record(), request).orElse(null);
    UUID holder = task.holder();
    LocalDate due = task.dueOn();
    TaskKind kind = TaskKind.of(task.kind());
    String ending = task.endedAs();
    String way = task.way();
    return new TaskView(
        task.id(),
        kind,
        kind.label(),
        task.office(),
        person && who == null ? null : task.record(),
        who,
        person,
        task.application(),
        task.subject(),
        request,
        due,
        task.endedAt() == null && due != null && due.isBefore(now.today()),
        holder,
        holder == null ? null : accounts.byId(holder).map(Account::shown).orElse(null),
        holder != null && away(holder, now),
        choice == null ? null : Way.valueOf(choice.way()),
        choice == null ? null : Part.valueOf(choice.part()),
        Basis.of(task.basis()),
        task.release(),
        task.madeAt(),
        task.endedOn(),
        ending == null ? null : Ending.valueOf(ending),
        way == null ? null : Way.valueOf(way),
        task.callbackOn());
  }

  private boolean away(UUID account, Now now) {
    return duties
        .away(account)
        .filter(days -> !days.from().isAfter(now.today()) && !days.to().isBefore(now.today()))
        .isPresent();
  }
}
