package huice.casework;

import huice.engine.CompiledRelease;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.policy.CaseWriter;
import huice.store.FactRow;
import huice.store.OwnPaths;
import huice.store.RecordRow;
import huice.store.SnapshotRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes the one text in which a record's current facts are kept for reading many at once: the day
 * on which and up to which it is right, what the record is linked with, the records of the same
 * person, the consent, and the facts.
 */
final class Snapshot {
  static final String ON = "on";
  static final String CHANGES_ON = "changesOn";
  static final String LINKS = "links";
  static final String MERGED = "merged";
  static final String CONSENT = "consent";
  static final String FACTS = "facts";

  private Snapshot() {}

  /** What the facts of a record alone come to on the day of the change. */
  static SnapshotRow of(
      CompiledRelease release, RecordRow record, List<FactRow> facts, Instant at) {
    return of(release.source().dictionary(), record.id(), record.entity(), facts, Days.of(at), at);
  }

  /** The same on any day. */
  static SnapshotRow of(
      Dictionary dictionary,
      UUID record,
      String kind,
      List<FactRow> facts,
      LocalDate on,
      Instant at) {
    List<FactRow> own = facts.stream().filter(row -> row.record().equals(record)).toList();
    AsKnown known = new AsKnown(dictionary, List.of(record), own, Long.MAX_VALUE, on);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put(ON, on.toString());
    changesOn(own, on).ifPresent(day -> content.put(CHANGES_ON, day.toString()));
    links(known, dictionary, kind, content);
    own(own, content);
    Entity entity = dictionary.entities().get(kind);
    content.put(FACTS, entity == null ? Map.of() : CaseWriter.node(known.root(entity, kind)));
    long version = own.stream().mapToLong(FactRow::seq).max().orElse(0);
    return new SnapshotRow(
        record, kind, Wording.digest(dictionary), version, Texts.json(content), at);
  }

  private static void links(
      AsKnown known, Dictionary dictionary, String kind, Map<String, Object> content) {
    Map<String, String> links = new LinkedHashMap<>();
    String own = Reading.root(dictionary, kind).orElse("");
    for (String root : dictionary.roots().keySet()) {
      UUID target = root.equals(own) ? null : known.linked(root);
      if (target != null) {
        links.put(root, target.toString());
      }
    }
    if (!links.isEmpty()) {
      content.put(LINKS, links);
    }
  }

  /** What the program itself says: records of the same person, and the consent. */
  private static void own(List<FactRow> facts, Map<String, Object> content) {
    List<String> merged = new ArrayList<>();
    boolean consent = false;
    for (FactRow row : Said.standing(facts, Long.MAX_VALUE)) {
      String value = row.said().value();
      if (row.path().equals(OwnPaths.MERGED) && value != null) {
        merged.add(value);
      } else if (row.path().equals(OwnPaths.CONSENT)) {
        consent = Boolean.parseBoolean(value);
      }
    }
    if (!merged.isEmpty()) {
      content.put(MERGED, merged);
    }
    if (consent) {
      content.put(CONSENT, true);
    }
  }

  /** The first later day on which something else is said: from then on the text is old. */
  static Optional<LocalDate> changesOn(Collection<FactRow> facts, LocalDate on) {
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
