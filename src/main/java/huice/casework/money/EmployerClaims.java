package huice.casework.money;

import com.fasterxml.jackson.databind.JsonNode;
import huice.casework.Claims;
import huice.casework.Conflict;
import huice.casework.ImportKind;
import huice.casework.ImportKinds;
import huice.casework.Payees;
import huice.casework.Records;
import huice.casework.Releases;
import huice.casework.decision.ApplicationView;
import huice.casework.decision.Applications;
import huice.casework.decision.DecisionView;
import huice.casework.decision.Hearing;
import huice.casework.decision.Now;
import huice.casework.decision.Proposals;
import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.model.Actor;
import huice.model.Case;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.Text;
import huice.store.ApplicationRow;
import huice.store.ApplicationTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's claim for the workers of its roster: each row is decided about by itself, so
 * that some are granted and others not, each with its reasons. Thread-safe.
 */
@ApplicationScoped
public class EmployerClaims {
  private final Claims claims;
  private final Applications applications;
  private final Proposals proposals;
  private final Hearing hearing;
  private final Records records;
  private final Releases releases;
  private final ApplicationTable table;
  private final Awards awards;
  private final Filing filing;
  private final ImportKinds kinds;
  private final Payees payees;
  private final MoneySettings settings;

  EmployerClaims(
      Claims claims,
      Applications applications,
      Proposals proposals,
      Hearing hearing,
      Records records,
      Releases releases,
      ApplicationTable table,
      Awards awards,
      Filing filing,
      ImportKinds kinds,
      Payees payees,
      MoneySettings settings) {
    this.claims = claims;
    this.applications = applications;
    this.proposals = proposals;
    this.hearing = hearing;
    this.records = records;
    this.releases = releases;
    this.table = table;
    this.awards = awards;
    this.filing = filing;
    this.kinds = kinds;
    this.payees = payees;
    this.settings = settings;
  }

  /** What is claimed for the whole roster. */
  public record NewApplications(
      String scheme, LocalDate appliedOn, @Nullable YearMonth from, @Nullable YearMonth to) {}

  /** A claim with its workers' results. */
  @Schema(name = "RosterResult")
  public record View(
      UUID claim,
      UUID organisation,
      String organisationTitle,
      @Nullable String scheme,
      @Nullable Text title,
      List<WorkerLine> workers) {}

  /**
   * Applies for every row of the roster that was not applied for yet, and proposes what the rules
   * make of each.
   *
   * @throws Conflict when the roster has no such row
   */
  @Transactional
  public View apply(UUID claim, NewApplications wanted, Actor by, Now now) {
    Claims.Claim found = claims.find(by, claim);
    List<String> subjects = subjects(found.id(), wanted);
    if (subjects.isEmpty()) {
      throw new Conflict(
          Text.of("名单里没有这个项目的人员，请先上传花名册", "the roster has nobody for this scheme; send it first"));
    }
    Set<String> before = new LinkedHashSet<>();
    for (ApplicationRow row : table.ofRecords(List.of(found.id()))) {
      if (row.scheme().equals(wanted.scheme()) && overlap(row, wanted)) {
        before.add(row.subject() == null ? "" : row.subject());
      }
    }
    for (String subject : subjects) {
      if (!before.contains(subject)) {
        ApplicationView applied =
            applications.apply(
                new Applications.Claim(
                    found.id(),
                    wanted.scheme(),
                    subject,
                    Applications.Channel.COUNTER,
                    wanted.appliedOn(),
                    wanted.from(),
                    wanted.to(),
                    null),
                by,
                now);
        proposals.propose(
            applied.application().id(), applied.application().version(), null, by, now);
      }
    }
    return view(claim, by, now);
  }

  private static boolean overlap(ApplicationRow row, NewApplications wanted) {
    YearMonth from = wanted.from();
    YearMonth to = wanted.to();
    YearMonth itsFrom = row.from();
    YearMonth itsTo = row.to();
    return from == null
        || to == null
        || itsFrom == null
        || itsTo == null
        || !(to.isBefore(itsFrom) || from.isAfter(itsTo));
  }

  private List<String> subjects(UUID claim, NewApplications wanted) {
    CompiledRelease release = releases.live();
    Case known =
        records.caseOf(
            claim,
            wanted.appliedOn(),
            wanted.from(),
            wanted.to(),
            records.version(),
            release.source().dictionary());
    return release.assess(known, Ask.only(wanted.scheme())).outcomes().stream()
        .filter(outcome -> outcome.scheme().equals(wanted.scheme()))
        .map(Outcome::subject)
        .toList();
  }

  /**
   * Claims what is granted for the workers of a roster by now.
   *
   * @throws Conflict when nothing can be claimed
   */
  @Transactional
  public View file(UUID claim, LocalDate filedOn, Actor by, Now now) {
    Claims.Claim found = claims.find(by, claim);
    List<UUID> all = table.ofRecords(List.of(found.id())).stream().map(ApplicationRow::id).toList();
    if (filing.fileAll(all, filedOn, by, now) == 0) {
      throw new Conflict(Text.of("没有到期可以申领的", "nothing of it can be claimed now"));
    }
    return view(claim, by, now);
  }

  /** The tables of rows that organisations claim for. */
  public List<ImportKind> rosters() {
    return kinds.all().stream().filter(kind -> kind.of() == ImportKind.Of.CLAIM).toList();
  }

  /** The schemes that are paid out for rows of such tables, by id with their titles. */
  public Map<String, Text> schemes() {
    CompiledRelease release = releases.live();
    Map<String, Text> found = new LinkedHashMap<>();
    for (SchemeInfo info : release.schemes()) {
      boolean ofRows =
          release.source().dictionary().subject(info.subject()).stream()
              .anyMatch(kind -> rosters().stream().anyMatch(r -> r.id().equals(kind.rows())));
      if (ofRows && settings.scheme(info.id()).isPresent()) {
        found.put(info.id(), Text.of(info.title(), info.title()));
      }
    }
    return found;
  }

  /** The results of a claim, as the organisation may see them too (R31). */
  @Transactional
  public View view(UUID claim, Actor by, Now now) {
    Claims.Claim found = claims.find(by, claim);
    List<WorkerLine> lines = new ArrayList<>();
    String scheme = null;
    for (ApplicationRow row : table.ofRecords(List.of(found.id()))) {
      scheme = row.scheme();
      lines.add(line(row, by, now));
    }
    lines.sort(java.util.Comparator.comparingInt(WorkerLine::row));
    return new View(
        found.id(),
        found.organisation(),
        payees.shown(found.organisation()).name(),
        scheme,
        scheme == null ? null : awards.title(scheme),
        lines);
  }

  private WorkerLine line(ApplicationRow row, Actor by, Now now) {
    ApplicationView view = applications.view(row.id(), by, now);
    UUID latest =
        view.decisions().isEmpty() ? null : view.decisions().get(view.decisions().size() - 1).id();
    DecisionView decision = latest == null ? null : hearing.view(latest, true, by, now);
    JsonNode outcome = decision == null ? null : decision.outcome().path("outcomes").path(0);
    return new WorkerLine(
        number(row.subject()),
        row.subject() == null ? "" : row.subject(),
        row.id(),
        view.application().receipt(),
        view.application().stateText(),
        decision == null ? null : decision.decision().result(),
        latest != null && latest.equals(view.inEffect()),
        decision == null ? null : decision.decision().amount(),
        outcome == null ? List.of() : inTheWay(outcome),
        outcome == null ? List.of() : missing(outcome));
  }

  /** As the roster counts: from one. */
  private static int number(@Nullable String subject) {
    int open = subject == null ? -1 : subject.lastIndexOf('[');
    return subject == null || open < 0
        ? 1
        : Integer.parseInt(subject.substring(open + 1, subject.indexOf(']', open))) + 1;
  }

  private static List<String> inTheWay(JsonNode outcome) {
    Map<String, String> texts = new HashMap<>();
    Set<String> reasons = new LinkedHashSet<>();
    outcome
        .path("conditions")
        .forEach(one -> texts.put(one.path("id").asText(), one.path("text").asText()));
    if (!favourable(outcome)) {
      outcome.path("conditions").forEach(one -> inTheWay(one, "", texts, reasons));
    }
    for (JsonNode month : outcome.path("months")) {
      if (favourable(month)) {
        // What is not met there stands beside something else that is.
        continue;
      }
      for (JsonNode one : month.path("conditions")) {
        inTheWay(one, month.path("month").asText() + "：", texts, reasons);
      }
    }
    return List.copyOf(reasons);
  }

  private static boolean favourable(JsonNode settled) {
    return Result.valueOf(settled.path("outcome").asText()).favourable();
  }

  private static void inTheWay(
      JsonNode condition, String prefix, Map<String, String> texts, Set<String> reasons) {
    String stands = condition.path("unless").asBoolean() ? "MET" : "NOT_MET";
    if (condition.path("result").asText().equals(stands)) {
      String id = condition.path("id").asText();
      String text = texts.getOrDefault(id, condition.path("text").asText(id));
      if (reasons.stream().noneMatch(reason -> reason.endsWith(text))) {
        reasons.add(prefix + text);
      }
    }
  }

  private static List<String> missing(JsonNode outcome) {
    List<String> missing = new ArrayList<>();
    outcome.path("missing").forEach(fact -> missing.add(fact.path("label").asText()));
    return missing;
  }
}
