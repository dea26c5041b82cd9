package huice.casework;

import huice.model.Actor;
import huice.model.Statement;
import huice.model.Text;
import huice.store.Loads;
import huice.store.PersonTable;
import huice.store.RecordRow;
import huice.store.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the records that many things have, and makes those of the new ones. Thread-safe. */
@ApplicationScoped
class BulkSubjects {
  private static final Text CHECK = Text.of("请核对", "check it");
  private static final Text REGISTER = Text.of("请先登记", "register it first");

  private final Loads loads;
  private final RecordTable records;
  private final PersonTable persons;
  private final Access access;

  BulkSubjects(Loads loads, RecordTable records, PersonTable persons, Access access) {
    this.loads = loads;
    this.records = records;
    this.persons = persons;
    this.access = access;
  }

  /** A thing's record, null after a fault; {@code fresh}: it is still to be made. */
  record Found(@Nullable RecordRow row, boolean fresh) {
    Bulk.Kept kept() {
      if (row == null) {
        throw new IllegalStateException("kept after a fault");
      }
      return new Bulk.Kept(row.id(), fresh);
    }
  }

  /** One for each sheaf, in order. */
  List<Found> find(Actor actor, List<Bulk.Sheaf> sheaves, Instant at, List<Bulk.Fault> faults) {
    Map<Subject, UUID> known = known(sheaves);
    Map<UUID, RecordRow> rows = new HashMap<>();
    records.of(Set.copyOf(known.values())).forEach(row -> rows.put(row.id(), row));
    Set<Object> met = new HashSet<>();
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < sheaves.size(); i++) {
      Subject subject = sheaves.get(i).subject();
      UUID id = known.get(subject);
      RecordRow row = id == null ? null : rows.get(id);
      Bulk.Fault fault = row == null ? absent(i, subject, met) : refused(i, actor, row, met);
      if (fault != null) {
        faults.add(fault);
        found.add(new Found(null, false));
      } else if (row != null) {
        found.add(new Found(row, false));
      } else {
        found.add(new Found(fresh(actor, subject, at), true));
      }
    }
    return found;
  }

  private Map<Subject, UUID> known(List<Bulk.Sheaf> sheaves) {
    Map<String, List<Subject>> numbers = new HashMap<>();
    Map<String, Map<String, List<Subject>>> codes = new HashMap<>();
    Map<Subject, UUID> known = new HashMap<>();
    for (Bulk.Sheaf sheaf : sheaves) {
      Subject subject = sheaf.subject();
      if (subject instanceof Subject.Asking asking) {
        add(numbers, asking.request().number().whole(), subject);
      } else if (subject instanceof Subject.Numbered numbered) {
        add(numbers, numbered.number().whole(), subject);
      } else if (subject instanceof Subject.Named named) {
        add(codes.computeIfAbsent(named.entity(), e -> new HashMap<>()), named.code(), subject);
      } else if (subject instanceof Subject.Coded coded) {
        add(codes.computeIfAbsent(coded.entity(), e -> new HashMap<>()), coded.code(), subject);
      } else if (subject instanceof Subject.Recorded recorded) {
        known.put(subject, persons.standing(recorded.record()));
      }
    }
    loads
        .numbered(numbers.keySet())
        .forEach(
            (number, person) -> {
              UUID id = person.merged() ? persons.standing(person.id()) : person.id();
              numbers.getOrDefault(number, List.of()).forEach(subject -> known.put(subject, id));
            });
    codes.forEach(
        (entity, subjects) ->
            loads
                .coded(entity, subjects.keySet())
                .forEach(
                    (code, id) ->
                        subjects.getOrDefault(code, List.of()).forEach(s -> known.put(s, id))));
    return known;
  }

  private static void add(Map<String, List<Subject>> map, String key, Subject subject) {
    map.computeIfAbsent(key, k -> new ArrayList<>()).add(subject);
  }

  /** What is wrong when there is no record; null when one will be made. */
  private static Bulk.@Nullable Fault absent(int i, Subject subject, Set<Object> met) {
    Text what =
        subject instanceof Subject.Numbered
            ? Text.of("没有登记这个号码", "nobody is registered with this number")
            : subject instanceof Subject.Coded
                ? Text.of("没有登记这个代码", "nothing is registered with this code")
                : subject instanceof Subject.Recorded
                    ? Text.of("没有这份记录", "there is no such record")
                    : null;
    if (what != null) {
      return new Bulk.Fault(i, -1, what, REGISTER);
    }
    return met.add(key(subject)) ? null : twice(i);
  }

  private Bulk.@Nullable Fault refused(int i, Actor actor, RecordRow row, Set<Object> met) {
    if (!met.add(row.id())) {
      return twice(i);
    }
    try {
      access.write(actor, row, Visit.NONE);
      return null;
    } catch (NotAllowed refusal) {
      return new Bulk.Fault(i, -1, refusal.why(), CHECK);
    }
  }

  private static Bulk.Fault twice(int i) {
    return new Bulk.Fault(
        i, -1, Text.of("与另一行是同一份记录", "it is the same record as another row"), CHECK);
  }

  /** What two new things cannot both have. */
  private static Object key(Subject subject) {
    if (subject instanceof Subject.Asking asking) {
      return asking.request().number();
    }
    return subject instanceof Subject.Named named
        ? List.of(named.entity(), named.code())
        : new Object();
  }

  private RecordRow fresh(Actor actor, Subject subject, Instant at) {
    String entity = access.personEntity();
    String title = null;
    String code = null;
    if (subject instanceof Subject.Named named) {
      entity = named.entity();
      title = named.title();
      code = named.code();
    } else if (subject instanceof Subject.Unnamed unnamed) {
      entity = unnamed.entity();
    }
    return new RecordRow(UUID.randomUUID(), entity, actor.office(), title, code, at, actor.id());
  }

  /** What the program itself says of a new person. */
  List<Statement> own(Bulk.Sheaf sheaf, Found found) {
    return found.fresh() && sheaf.subject() instanceof Subject.Asking asking
        ? List.of(Persons.consent(asking.request().consentOn() != null, asking.request().on()))
        : List.of();
  }

  /** Makes the records of all that is new, and registers the persons among them. */
  void add(List<Bulk.Sheaf> sheaves, List<Found> found) {
    List<RecordRow> rows = new ArrayList<>();
    List<Loads.NewPerson> registered = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      RecordRow row = found.get(i).row();
      if (row == null || !found.get(i).fresh()) {
        continue;
      }
      rows.add(row);
      if (sheaves.get(i).subject() instanceof Subject.Asking asking) {
        Registration request = asking.request();
        registered.add(
            new Loads.NewPerson(
                row.id(),
                request.number().whole(),
                request.name(),
                request.language(),
                request.on(),
                request.channel(),
                request.consentOn()));
      }
    }
    loads.records(rows);
    loads.persons(registered);
  }
}
