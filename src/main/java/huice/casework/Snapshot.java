package huice.casework;

import huice.engine.CompiledRelease;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.policy.CaseWriter;
import huice.store.FactRow;
import huice.store.RecordRow;
import huice.store.SnapshotRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the one text in which a record's current facts are kept for reading many at once. */
final class Snapshot {
  private Snapshot() {}

  /** What the facts of a record alone come to on the day of the change. */
  static SnapshotRow of(
      CompiledRelease release, RecordRow record, List<FactRow> facts, Instant at) {
    return of(release.source().dictionary(), release.digest(), record, facts, at);
  }

  static SnapshotRow of(
      Dictionary dictionary, String digest, RecordRow record, List<FactRow> facts, Instant at) {
    LocalDate on = Days.of(at);
    List<FactRow> own = facts.stream().filter(row -> row.record().equals(record.id())).toList();
    AsKnown known = new AsKnown(dictionary, List.of(record.id()), own, Long.MAX_VALUE, on);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("on", on.toString());
    changesOn(own, on).ifPresent(day -> content.put("changesOn", day.toString()));
    Entity entity = dictionary.entities().get(record.entity());
    content.put(
        "facts", entity == null ? Map.of() : CaseWriter.node(known.root(entity, record.entity())));
    long version = own.stream().mapToLong(FactRow::seq).max().orElse(0);
    return new SnapshotRow(record.id(), record.entity(), digest, version, Texts.json(content), at);
  }

  /** The first later day on which something else is said: from then on the text is old. */
  private static Optional<LocalDate> changesOn(List<FactRow> facts, LocalDate on) {
    return Said.standing(facts, Long.MAX_VALUE).stream()
        .map(FactRow::said)
        .flatMap(
            said ->
                Stream.of(
                    said.validFrom(), said.validTo() == null ? null : said.validTo().plusDays(1)))
        .filter(Objects::nonNull)
        .filter(day -> day.isAfter(on))
        .min(LocalDate::compareTo);
  }
}
