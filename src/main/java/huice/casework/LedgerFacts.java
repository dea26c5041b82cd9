package huice.casework;

import huice.model.Actor;
import huice.model.Statement;
import huice.policy.StatementReader;
import huice.store.FactRow;
import huice.store.Facts;
import huice.store.PersonRow;
import huice.store.PersonTable;
import huice.store.RecordRow;
import huice.store.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows that the ledger writes into records, and takes back where they stand: in the very record,
 * also when it was made one with another since. Thread-safe.
 */
@ApplicationScoped
public class LedgerFacts {
  private final Recorder recorder;
  private final RecordTable records;
  private final PersonTable persons;
  private final Facts facts;

  LedgerFacts(Recorder recorder, RecordTable records, PersonTable persons, Facts facts) {
    this.recorder = recorder;
    this.records = records;
    this.persons = persons;
    this.facts = facts;
  }

  /**
   * Writes one new row; the statements' paths name it {@code [new]}.
   *
   * @return the row's path in the record that stands for this one; null when nothing may be kept of
   *     the person any more
   */
  @Transactional
  public @Nullable Written write(Actor by, UUID record, List<Statement> said, Instant at) {
    RecordRow row = records.find(persons.standing(record)).orElse(null);
    if (row == null || erased(row.id())) {
      return null;
    }
    Recorded recorded = record(by, row, said, at);
    String path = recorded.kept().get(0).path();
    return new Written(row.id(), path.substring(0, path.lastIndexOf(']') + 1));
  }

  /** Where a row was written. */
  public record Written(UUID record, String path) {}

  /** Takes a row back as entered by mistake; one that is gone already stays so. */
  @Transactional
  public void takeBack(Actor by, UUID record, String path, Statement gone, Instant at) {
    RecordRow row = records.find(record).orElse(null);
    if (row != null && !erased(record) && stands(record, path)) {
      record(by, row, List.of(gone), at);
    }
  }

  private boolean stands(UUID record, String path) {
    List<FactRow> all = facts.of(List.of(record), Long.MAX_VALUE);
    return Said.standing(all, Long.MAX_VALUE).stream()
        .anyMatch(f -> f.said().kind() == Statement.Kind.ROW && f.path().equals(path));
  }

  private boolean erased(UUID person) {
    Optional<PersonRow> row = persons.find(person);
    return row.isPresent() && row.get().erasedAt() != null;
  }

  private Recorded record(Actor by, RecordRow row, List<Statement> said, Instant at) {
    return recorder.record(
        by,
        row,
        (dictionary, entity) -> StatementReader.read(dictionary, entity, said, Days.of(at)),
        at);
  }
}
