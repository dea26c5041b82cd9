package huice.casework;

import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.model.Case;
import huice.store.FactRow;
import huice.store.Facts;
import huice.store.RecordRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks into a record with all that was said about it; every look is noted. Thread-safe. */
@ApplicationScoped
public class Looks {
  private final Records records;
  private final Facts facts;
  private final Access access;
  private final Reads reads;
  private final LiveRelease live;

  Looks(Records records, Facts facts, Access access, Reads reads, LiveRelease live) {
    this.records = records;
    this.facts = facts;
    this.access = access;
    this.reads = reads;
    this.live = live;
  }

  /**
   * A record's case as known at {@code version} and for a day, and every statement about the record
   * itself, with whether it stood then.
   */
  public record Look(
      UUID record, String entity, long version, Case known, List<Prints.Line> statements) {
    public Look {
      statements = List.copyOf(statements);
    }
  }

  /**
   * {@code version}: as known then, null for now.
   *
   * @throws Absent when there is no such record
   * @throws NotAllowed when it is another office's and nobody is present
   */
  @Transactional
  public Look look(
      Actor actor, UUID id, LocalDate on, @Nullable Long version, Visit visit, Instant at) {
    RecordRow record = records.row(id);
    access.read(actor, record, visit);
    CompiledRelease release = live.get();
    long now = records.version(record.id());
    long known = version == null ? now : version;
    Case seen = records.caseOf(record.id(), on, null, null, known, release.source().dictionary());
    List<FactRow> all = facts.of(records.reading(known).group(record.id()), known);
    Set<Long> standing = new HashSet<>();
    Said.standing(all, known).forEach(row -> standing.add(row.seq()));
    if (access.closed(record.entity())) {
      reads.note(
          actor,
          records.shown(record.id(), on, known, release.source().dictionary()),
          visit,
          "facts",
          at);
    }
    return new Look(
        record.id(),
        record.entity(),
        known,
        seen,
        all.stream()
            .map(row -> new Prints.Line(records.change(row), standing.contains(row.seq())))
            .toList());
  }

  /** What was recorded since a number about a record and what its case rests on; noted. */
  @Transactional
  public List<Change> changes(Actor actor, UUID id, long since, Visit visit, Instant at) {
    RecordRow record = records.row(id);
    access.read(actor, record, visit);
    List<Change> changes = records.changes(record.id(), since);
    if (access.closed(record.entity())) {
      reads.note(actor, record.id(), visit, "changes", at);
    }
    return changes;
  }
}
