package huice.casework.task;

import huice.casework.Days;
import huice.casework.NewFacts;
import huice.casework.Records;
import huice.store.TaskTable;
import huice.store.TaskTable.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A correction ends the task that asked for it. Thread-safe. */
@ApplicationScoped
class Corrections {
  private final TaskTable table;
  private final Records records;

  Corrections(TaskTable table, Records records) {
    this.table = table;
    this.records = records;
  }

  void corrected(@Observes NewFacts news) {
    List<Task> waiting =
        table.open(news.record()).stream()
            .filter(task -> task.kind().equals(TaskKind.CORRECTION.id()))
            .toList();
    if (waiting.isEmpty()) {
      return;
    }
    Set<String> corrected = new HashSet<>();
    records
        .changes(news.record(), 0)
        .forEach(change -> corrected.add(String.valueOf(change.said().corrects())));
    waiting.stream()
        .filter(task -> corrected.contains(task.period()))
        .forEach(task -> table.end(task.id(), end(news)));
  }

  private static TaskTable.End end(NewFacts news) {
    return new TaskTable.End(
        news.at(), Days.of(news.at()), news.by().id(), Ending.CORRECTED.name(), null, null, null);
  }
}
