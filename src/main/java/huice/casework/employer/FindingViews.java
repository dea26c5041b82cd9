package huice.casework.employer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.Absent;
import huice.casework.Access;
import huice.casework.NotAllowed;
import huice.casework.Payees;
import huice.casework.Visit;
import huice.casework.decision.Now;
import huice.explain.KeptOutcome;
import huice.model.Actor;
import huice.model.Outcome;
import huice.model.Text;
import huice.store.FindingTable;
import huice.store.FindingTable.Done;
import huice.store.FindingTable.Finding;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds findings for whoever may see them, shows them and logs what is done. Thread-safe. */
@ApplicationScoped
class FindingViews {
  private final FindingTable table;
  private final RecordTable records;
  private final Payees payees;
  private final Access access;
  private final Journal journal;
  private final ObjectMapper json;

  FindingViews(
      FindingTable table,
      RecordTable records,
      Payees payees,
      Access access,
      Journal journal,
      ObjectMapper json) {
    this.table = table;
    this.records = records;
    this.payees = payees;
    this.access = access;
    this.journal = journal;
    this.json = json;
  }

  Finding find(UUID id, Actor by) {
    return seen(table.find(id).orElseThrow(FindingViews::absent), by);
  }

  Finding locked(UUID id, Actor by) {
    return seen(table.locked(id).orElseThrow(FindingViews::absent), by);
  }

  private static Absent absent() {
    return new Absent(Text.of("没有这项内容", "there is no such thing"));
  }

  private Finding seen(Finding finding, Actor by) {
    if (!sees(finding, by)) {
      throw new NotAllowed(Text.of("这是另一经办机构的人员的事项", "it concerns a person of another office"));
    }
    return finding;
  }

  boolean sees(Finding finding, Actor by) {
    return records
        .find(finding.record())
        .filter(row -> access.opens(by, row, Visit.NONE))
        .isPresent();
  }

  /** The outcome as it was kept. */
  Outcome kept(Finding finding) {
    return KeptOutcome.of(tree(finding.outcome()));
  }

  /** {@code whole}: with the outcome. */
  FindingView of(Finding finding, Actor by, boolean whole) {
    List<Done> done = table.of(finding.id());
    JsonNode outcome = tree(finding.outcome());
    JsonNode one = outcome.path("outcomes").path(0);
    String title = one.path("title").asText();
    Payees.Payee subject = payees.shown(finding.record());
    return new FindingView(
        finding.id(),
        finding.organisation(),
        payees.shown(finding.organisation()).name(),
        finding.record(),
        subject.person() ? subject.name() : null,
        finding.scheme(),
        Text.of(title, one.path("titleEn").asText(title)),
        finding.subject(),
        finding.result(),
        finding.onDay(),
        YearMonth.from(finding.fromMonth()),
        finding.factsVersion(),
        finding.release(),
        finding.program(),
        finding.drools(),
        tree(finding.measures()),
        whole ? outcome : null,
        finding.madeAt(),
        finding.madeBy(),
        done.stream().anyMatch(d -> d.kind().equals("opened") && d.by().equals(by.id())),
        said(done, "proposed"),
        said(done, "answered"));
  }

  private static FindingView.@Nullable Said said(List<Done> done, String kind) {
    return done.stream()
        .filter(d -> d.kind().equals(kind))
        .map(
            d ->
                new FindingView.Said(
                    d.by(),
                    d.name(),
                    d.at(),
                    d.code() == null ? null : FindingView.Answer.of(d.code()),
                    d.why()))
        .findFirst()
        .orElse(null);
  }

  /** Under the key of the person in whose case it was found. */
  void log(Finding finding, String act, Map<String, Object> more, Actor by, Now now) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("act", act);
    content.put("finding", finding.id().toString());
    content.put("scheme", finding.scheme());
    content.putAll(more);
    UUID about = payees.about(finding.record());
    journal.write(new Journal.Entry(now.at(), LogKind.ACT, by, about, text(content)));
  }

  private String text(Map<String, Object> content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode tree(String text) {
    try {
      return Objects.requireNonNull(json.readTree(text));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
