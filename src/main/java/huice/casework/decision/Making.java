package huice.casework.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.Conflict;
import huice.casework.Records;
import huice.casework.Releases;
import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.model.Case;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.Text;
import huice.policy.CaseReader;
import huice.policy.CaseWriter;
import huice.policy.Trees;
import huice.store.ApplicationRow;
import huice.store.DecisionRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes decisions as they are kept, and asks the rules again about kept ones. Thread-safe. */
@ApplicationScoped
class Making {
  private final Records records;
  private final Releases releases;
  private final ObjectMapper json;

  Making(Records records, Releases releases, ObjectMapper json) {
    this.records = records;
    this.releases = releases;
    this.json = json;
  }

  /** What a kept decision is to be, beside what the rules found. */
  record Kind(
      String kind,
      String result,
      Bearing bearing,
      boolean automatic,
      @Nullable UUID replaces,
      @Nullable String code,
      @Nullable String reason) {}

  /** What the live release makes of the facts as they are now, for that day. */
  Found now(ApplicationRow row, LocalDate on) {
    return now(row, on, releases.live());
  }

  /** What a release makes of the facts as they are now, for that day. */
  Found now(ApplicationRow row, LocalDate on, CompiledRelease release) {
    Case given =
        records.caseOf(
            row, on, row.from(), row.to(), records.version(), release.source().dictionary());
    return Rules.ask(release, given, row.scheme(), row.subject())
        .orElseThrow(() -> noSubject(release, given, row));
  }

  private static Conflict noSubject(CompiledRelease release, Case given, ApplicationRow row) {
    List<Outcome> outcomes = Rules.outcomes(release, given, row.scheme());
    String subjects = outcomes.stream().map(Outcome::subject).collect(Collectors.joining("、"));
    return new Conflict(
        outcomes.isEmpty()
            ? Text.of(
                "记录里没有这个项目的对象，请先登记有关事实",
                "the record has no subject of this scheme; record the facts concerned first")
            : Text.of(
                "申请须写明是哪一个对象：" + subjects,
                "the application must name one of the subjects: " + subjects),
        (long) row.version());
  }

  /** Asks the recorded release again about the case as it was kept; empty: no such subject now. */
  Optional<Found> again(ApplicationRow row, DecisionRow made, CompiledRelease release) {
    return given(made, release)
        .flatMap(given -> Rules.ask(release, given, row.scheme(), row.subject()));
  }

  /** Asks a release about the facts as they were known when a decision was made. */
  Optional<Found> fromFacts(ApplicationRow row, DecisionRow made, CompiledRelease release) {
    Case given =
        records.caseOf(
            row,
            made.on(),
            made.from(),
            made.to(),
            made.factsVersion(),
            release.source().dictionary());
    return Rules.ask(release, given, row.scheme(), row.subject());
  }

  /** The case as it was kept; empty when a release's dictionary no longer knows its facts. */
  Optional<Case> given(DecisionRow made, CompiledRelease release) {
    byte[] text = made.given().getBytes(StandardCharsets.UTF_8);
    return Optional.ofNullable(
        CaseReader.read(release.source().dictionary(), Trees.json(text), null).given());
  }

  DecisionRow kept(
      Courses.Loaded loaded, Found found, Kind kind, long factsVersion, Actor by, Now now) {
    Outcome outcome = found.outcome();
    Result result = outcome.outcome();
    return new DecisionRow(
        UUID.randomUUID(),
        loaded.row().id(),
        loaded.decisions().size() + 1,
        kind.kind(),
        kind.result(),
        kind.bearing().id(),
        kind.bearing() == Bearing.ADVERSE,
        kind.automatic(),
        result.settled(),
        !outcome.indicative(),
        !outcome.choose().isEmpty(),
        Bearings.sum(outcome),
        found.kept(),
        text(CaseWriter.of(found.given())),
        found.given().on(),
        found.given().from(),
        found.given().to(),
        factsVersion,
        found.release().digest(),
        releases.program(),
        releases.drools(),
        releases.measures(found.release(), Rules.takingPart(found.release(), outcome.scheme())),
        kind.replaces(),
        kind.code(),
        kind.reason(),
        now.at(),
        by.id());
  }

  /** A person's decision instead of what the rules made; the reasons stay as they were. */
  DecisionRow instead(
      DecisionRow base, int no, Kind kind, @Nullable BigDecimal amount, Actor by, Now now) {
    return new DecisionRow(
        UUID.randomUUID(),
        base.application(),
        no,
        kind.kind(),
        kind.result(),
        kind.bearing().id(),
        kind.bearing() == Bearing.ADVERSE,
        false,
        base.settled(),
        base.payable(),
        false,
        amount,
        base.outcome(),
        base.given(),
        base.on(),
        base.from(),
        base.to(),
        base.factsVersion(),
        base.release(),
        base.program(),
        base.drools(),
        base.measures(),
        base.id(),
        kind.code(),
        kind.reason(),
        now.at(),
        by.id());
  }

  private String text(Object content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
