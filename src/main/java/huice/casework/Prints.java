package huice.casework;

import huice.model.Actor;
import huice.store.FactRow;
import huice.store.Facts;
import huice.store.HeldElsewhere;
import huice.store.LogKind;
import huice.store.LogRow;
import huice.store.LogRows;
import huice.store.PersonRow;
import huice.store.RecordRow;
import huice.store.TaskTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is held about a person, on paper and free: whole and not masked, with sources, and who
 * read it (R54). Thread-safe.
 */
@ApplicationScoped
public class Prints {
  private final Persons people;
  private final Records records;
  private final Access access;
  private final Reads reads;
  private final Facts facts;
  private final LogRows log;
  private final HeldElsewhere elsewhere;
  private final Erasure erasure;
  private final TaskTable tasks;

  Prints(
      Persons people,
      Records records,
      Access access,
      Reads reads,
      Facts facts,
      LogRows log,
      HeldElsewhere elsewhere,
      Erasure erasure,
      TaskTable tasks) {
    this.people = people;
    this.records = records;
    this.access = access;
    this.reads = reads;
    this.facts = facts;
    this.log = log;
    this.elsewhere = elsewhere;
    this.erasure = erasure;
    this.tasks = tasks;
  }

  /** A statement with whether it still stands: corrected ones are held too. */
  public record Line(Change change, boolean stands) {}

  /** Who read or did something, when, and what: a JSON text, null where it cannot be read. */
  public record Act(Instant at, String kind, @Nullable String account, @Nullable String content) {}

  /** An application with its last decision. */
  public record Applied(
      UUID id, String scheme, String appliedOn, String state, @Nullable String result) {}

  /** What the office owes or owed: by when, and how it ended; null while it did not. */
  public record Service(
      String kind,
      String scheme,
      @Nullable String dueOn,
      @Nullable String endedOn,
      @Nullable String ending) {}

  /** Everything. */
  public record Print(
      Person person,
      @Nullable String number,
      List<Line> facts,
      List<Applied> applications,
      List<Service> services,
      List<Erasure.Hold> holds,
      List<Act> reads,
      List<Act> acts) {
    public Print {
      facts = List.copyOf(facts);
      applications = List.copyOf(applications);
      services = List.copyOf(services);
      holds = List.copyOf(holds);
      reads = List.copyOf(reads);
      acts = List.copyOf(acts);
    }
  }

  @Transactional
  public Print of(Actor actor, UUID id, Visit visit, Instant at) {
    PersonRow person = people.person(id);
    RecordRow record = records.row(person.id());
    access.read(actor, record, visit);
    // before the entries are read, so that the print tells of itself
    reads.note(actor, person.id(), visit, "print", at);
    List<UUID> group = records.reading(Long.MAX_VALUE).group(record.id());
    List<Act> read = new ArrayList<>();
    List<Act> done = new ArrayList<>();
    for (UUID part : group) {
      for (LogRow told : log.about(part)) {
        (told.kind().equals(LogKind.READ.id()) ? read : done)
            .add(new Act(told.at(), told.kind(), told.actorName(), told.content()));
      }
    }
    return new Print(
        people.view(person, record, true),
        people.opened(person.id(), person.number()),
        lines(group),
        elsewhere.applications(group).stream()
            .map(
                a ->
                    new Applied(
                        a.id(), a.scheme(), a.appliedOn().toString(), a.state(), a.result()))
            .toList(),
        services(group),
        erasure.holds(person.id()),
        read,
        done);
  }

  private List<Service> services(List<UUID> group) {
    return tasks.of(group).stream()
        .map(
            task ->
                new Service(
                    task.kind(),
                    task.scheme(),
                    task.dueOn() == null ? null : task.dueOn().toString(),
                    task.endedOn() == null ? null : task.endedOn().toString(),
                    task.endedAs()))
        .toList();
  }

  private List<Line> lines(List<UUID> group) {
    List<FactRow> all = facts.of(group, Long.MAX_VALUE);
    Set<Long> standing = new HashSet<>();
    Said.standing(all, Long.MAX_VALUE).forEach(row -> standing.add(row.seq()));
    return all.stream()
        .map(row -> new Line(records.change(row), standing.contains(row.seq())))
        .toList();
  }
}
