package huice.casework;

import huice.model.Actor;
import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Statement;
import huice.model.Text;
import huice.policy.StatementReader;
import huice.policy.Tree;
import huice.store.ApplicationRow;
import huice.store.FactRow;
import huice.store.Facts;
import huice.store.LedgerRowTable;
import huice.store.PersonRow;
import huice.store.PersonTable;
import huice.store.RecordRow;
import huice.store.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
  private final LiveRelease live;
  private final Access access;
  private final Reads reads;
  private final Recorder recorder;
  private final LedgerRowTable paid;

  Records(
      Facts facts,
      RecordTable records,
      PersonTable persons,
      LiveRelease live,
      Access access,
      Reads reads,
      Recorder recorder,
      LedgerRowTable paid) {
    this.facts = facts;
    this.records = records;
    this.persons = persons;
    this.live = live;
    this.access = access;
    this.reads = reads;
    this.recorder = recorder;
    this.paid = paid;
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

  /**
   * The case of a record for an application: what was paid on it, or on one that was made later,
   * does not count against it.
   */
  @Transactional
  public Case caseOf(
      ApplicationRow application,
      LocalDate on,
      @Nullable YearMonth from,
      @Nullable YearMonth to,
      long version,
      Dictionary dictionary) {
    RecordRow row = row(application.record());
    Set<UUID> around = reading(version).around(row.id());
    Set<Reading.At> own = own(application, around);
    Reading reading = new Reading(facts, records, persons, version, own);
    return new Case(on, from, to, reading.roots(row, dictionary, on));
  }

  /** What kind of thing a record is about. */
  @Transactional
  public String entity(UUID record) {
    return row(record).entity();
  }

  /** The other records whose persons' data such a case shows: their reading is to be noted too. */
  @Transactional
  public List<UUID> shown(UUID record, LocalDate on, long version, Dictionary dictionary) {
    List<UUID> shown = new ArrayList<>();
    RecordRow row = row(record);
    shown.add(row.id());
    shown.addAll(reading(version).linked(row, dictionary, on));
    return shown;
  }

  /**
   * The records that a root of a case is on some days, as known at a number; a day on which none is
   * known is left out.
   */
  @Transactional
  public Map<LocalDate, UUID> linked(
      UUID record, String root, Collection<LocalDate> days, long version, Dictionary dictionary) {
    Reading reading = reading(version);
    Map<LocalDate, UUID> linked = new HashMap<>();
    for (LocalDate day : days) {
      UUID target = reading.known(record, dictionary, day).linked(root);
      if (target != null) {
        linked.put(day, persons.standing(target));
      }
    }
    return linked;
  }

  /** Whether a person lets others' cases show the own data, as known at a number and since. */
  @Transactional
  public boolean shows(UUID person, long version) {
    return persons.find(person).filter(PersonRow::consents).isPresent()
        && reading(version).consented(person);
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

  /**
   * The record that a root of a record's case is, as known at a number: the record itself for its
   * own root, another one that it is linked with; null when none is.
   */
  @Transactional
  public @Nullable UUID root(
      UUID record, String root, LocalDate on, long version, Dictionary dictionary) {
    RecordRow row = row(record);
    if (Reading.root(dictionary, row.entity()).filter(root::equals).isPresent()) {
      return row.id();
    }
    UUID linked = reading(version).known(row.id(), dictionary, on).linked(root);
    return linked == null ? null : persons.standing(linked);
  }

  /**
   * The key that a row of a case has in its record for good: {@code employments[r3]} for {@code
   * worker.employments[2]}; null when there is no such row.
   */
  @Transactional
  public @Nullable String key(
      UUID record, String list, int place, LocalDate on, long version, Dictionary dictionary) {
    List<RowKey> rows = reading(version).known(row(record).id(), dictionary, on).rows(list);
    return place < rows.size() ? rows.get(place).path() : null;
  }

  /** What was recorded since a number about a record and all that its case rests on. */
  @Transactional
  public List<Change> changes(UUID record, long since) {
    List<Change> changes = new ArrayList<>();
    for (FactRow row : facts.of(reading(Long.MAX_VALUE).around(row(record).id()), Long.MAX_VALUE)) {
      if (row.seq() > since) {
        changes.add(change(row));
      }
    }
    return changes;
  }

  /**
   * The same for an application: what its own payments wrote into records, or those of one that was
   * made later, is no change of the facts it rests on.
   */
  @Transactional
  public List<Change> changes(ApplicationRow application, long since) {
    RecordRow row = row(application.record());
    Set<UUID> around = reading(Long.MAX_VALUE).around(row.id());
    Set<Reading.At> own = own(application, around);
    List<Change> changes = new ArrayList<>();
    for (FactRow fact : facts.of(around, Long.MAX_VALUE)) {
      if (fact.seq() > since && own.stream().noneMatch(at -> at.holds(fact))) {
        changes.add(change(fact));
      }
    }
    return changes;
  }

  private Set<Reading.At> own(ApplicationRow application, Set<UUID> around) {
    return paid.notAgainst(application.id(), around).stream()
        .map(row -> new Reading.At(row.record(), row.path()))
        .collect(Collectors.toSet());
  }

  /** In the words of the live release. */
  Change change(FactRow row) {
    Dictionary dictionary = live.get().source().dictionary();
    Entity entity =
        records.find(row.record()).map(r -> dictionary.entities().get(r.entity())).orElse(null);
    Text label =
        entity == null
            ? Text.of(row.path(), row.path())
            : PathLabel.of(dictionary, entity, row.path());
    return new Change(
        row.seq(), row.record(), label, row.said(), row.recordedAt(), row.recordedBy());
  }

  /**
   * Records statements that the program makes, such as those of the ledger; all or none. Whether
   * the account may is the caller's affair.
   *
   * @throws Invalid naming all faults
   */
  @Transactional
  public Recorded record(Actor actor, UUID record, List<Statement> said, Instant at) {
    return recorder.record(
        actor,
        row(record),
        (dictionary, entity) -> StatementReader.read(dictionary, entity, said, Days.of(at)),
        at);
  }

  /**
   * Records what somebody sent; all or none.
   *
   * @throws Invalid naming all faults
   * @throws NotAllowed when the record is another office's and nobody is present
   */
  @Transactional
  public Recorded record(Actor actor, UUID record, Tree sent, Visit visit, Instant at) {
    RecordRow row = row(record);
    access.write(actor, row, visit);
    Recorded recorded =
        recorder.record(
            actor,
            row,
            (dictionary, entity) -> StatementReader.read(dictionary, entity, sent, Days.of(at)),
            at);
    if (visit.present()) {
      reads.note(actor, row.id(), visit, "recording", at);
    }
    return recorded;
  }

  /** A statement of the program's own about a record, such as of a consent. */
  void own(Actor actor, RecordRow row, Statement said, Instant at) {
    recorder.own(actor, row, said, at);
  }

  /** The record that an id stands for now: another one once a person's records were merged. */
  RecordRow row(UUID record) {
    return records
        .find(persons.standing(record))
        .orElseThrow(() -> new Absent(Text.of("没有这份记录", "there is no such record")));
  }

  Reading reading(long version) {
    return new Reading(facts, records, persons, version, Set.of());
  }
}
