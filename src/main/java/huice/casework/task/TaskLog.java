package huice.casework.task;

import huice.casework.Reads;
import huice.casework.Texts;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.TaskTable.Task;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done about tasks, in the log: last of all in a transaction. Thread-safe. */
@ApplicationScoped
class TaskLog {
  private final Journal journal;
  private final Reads reads;

  TaskLog(Journal journal, Reads reads) {
    this.journal = journal;
    this.reads = reads;
  }

  /** Collects entries of one moment; {@link #write} writes them. */
  static final class Entries {
    private final List<Journal.Entry> all = new ArrayList<>();
  }

  /** A task was made or is no longer owed, with rule and reason (R27). */
  void task(Entries entries, String act, Task task, Actor by, Now now) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("act", act);
    content.put("task", task.id().toString());
    content.put("scheme", task.scheme());
    content.put("due", String.valueOf(task.dueOn()));
    content.put("basis", task.basis());
    add(entries, by, task.record(), content, now);
  }

  void add(Entries entries, Actor by, @Nullable UUID record, Map<String, ?> content, Now now) {
    UUID about = record == null ? null : reads.about(record);
    entries.all.add(new Journal.Entry(now.at(), LogKind.ACT, by, about, Texts.json(content)));
  }

  void write(Entries entries) {
    journal.writeAll(entries.all);
  }

  void write(Actor by, @Nullable UUID record, Map<String, ?> content, Now now) {
    Entries one = new Entries();
    add(one, by, record, content, now);
    write(one);
  }

  /** A look at everything of some kind that names nobody. */
  void audit(Actor by, String what, Now now) {
    journal.write(
        new Journal.Entry(now.at(), LogKind.AUDIT, by, null, Texts.json(Map.of("report", what))));
  }
}
