package huice.casework;

import huice.model.Actor;
import huice.model.IdentityNumber;
import huice.model.Quality;
import huice.model.Statement;
import huice.model.Text;
import huice.store.Facts;
import huice.store.Journal;
import huice.store.Keys;
import huice.store.LogKind;
import huice.store.OwnPaths;
import huice.store.PersonRow;
import huice.store.PersonTable;
import huice.store.RecordRow;
import huice.store.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is registered, at their own request. A person's id is that of the person's record. Numbers
 * and names lie under a key of each person; a number is found by its keyed hash. Thread-safe.
 */
@ApplicationScoped
public class Persons {
  /** How a request to be registered can come. */
  public static final List<String> CHANNELS =
      List.of("counter", "phone", "online", "representative");

  private final Records records;
  private final RecordTable table;
  private final PersonTable persons;
  private final Facts facts;
  private final Keys keys;
  private final Journal journal;
  private final Reads reads;
  private final Access access;

  Persons(
      Records records,
      RecordTable table,
      PersonTable persons,
      Facts facts,
      Keys keys,
      Journal journal,
      Reads reads,
      Access access) {
    this.records = records;
    this.table = table;
    this.persons = persons;
    this.facts = facts;
    this.keys = keys;
    this.journal = journal;
    this.reads = reads;
    this.access = access;
  }

  /**
   * Registers a person with the caller's office.
   *
   * @throws Conflict when the number is registered already
   */
  @Transactional
  public Person register(Actor actor, Registration request, Instant at) {
    facts.lock();
    byte[] hash = keys.hash(request.number().whole());
    if (!persons.numbered(hash).isEmpty()) {
      throw new Conflict(
          Text.of(
              "这个身份证件号码已经登记，请按号码查找。",
              "This identity number is registered already; find the person by it."));
    }
    UUID id = UUID.randomUUID();
    RecordRow record =
        new RecordRow(id, access.personEntity(), actor.office(), null, null, at, actor.id());
    table.add(record);
    keys.create(id);
    PersonRow person =
        new PersonRow(
            id,
            hash,
            sealed(id, request.number().whole()),
            sealed(id, request.name()),
            request.language(),
            request.on(),
            request.channel(),
            request.consentOn(),
            null,
            true,
            null,
            null,
            0);
    persons.add(person);
    records.own(actor, record, consent(request.consentOn() != null, request.on()), at);
    write(
        LogKind.CONSENT, actor, id, at, Map.of("act", "registered", "channel", request.channel()));
    return view(persons.find(id).orElseThrow(), record, false);
  }

  private byte[] sealed(UUID person, String text) {
    return keys.seal(person, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Statement of the program's own, so that a case knows since which number there is a consent. */
  static Statement consent(boolean given, LocalDate on) {
    return Statement.value(
        OwnPaths.CONSENT, Boolean.toString(given), "person", Quality.DECLARED, on);
  }

  /**
   * The person with a number.
   *
   * @throws Absent when nobody has it
   * @throws NotAllowed when it is another office's person, who is not present
   */
  @Transactional
  public Person find(Actor actor, IdentityNumber number, Visit visit, Instant at) {
    Optional<PersonRow> found = persons.numbered(keys.hash(number.whole())).stream().findFirst();
    PersonRow person =
        found.orElseThrow(
            () -> new Absent(Text.of("没有登记这个号码", "nobody is registered with this number")));
    return open(actor, person.id(), visit, "identity", at);
  }

  /** A person's own page; its reading is noted. */
  @Transactional
  public Person open(Actor actor, UUID id, Visit visit, String what, Instant at) {
    PersonRow person = person(id);
    RecordRow record = records.row(person.id());
    access.read(actor, record, visit);
    Person view = view(person, record, true);
    reads.note(actor, person.id(), visit, what, at);
    return view;
  }

  /** Persons of the caller's own office, names masked; each reading is noted. */
  @Transactional
  public List<Person> ofOffice(Actor actor, int page, int most, Instant at) {
    List<PersonRow> found = persons.ofOffice(actor.office(), page, most);
    List<Person> shown =
        found.stream().map(row -> view(row, records.row(row.id()), false)).toList();
    reads.note(actor, found.stream().map(PersonRow::id).toList(), Visit.NONE, "list", at);
    return shown;
  }

  /** Some persons of the caller's own office, names masked; each reading is noted. */
  @Transactional
  public List<Person> some(Actor actor, List<UUID> ids, String what, Instant at) {
    List<Person> shown = new ArrayList<>();
    for (UUID id : ids) {
      RecordRow record = records.row(id);
      access.read(actor, record, Visit.NONE);
      shown.add(view(person(id), record, false));
    }
    reads.note(actor, ids, Visit.NONE, what, at);
    return shown;
  }

  /** Whether a person wants to be told what may be applied for. */
  @Transactional
  public boolean told(UUID id) {
    return persons.told(id);
  }

  /** The person's choice to be told, or not to be. */
  @Transactional
  public void chooseTold(Actor actor, UUID id, boolean told, Visit visit, Instant at) {
    PersonRow person = changeable(actor, id, null, visit);
    persons.tell(person.id(), told);
    write(LogKind.CONSENT, actor, person.id(), at, Map.of("act", "told", "on", told));
  }

  /** Whether decisions about this person may take effect without a person confirming (R6). */
  @Transactional
  public boolean automatic(UUID id) {
    return person(id).automatic();
  }

  /** The person's choice not to be decided about automatically, or to allow it again (R6). */
  @Transactional
  public Person choose(
      Actor actor, UUID id, boolean automatic, @Nullable Integer seen, Visit visit, Instant at) {
    PersonRow person = changeable(actor, id, seen, visit);
    PersonRow changed = persons.change(Changed.automatic(person, automatic));
    write(LogKind.CONSENT, actor, person.id(), at, Map.of("act", "automatic", "on", automatic));
    return view(changed, records.row(person.id()), false);
  }

  /** The person to change, locked. */
  PersonRow changeable(Actor actor, UUID id, @Nullable Integer seen, Visit visit) {
    facts.lock();
    PersonRow person = persons.locked(person(id).id()).orElseThrow();
    access.write(actor, records.row(person.id()), visit);
    if (seen != null && seen != person.version()) {
      throw new Conflict(
          Text.of("此人的登记已被他人改动。", "Somebody else has changed this registration."),
          (long) person.version());
    }
    return person;
  }

  /** The person an id stands for now; erased ones are gone. */
  PersonRow person(UUID id) {
    return persons
        .find(persons.standing(id))
        .filter(p -> p.erasedAt() == null)
        .orElseThrow(() -> new Absent(Text.of("没有登记这个人", "nobody is registered here")));
  }

  Person view(PersonRow row, RecordRow record, boolean whole) {
    String name = opened(row.id(), row.name());
    String number = opened(row.id(), row.number());
    return new Person(
        row.id(),
        name == null || whole ? name : Person.masked(name),
        number == null ? null : IdentityNumber.masked(number),
        record.office(),
        row.language(),
        row.registeredOn(),
        row.channel(),
        row.consentOn(),
        row.consentEndedOn(),
        row.automatic(),
        row.erasedAt() != null,
        persons.mergedInto(row.id()).stream().map(PersonRow::id).toList(),
        row.version());
  }

  /** What lies under a person's key; null when there is nothing. */
  @Nullable String opened(UUID person, byte @Nullable [] sealed) {
    return sealed == null ? null : new String(keys.open(person, sealed), StandardCharsets.UTF_8);
  }

  void write(LogKind kind, Actor actor, @Nullable UUID person, Instant at, Map<String, ?> content) {
    journal.write(new Journal.Entry(at, kind, actor, person, Texts.json(content)));
  }
}
