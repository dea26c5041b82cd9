package huice.casework.task;

import huice.casework.Access;
import huice.casework.Records;
import huice.casework.task.Requests.Request;
import huice.casework.task.TaskSettings.Service;
import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.explain.AssessmentJson;
import huice.model.Assessment;
import huice.model.Case;
import huice.model.Due;
import huice.model.Outcome;
import huice.model.Result;
import huice.store.RecordRow;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rules say is owed to one person, employer or project on a day. Thread-safe. */
@Singleton
class Owing {
  private static final Pattern ROW = Pattern.compile(".*\\[(\\d+)]");

  private final TaskSettings settings;
  private final Records records;
  private final Requests requests;
  private final Access access;

  Owing(TaskSettings settings, Records records, Requests requests, Access access) {
    this.settings = settings;
    this.records = records;
    this.requests = requests;
    this.access = access;
  }

  /**
   * Something owed. {@code dueOn} null: no day is set; {@code request} null where nobody has to
   * ask; {@code asks}: facts are missing, so that it is owed to ask for them.
   */
  record Owed(
      Service service,
      String subject,
      @Nullable String request,
      @Nullable LocalDate dueOn,
      @Nullable String rhythm,
      Basis basis,
      String outcome,
      long version,
      boolean asks) {}

  /**
   * All that is owed, the requests that stand, and parameters without which nothing can be owed.
   */
  record Look(List<Owed> owed, Set<String> requests, Set<String> gaps) {
    static final Look NOTHING = new Look(List.of(), Set.of(), Set.of());
  }

  Look look(RecordRow record, CompiledRelease release, LocalDate on) {
    boolean person = record.entity().equals(access.personEntity());
    List<Service> services = person ? settings.forPersons() : settings.of(record.entity());
    Set<String> schemes =
        services.stream()
            .map(Service::scheme)
            .filter(scheme -> inForce(release, scheme, on))
            .collect(Collectors.toSet());
    if (schemes.isEmpty()) {
      return Look.NOTHING;
    }
    long version = records.version();
    Case given =
        Standing.of(
            records.caseOf(record.id(), on, null, null, version, release.source().dictionary()),
            settings.ledgers());
    List<Request> asked =
        person
            ? requests.of(record.id(), given, version, release.source().dictionary())
            : List.of();
    List<Owed> owed = new ArrayList<>();
    Set<String> gaps = new LinkedHashSet<>();
    Assessment assessment = release.assess(given, new Ask(schemes, true, false));
    for (Outcome outcome : assessment.outcomes()) {
      Service service = settings.service(outcome.scheme()).orElseThrow();
      if (!outcome.indicative() && (!person || wanted(service, outcome, asked, on).isPresent())) {
        owed(service, release, outcome, asked, on, version, gaps).ifPresent(owed::add);
      }
    }
    Set<String> standing =
        asked.stream()
            .filter(request -> request.stands(on))
            .map(Request::key)
            .collect(Collectors.toSet());
    return new Look(owed, standing, gaps);
  }

  private static boolean inForce(CompiledRelease release, String scheme, LocalDate on) {
    return Bases.inForce(release, scheme).filter(from -> !from.isAfter(on)).isPresent();
  }

  /** The request behind an outcome: its own row, or the latest that stands for the service. */
  private static Optional<Request> wanted(
      Service service, Outcome outcome, List<Request> asked, LocalDate on) {
    Matcher row = ROW.matcher(outcome.subject());
    int place = row.matches() ? Integer.parseInt(row.group(1)) : -1;
    return asked.stream()
        .filter(request -> request.word().equals(service.asked()) && request.stands(on))
        .filter(request -> place < 0 || request.place() == place)
        .max((a, b) -> a.asked().compareTo(b.asked()));
  }

  private Optional<Owed> owed(
      Service service,
      CompiledRelease release,
      Outcome outcome,
      List<Request> asked,
      LocalDate on,
      long version,
      Set<String> gaps) {
    Due due = outcome.due();
    LocalDate by = due == null ? null : due.by();
    boolean asks = outcome.outcome() == Result.NEEDS_INFO && service.asked() != null;
    boolean dated = service.kind() == TaskKind.SERVICE || by != null;
    if (outcome.outcome() == Result.UNSETTLED || (outcome.outcome() == Result.DUE && !dated)) {
      gaps.addAll(due == null || due.notSet().isEmpty() ? outcome.unsettled() : due.notSet());
      return Optional.empty();
    }
    if (outcome.outcome() != Result.DUE && !asks) {
      return Optional.empty();
    }
    Request request = wanted(service, outcome, asked, on).orElse(null);
    LocalDate since = request == null ? null : request.asked();
    return Optional.of(
        new Owed(
            service,
            request == null ? outcome.subject() : subject(outcome, request),
            request == null ? null : request.key(),
            asks ? null : by,
            asks ? null : Bases.rhythm(outcome),
            Bases.of(release, outcome, on, since),
            json(release, outcome, on),
            version,
            asks));
  }

  /** A row of the case changes its place; its key stays. */
  private static String subject(Outcome outcome, Request request) {
    return ROW.matcher(outcome.subject()).matches() ? request.key() : outcome.subject();
  }

  static String json(CompiledRelease release, Outcome outcome, LocalDate on) {
    return new String(
        AssessmentJson.kept(new Assessment(on, release.digest(), List.of(outcome))),
        StandardCharsets.UTF_8);
  }
}
