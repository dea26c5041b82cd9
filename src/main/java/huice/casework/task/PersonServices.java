package huice.casework.task;

import huice.casework.Conflict;
import huice.casework.LiveRelease;
import huice.casework.Payees;
import huice.casework.Reads;
import huice.casework.Records;
import huice.casework.Visit;
import huice.casework.decision.Now;
import huice.casework.task.Requests.Request;
import huice.casework.task.TaskSettings.Service;
import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.model.Case;
import huice.model.Text;
import huice.store.Facts;
import huice.store.TaskTable;
import huice.store.TaskTable.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The services that a person asked for: the person's own acts, at the counter or by a program. They
 * choose way and time, and stop it when they like; nothing else depends on it (R27). Thread-safe.
 */
@ApplicationScoped
public class PersonServices {
  private final TaskTable table;
  private final TaskSettings settings;
  private final Requests requests;
  private final Records records;
  private final Ledger ledger;
  private final Keeping keeping;
  private final LiveRelease live;
  private final Payees payees;
  private final Reads reads;
  private final Facts facts;
  private final TaskLog log;

  PersonServices(
      TaskTable table,
      TaskSettings settings,
      Requests requests,
      Records records,
      Ledger ledger,
      Keeping keeping,
      LiveRelease live,
      Payees payees,
      Reads reads,
      Facts facts,
      TaskLog log) {
    this.table = table;
    this.settings = settings;
    this.requests = requests;
    this.records = records;
    this.ledger = ledger;
    this.keeping = keeping;
    this.live = live;
    this.payees = payees;
    this.reads = reads;
    this.facts = facts;
    this.log = log;
  }

  /** A service one can ask for now: in force, or adopted by a named person. */
  @Schema(name = "ServiceOffered")
  public record Offered(
      String scheme, String title, @Nullable String adoptedBy, @Nullable String adoptedFrom) {}

  /** A service that was asked for; {@code stoppedOn} null while it goes on. */
  @Schema(name = "ServiceAsked")
  public record Asked(
      String request,
      @Nullable String scheme,
      @Nullable String title,
      LocalDate askedOn,
      @Nullable LocalDate stoppedOn,
      @Nullable Way way,
      @Nullable Part part,
      List<Next> next) {}

  /** What the office owes next under a service. */
  @Schema(name = "ServiceOwed")
  public record Next(UUID task, TaskKind kind, @Nullable LocalDate dueOn, Basis basis) {}

  @Schema(name = "PersonServices")
  public record View(UUID person, List<Offered> offered, List<Asked> asked) {}

  /** All services of a person; the reading is noted. */
  @Transactional
  public View of(UUID id, Actor by, Visit visit, Now now) {
    UUID person = payees.of(id);
    payees.see(by, person, visit);
    View view = view(person, now);
    reads.note(by, person, visit, "services", now.at());
    return view;
  }

  private View view(UUID person, Now now) {
    CompiledRelease release = live.get();
    List<Task> open = table.open(person);
    List<Asked> asked = new ArrayList<>();
    for (Request request : requests(person, release, now)) {
      asked.add(asked(person, request, open, release));
    }
    return new View(person, offered(release, now), asked);
  }

  private List<Request> requests(UUID person, CompiledRelease release, Now now) {
    long version = records.version();
    Case given =
        records.caseOf(person, now.today(), null, null, version, release.source().dictionary());
    return requests.of(person, given, version, release.source().dictionary());
  }

  private List<Offered> offered(CompiledRelease release, Now now) {
    List<Offered> offered = new ArrayList<>();
    for (Service service : settings.forPersons()) {
      if (Bases.inForce(release, service.scheme())
          .filter(from -> !from.isAfter(now.today()))
          .isPresent()) {
        Basis basis =
            Bases.of(release, service.scheme(), now.today(), now.today(), null, List.of());
        offered.add(
            new Offered(service.scheme(), basis.title(), basis.adoptedBy(), basis.adoptedFrom()));
      }
    }
    return offered;
  }

  private Asked asked(UUID person, Request request, List<Task> open, CompiledRelease release) {
    Service service =
        settings.forPersons().stream()
            .filter(one -> request.word().equals(one.asked()))
            .findFirst()
            .orElse(null);
    TaskTable.Choice choice = table.choice(person, request.key()).orElse(null);
    return new Asked(
        request.key(),
        service == null ? null : service.scheme(),
        service == null
            ? null
            : Bases.info(release, service.scheme()).map(info -> info.title()).orElse(null),
        request.asked(),
        request.stopped(),
        choice == null ? null : Way.valueOf(choice.way()),
        choice == null ? null : Part.valueOf(choice.part()),
        open.stream()
            .filter(task -> request.key().equals(task.request()))
            .map(
                task ->
                    new Next(
                        task.id(), TaskKind.of(task.kind()), task.dueOn(), Basis.of(task.basis())))
            .toList());
  }

  /** How a person wants to be reached; null where it is all the same. */
  public record Wish(Way way, Part part) {}

  /** The person asks for a service; what is owed first is made at once. */
  @Transactional
  public View ask(UUID id, String scheme, Wish wish, Actor by, Visit visit, Now now) {
    facts.lock();
    UUID person = payees.of(id);
    payees.serve(by, person, visit);
    Service service =
        settings
            .service(scheme)
            .filter(one -> one.asked() != null)
            .filter(
                one -> offered(live.get(), now).stream().anyMatch(o -> o.scheme().equals(scheme)))
            .orElseThrow(() -> Ledger.unknown("/scheme"));
    boolean already =
        requests(person, live.get(), now).stream()
            .anyMatch(r -> r.word().equals(service.asked()) && r.stands(now.today()));
    if (already) {
      throw new Conflict(Text.of("已经申请过这项服务", "this service was asked for already"));
    }
    ledger.ask(person, service, by, now);
    String key =
        requests(person, live.get(), now).stream()
            .filter(r -> r.word().equals(service.asked()) && r.stands(now.today()))
            .map(Request::key)
            .reduce((a, b) -> b)
            .orElseThrow();
    wish(person, key, wish, by, now);
    keeping.keep(person, null, by, now, new Keeping.Count());
    return view(person, now);
  }

  /** Another way or time, in the person's own word. */
  @Transactional
  public View choose(UUID id, String request, Wish wish, Actor by, Visit visit, Now now) {
    UUID person = payees.of(id);
    payees.serve(by, person, visit);
    known(person, request, now);
    wish(person, request, wish, by, now);
    return view(person, now);
  }

  private Request known(UUID person, String request, Now now) {
    return requests(person, live.get(), now).stream()
        .filter(one -> one.key().equals(request))
        .findFirst()
        .orElseThrow(() -> Ledger.unknown("/request"));
  }

  private void wish(UUID person, String request, Wish wish, Actor by, Now now) {
    if (!Way.wishes().contains(wish.way())) {
      throw Ledger.unknown("/way");
    }
    table.add(
        new TaskTable.Choice(
            null,
            person,
            request,
            wish.way().name(),
            wish.part().name(),
            now.today(),
            now.at(),
            by.id()));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("act", "service-way");
    content.put("request", request);
    content.put("way", wish.way().name());
    log.write(by, person, content, now);
  }

  /** The person stops a service: what was owed under it goes at once, and nothing else changes. */
  @Transactional
  public View stop(UUID id, String request, Actor by, Visit visit, Now now) {
    facts.lock();
    UUID person = payees.of(id);
    payees.serve(by, person, visit);
    if (!known(person, request, now).stands(now.today())) {
      throw new Conflict(Text.of("这项服务已经停止", "this service was stopped already"));
    }
    ledger.stop(person, request, by, now);
    return view(person, now);
  }
}
