package huice.casework;

import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Text;
import huice.store.Facts;
import huice.store.PersonTable;
import huice.store.RecordRow;
import huice.store.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded, and what a case made of it holds. Nothing is ever overwritten: a case can be
 * read as it was known at any earlier number. Safe to use from all threads.
 */
@ApplicationScoped
public class Records {
  private final Facts facts;
  private final RecordTable records;
  private final PersonTable persons;

  Records(Facts facts, RecordTable records, PersonTable persons) {
    this.facts = facts;
    this.records = records;
    this.persons = persons;
  }

  /**
   * The case of a record with the roots it is linked with: what was known at {@code version} and
   * said for the day {@code on}, by the words of {@code dictionary}. A person who does not consent
   * is not in another's case.
   *
   * @throws Absent when there is no such record
   */
  @Transactional
  public Case caseOf(
      UUID record,
      LocalDate on,
      @Nullable YearMonth from,
      @Nullable YearMonth to,
      long version,
      Dictionary dictionary) {
    RecordRow row = row(record);
    return new Case(on, from, to, reading(version).roots(row, dictionary, on));
  }

  /** The greatest number of all statements now. */
  @Transactional
  public long version() {
    return facts.version();
  }

  /** The greatest number of what a record's case rests on: its own, merged and linked records. */
  @Transactional
  public long version(UUID record) {
    return facts.version(reading(Long.MAX_VALUE).around(row(record).id()));
  }

  /** The record that an id stands for now: another one once a person's records were merged. */
  RecordRow row(UUID record) {
    return records
        .find(persons.standing(record))
        .orElseThrow(() -> new Absent(Text.of("没有这份记录", "there is no such record")));
  }

  Reading reading(long version) {
    return new Reading(facts, records, persons, version);
  }
}
