package huice.casework.task;

import huice.casework.Change;
import huice.casework.Invalid;
import huice.casework.Records;
import huice.casework.decision.Now;
import huice.casework.task.TaskSettings.Done;
import huice.casework.task.TaskSettings.Service;
import huice.model.Actor;
import huice.model.Quality;
import huice.model.Statement;
import huice.model.Text;
import huice.store.TaskTable.Task;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the office's ledger notes when a service was given: the day, and which. Never what the
 * person said to it (R28). Thread-safe.
 */
@Singleton
class Ledger {
  private static final String LEDGER = "ledger";
  private static final String PERSON = "person";

  private final Records records;
  private final TaskSettings settings;

  Ledger(Records records, TaskSettings settings) {
    this.records = records;
    this.settings = settings;
  }

  /** Notes what closing a task means; nothing where nothing was given. */
  void note(Task task, Closing closing, Actor by, Now now) {
    Service service = settings.service(task.scheme()).orElse(null);
    if (service == null) {
      return;
    }
    Done done = service.done();
    boolean given =
        closing.ending() == Ending.INFORMATION_GIVEN || closing.ending() == Ending.OFFER_SENT;
    // A contact counts whether or not somebody answered.
    if (service.kind() == TaskKind.SERVICE && !given) {
      return;
    }
    List<Statement> said = new ArrayList<>();
    String row = done.list() + "[new]";
    said.add(ledger(row + "." + done.on(), now.today().toString(), now.today()));
    String what = done.what();
    String word = done.items().isEmpty() ? done.offer() : done.items().get(closing.item());
    if (what != null && word != null) {
      said.add(ledger(row + "." + what, word, now.today()));
    }
    records.record(by, task.record(), said, now.at());
  }

  private static Statement ledger(String path, String value, LocalDate on) {
    return Statement.value(path, value, LEDGER, Quality.VERIFIED, on);
  }

  /** The person asks for a service, in the own word. */
  void ask(UUID person, Service service, Actor by, Now now) {
    TaskSettings.Asking asking = settings.asking();
    String row = asking.list() + "[new].";
    LocalDate on = now.today();
    String word = java.util.Objects.requireNonNull(service.asked());
    records.record(
        by,
        person,
        List.of(
            Statement.value(row + asking.what(), word, PERSON, Quality.DECLARED, on),
            Statement.value(row + asking.asked(), on.toString(), PERSON, Quality.DECLARED, on),
            Statement.none(row + asking.stopped(), PERSON, Quality.DECLARED, on)),
        now.at());
  }

  /** The person stops it: whatever other sources say of it is said anew, so that none differs. */
  void stop(UUID person, String request, Actor by, Now now) {
    String path = request + "." + settings.asking().stopped();
    Set<String> sources = new LinkedHashSet<>(Set.of(PERSON));
    for (Change change : records.changes(person, 0)) {
      if (change.said().path().equals(path)) {
        sources.add(change.said().source());
      }
    }
    LocalDate on = now.today();
    records.record(
        by,
        person,
        sources.stream()
            .map(source -> Statement.value(path, on.toString(), source, Quality.DECLARED, on))
            .toList(),
        now.at());
  }

  /** The services still to be offered under a task. */
  List<String> items(@Nullable Basis basis, String scheme) {
    Service service = settings.service(scheme).orElse(null);
    if (basis == null || service == null || service.done().items().isEmpty()) {
      return List.of();
    }
    List<String> open =
        basis.items().stream()
            .filter(
                item ->
                    new java.math.BigDecimal(item.done())
                            .compareTo(new java.math.BigDecimal(item.target()))
                        < 0)
            .map(Basis.Item::name)
            .filter(service.done().items()::containsKey)
            .toList();
    return open.isEmpty() ? List.copyOf(service.done().items().keySet()) : open;
  }

  static Invalid unknown(String pointer) {
    return new Invalid(
        pointer,
        Text.of("没有这项服务", "there is no such service"),
        Text.of("请选列出的服务", "choose one that is listed"));
  }
}
