package huice.casework;

import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Evidence;
import huice.model.IdentityNumber;
import huice.model.Statement;
import huice.policy.GivenStatements;
import huice.policy.StatementReader;
import huice.store.CountyTable;
import huice.store.FactRow;
import huice.store.Facts;
import huice.store.Journal;
import huice.store.Loads;
import huice.store.LogKind;
import huice.store.RecordRow;
import huice.store.RecordTable;
import huice.store.SnapshotRow;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Registers people and organisations who were made up: all of them at their own request, with
 * consent. What is recorded is checked as everything is. Thread-safe.
 */
@ApplicationScoped
public class InventedPeople {
  private static final int SECONDS = 600;

  private final Loads loads;
  private final Facts facts;
  private final RecordTable records;
  private final CountyTable counties;
  private final Journal journal;
  private final Access access;
  private final LiveRelease live;

  InventedPeople(
      Loads loads,
      Facts facts,
      RecordTable records,
      CountyTable counties,
      Journal journal,
      Access access,
      LiveRelease live) {
    this.loads = loads;
    this.facts = facts;
    this.records = records;
    this.counties = counties;
    this.journal = journal;
    this.access = access;
    this.live = live;
  }

  /**
   * A person with a number, an organisation with a code, or a couple or household with neither;
   * {@code facts} in the form of a case, {@code links} by the root that they lead to, {@code by}
   * the account that records it.
   */
  public record Invented(
      Actor by,
      UUID id,
      String entity,
      String name,
      @Nullable String number,
      @Nullable String code,
      @Nullable LocalDate registeredOn,
      Map<String, UUID> links,
      Map<String, Object> facts) {}

  /** Whether nobody is registered. */
  @Transactional
  public boolean nobody() {
    return !records.any(access.personEntity());
  }

  /** What is to be written of some of them, made outside of any transaction. */
  private record Made(
      List<RecordRow> records,
      List<Loads.NewPerson> persons,
      List<Loads.Said> said,
      List<SnapshotRow> snapshots) {}

  /**
   * Registers some in one transaction, unless one of them is there already: then all are, and
   * nothing is done. Links may lead to what comes later.
   *
   * @return whether they were registered now
   */
  public boolean load(List<Invented> some, String why, Instant at) {
    if (QuarkusTransaction.requiringNew().call(() -> counties.there(List.of(some.get(0).id())))) {
      return false;
    }
    Made made = made(live.get(), some, at);
    QuarkusTransaction.requiringNew()
        .timeout(SECONDS)
        .run(() -> write(some.get(0).by(), made, why, at));
    return true;
  }

  private Made made(CompiledRelease release, List<Invented> some, Instant at) {
    Dictionary dictionary = release.source().dictionary();
    Made made =
        new Made(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Invented one : some) {
      RecordRow record = record(one, at);
      List<Statement> said = said(dictionary, one, record, at);
      made.records().add(record);
      made.said().add(new Loads.Said(record.id(), said));
      made.snapshots().add(snapshot(dictionary, record, said, at));
      if (one.number() != null) {
        made.persons().add(person(one, one.number(), at));
      }
    }
    return made;
  }

  private static RecordRow record(Invented one, Instant at) {
    return new RecordRow(
        one.id(),
        one.entity(),
        one.by().office(),
        one.code() == null ? null : one.name(),
        one.code(),
        at,
        one.by().id());
  }

  private static Loads.NewPerson person(Invented one, String number, Instant at) {
    LocalDate on = registeredOn(one, at);
    return new Loads.NewPerson(
        one.id(),
        IdentityNumber.of(number, Days.of(at)).orElseThrow().whole(),
        one.name(),
        "zh",
        on,
        Persons.CHANNELS.get(0),
        on);
  }

  private static LocalDate registeredOn(Invented one, Instant at) {
    return one.registeredOn() == null ? Days.of(at) : one.registeredOn();
  }

  private List<Statement> said(Dictionary dictionary, Invented one, RecordRow record, Instant at) {
    LocalDate today = Days.of(at);
    Entity entity = dictionary.entity(one.entity()).orElseThrow();
    StatementReader.Read read = GivenStatements.read(dictionary, entity, one.facts(), today);
    List<Statement> said = new ArrayList<>();
    if (one.number() != null) {
      said.add(Persons.consent(true, registeredOn(one, at)));
    }
    try {
      said.addAll(
          new RecordChecks(dictionary, record, entity, records, access)
              .fit(read, List.of(), today));
    } catch (Invalid invalid) {
      throw new IllegalStateException("the invented county: " + invalid.faults().get(0), invalid);
    }
    one.links().forEach((root, other) -> said.add(link(root, other, today)));
    return said;
  }

  private static Statement link(String root, UUID record, LocalDate on) {
    return Statement.link(
        root, record, Evidence.DECLARED.source(), Evidence.DECLARED.quality(), on);
  }

  /** With numbers of its own: only their order tells in a snapshot. */
  private static SnapshotRow snapshot(
      Dictionary dictionary, RecordRow record, List<Statement> said, Instant at) {
    List<FactRow> rows = new ArrayList<>(said.size());
    for (Statement one : said) {
      rows.add(new FactRow(rows.size() + 1L, record.id(), one, at, record.createdBy()));
    }
    return Snapshot.of(dictionary, record.id(), record.entity(), rows, Days.of(at), at);
  }

  private void write(Actor actor, Made made, String why, Instant at) {
    facts.lock();
    loads.records(made.records(), true);
    loads.persons(made.persons());
    List<FactRow> added = loads.append(made.said(), at, actor.id());
    Map<UUID, Long> versions = new LinkedHashMap<>();
    added.forEach(row -> versions.put(row.record(), row.seq()));
    loads.newSnapshots(
        made.snapshots().stream()
            .map(row -> numbered(row, versions.getOrDefault(row.record(), 0L)))
            .toList());
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("invented", why);
    content.put("records", made.records().size());
    content.put("entries", added.size());
    content.put("digest", Bulk.digest(added));
    journal.write(new Journal.Entry(at, LogKind.IMPORT, actor, null, Texts.json(content)));
  }

  private static SnapshotRow numbered(SnapshotRow row, long version) {
    return new SnapshotRow(
        row.record(), row.entity(), row.dictionary(), version, row.content(), row.changedAt());
  }
}
