package huice.entry.page.counter;

import huice.casework.Prints;
import huice.casework.task.Ending;
import huice.casework.task.TaskKind;
import huice.model.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A service that the office owes or owed, as the person's own print shows it. */
record OwedView(
    String title,
    Text kind,
    @Nullable String dueOn,
    @Nullable String endedOn,
    @Nullable Text ending) {
  static OwedView of(Prints.Service service, String title) {
    String ending = service.ending();
    return new OwedView(
        title,
        TaskKind.valueOf(service.kind().toUpperCase(Locale.ROOT)).label(),
        service.dueOn(),
        service.endedOn(),
        ending == null ? null : Ending.valueOf(ending).label());
  }
}
