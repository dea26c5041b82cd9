package huice.casework;

import huice.model.Actor;
import huice.model.Quality;
import huice.model.Statement;
import huice.model.Text;
import huice.store.FactRow;
import huice.store.Facts;
import huice.store.LogKind;
import huice.store.OwnPaths;
import huice.store.PersonRow;
import huice.store.PersonTable;
import huice.store.RecordRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes two registrations of one person one, and two again. The facts stay where they are and both
 * are read; a statement of the program's own says from which number on. Thread-safe.
 */
@ApplicationScoped
public class Merges {
  private final Persons people;
  private final Records records;
  private final PersonTable persons;
  private final Facts facts;

  Merges(Persons people, Records records, PersonTable persons, Facts facts) {
    this.people = people;
    this.records = records;
    this.persons = persons;
    this.facts = facts;
  }

  /**
   * From now on {@code other} stands for {@code id}.
   *
   * @throws Conflict when they are one already
   */
  @Transactional
  public Person merge(Actor actor, UUID id, UUID other, String reason, Visit visit, Instant at) {
    PersonRow into = people.changeable(actor, id, null, visit);
    PersonRow duplicate = people.changeable(actor, other, null, visit);
    if (into.id().equals(duplicate.id())) {
      throw new Conflict(
          Text.of("这两份登记已经是同一个人。", "These two registrations are one person already."));
    }
    RecordRow record = records.row(into.id());
    Statement merged =
        Statement.link(OwnPaths.MERGED, duplicate.id(), "ledger", Quality.VERIFIED, Days.of(at));
    records.own(actor, record, merged, at);
    persons.change(Changed.merged(duplicate, into.id()));
    write(actor, "merged", into.id(), duplicate.id(), reason, at);
    return people.view(into, record, false);
  }

  /**
   * The two are as they were; what was recorded meanwhile stays with {@code id}.
   *
   * @throws Conflict when they are not one
   */
  @Transactional
  public Person unmerge(Actor actor, UUID id, UUID other, String reason, Visit visit, Instant at) {
    PersonRow from = people.changeable(actor, id, null, visit);
    PersonRow part =
        persons
            .locked(other)
            .filter(row -> from.id().equals(row.mergedInto()))
            .orElseThrow(
                () ->
                    new Conflict(Text.of("这两份登记没有合并。", "These two registrations are not merged.")));
    RecordRow record = records.row(from.id());
    for (FactRow row : Said.standing(all(from.id()), Long.MAX_VALUE)) {
      if (row.path().equals(OwnPaths.MERGED) && other.toString().equals(row.said().value())) {
        records.own(actor, record, undone(row, reason), at);
      }
    }
    persons.change(Changed.merged(part, null));
    write(actor, "unmerged", from.id(), other, reason, at);
    return people.view(from, record, false);
  }

  private List<FactRow> all(UUID record) {
    return facts.of(List.of(record), Long.MAX_VALUE);
  }

  private static Statement undone(FactRow merged, String reason) {
    Statement said = merged.said();
    return new Statement(
        said.path(),
        Statement.Kind.GONE,
        null,
        said.source(),
        said.quality(),
        said.obtained(),
        null,
        null,
        null,
        false,
        merged.seq(),
        reason);
  }

  private void write(Actor actor, String act, UUID id, UUID other, String reason, Instant at) {
    for (UUID person : List.of(id, other)) {
      people.write(
          LogKind.MERGE,
          actor,
          person,
          at,
          Map.of("act", act, "person", id, "other", other, "reason", reason));
    }
  }
}
