package huice.casework.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.Releases;
import huice.casework.Visit;
import huice.casework.decision.Act;
import huice.casework.decision.Dossiers;
import huice.casework.decision.Dossiers.Dossier;
import huice.casework.decision.Now;
import huice.casework.decision.Settings;
import huice.engine.CompiledRelease;
import huice.explain.Differences;
import huice.explain.KeptOutcome;
import huice.explain.Teller;
import huice.model.Actor;
import huice.model.Outcome;
import huice.model.Text;
import huice.store.DecisionRow;
import huice.store.LetterRow;
import huice.store.LetterTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Writes letters from the stored record, keeps them and gives them back (R9, R11). Thread-safe. */
@ApplicationScoped
public class Letters {
  private final Dossiers dossiers;
  private final Addressees addressees;
  private final Releases releases;
  private final Settings settings;
  private final LetterTable table;
  private final LetterStore store;
  private final ObjectMapper json;
  private final String reader;

  Letters(
      Dossiers dossiers,
      Addressees addressees,
      Releases releases,
      Settings settings,
      LetterTable table,
      LetterStore store,
      ObjectMapper json,
      @ConfigProperty(name = "huice.letters.reader") String reader) {
    this.dossiers = dossiers;
    this.addressees = addressees;
    this.releases = releases;
    this.settings = settings;
    this.table = table;
    this.store = store;
    this.json = json;
    this.reader = reader;
  }

  /**
   * Writes the letter that the latest proposal or decision calls for now.
   *
   * @throws Conflict when there is a later one, or it calls for none
   */
  @Transactional
  public LetterView write(UUID decision, Actor by, Now now) {
    Dossier dossier = dossiers.ofDecision(decision, by, now);
    DecisionRow latest = dossier.latest();
    if (latest == null || !latest.id().equals(decision)) {
      throw new Conflict(
          Text.of("已有更新的一版，请为最新的一版写文书", "there is a later version; write a letter about that one"),
          (long) dossier.row().version());
    }
    return written(kind(dossier, latest), dossier, latest, by, now);
  }

  /**
   * Writes to the person that the office is late (R52).
   *
   * @throws Conflict when it is not
   */
  @Transactional
  public LetterView overdue(UUID application, Actor by, Now now) {
    Dossier dossier = dossiers.of(application, by, now);
    if (!dossier.view().application().late()) {
      throw new Conflict(
          Text.of("办理期限未满，或者已经作过决定", "the office is not late, or has decided"),
          (long) dossier.row().version());
    }
    return written(LetterKind.OVERDUE, dossier, null, by, now);
  }

  private static LetterKind kind(Dossier dossier, DecisionRow latest) {
    return switch (dossier.view().application().state()) {
      case WAITS_FOR_FACTS -> LetterKind.MISSING;
      case ADVERSE_PROPOSED, COMMENT_PERIOD -> LetterKind.PROPOSAL;
      case UPHELD -> LetterKind.REVIEW;
      case GRANTED, GRANTED_TOLD ->
          latest.kind().equals("review") ? LetterKind.REVIEW : LetterKind.DECISION;
      case ADVERSE, ADVERSE_TOLD, OBJECTED, OBJECTED_LATE, OBJECTED_GRANTED -> LetterKind.DECISION;
      case APPLIED, WAITS_FOR_RULES, PROPOSED, OBJECTED_SILENCE, WITHDRAWN, CLOSED ->
          throw new Conflict(
              Text.of(
                  "「" + dossier.view().application().stateText().zh() + "」时没有要送达的文书",
                  "there is nothing to deliver now: "
                      + dossier.view().application().stateText().en()),
              (long) dossier.row().version());
    };
  }

  private LetterView written(
      LetterKind kind, Dossier dossier, @Nullable DecisionRow decision, Actor by, Now now) {
    Addressees.Addressee to = addressees.of(dossier.row());
    LetterTexts words = LetterTexts.of(to.language());
    CompiledRelease release =
        decision == null ? releases.live() : releases.compiled(decision.release());
    Map<String, Text> titles = titles(release);
    Outcome outcome = decision == null ? null : KeptOutcome.of(tree(decision.outcome()));
    Material material =
        new Material(
            kind,
            dossier,
            decision,
            outcome == null
                ? null
                : new Teller(release.source(), titles, Composer.language(words)).tell(outcome),
            before(dossier, decision, outcome),
            to.to(),
            addressees.name(decision == null ? by.id() : decision.madeBy()),
            addressees.name(decider(kind, dossier, by)),
            settings.periods(),
            now.today(),
            words.code().equals(to.language()) ? null : reader);
    String scheme =
        outcome == null
            ? say(words, titles.getOrDefault(dossier.row().scheme(), Text.of("", "")))
            : say(words, outcome.title());
    Sheet sheet = Composer.compose(material, words, scheme);
    LetterRow row = store.keep(kind, dossier.row(), decision, to.about(), sheet, words, by, now);
    return view(row);
  }

  /** Who decided; of a review, who reviewed. */
  private static UUID decider(LetterKind kind, Dossier dossier, Actor by) {
    UUID decider = Objects.requireNonNullElse(dossier.decider(), by.id());
    return kind == LetterKind.REVIEW
        ? dossier.view().acts().stream()
            .filter(act -> act.act() == Act.REVIEW)
            .map(act -> act.by())
            .reduce(decider, (before, last) -> last)
        : decider;
  }

  private static String say(LetterTexts words, Text text) {
    return Composer.language(words).say(text);
  }

  private static Map<String, Text> titles(CompiledRelease release) {
    return release.schemes().stream()
        .collect(Collectors.toMap(s -> s.id(), s -> Text.of(s.title(), s.title()), (a, b) -> a));
  }

  /** What a reassessment would take the place of (R33). */
  private Material.@Nullable Before before(
      Dossier dossier, @Nullable DecisionRow decision, @Nullable Outcome outcome) {
    UUID replaces = decision == null ? null : decision.replaces();
    if (decision == null
        || outcome == null
        || replaces == null
        || !decision.kind().equals("reassessment")) {
      return null;
    }
    DecisionRow old = dossier.decision(replaces);
    return new Material.Before(
        old, Differences.between(KeptOutcome.of(tree(old.outcome())), outcome));
  }

  private JsonNode tree(String text) {
    try {
      return Objects.requireNonNull(json.readTree(text));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The letters of an application, the oldest first. */
  @Transactional
  public List<LetterView> of(UUID application, Visit visit, Actor by, Now now) {
    dossiers.of(application, visit, by, now);
    return table.of(application).stream().map(Letters::view).toList();
  }

  /** A letter's bytes as they were made. The array is not copied: read it only. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Copy(LetterView letter, byte[] bytes) {}

  /** How a letter is read. */
  public enum Form {
    HTML,
    PDF
  }

  /** Reads a kept letter, byte for byte as it was made; the reading is noted. */
  @Transactional
  public Copy read(UUID letter, Form form, Visit visit, Actor by, Now now) {
    LetterRow row = find(letter);
    dossiers.of(row.application(), visit, by, now);
    return new Copy(view(row), store.open(row, form, visit, by, now));
  }

  /** The latest proposal or decision of an application; null when there is none. */
  @Nullable UUID latest(UUID application, Visit visit, Actor by, Now now) {
    DecisionRow latest = dossiers.of(application, visit, by, now).latest();
    return latest == null ? null : latest.id();
  }

  LetterRow find(UUID letter) {
    return table
        .find(letter)
        .orElseThrow(() -> new Absent(Text.of("没有这份文书", "there is no such letter")));
  }

  static LetterView view(LetterRow row) {
    LetterKind kind = LetterKind.valueOf(row.kind());
    return new LetterView(
        row.id(),
        row.application(),
        row.decision(),
        kind,
        kind.label(),
        LetterStore.hex(row.htmlHash()),
        LetterStore.hex(row.pdfHash()),
        row.lacking().isEmpty() ? List.of() : List.of(row.lacking().split(" ")),
        row.version(),
        row.madeAt(),
        row.madeBy());
  }

  /** What a letter's log entry holds. */
  static Map<String, Object> content(LetterRow row) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("letter", row.id());
    content.put("application", row.application());
    content.put("kind", row.kind());
    content.put("html", LetterStore.hex(row.htmlHash()));
    content.put("pdf", LetterStore.hex(row.pdfHash()));
    return content;
  }
}
