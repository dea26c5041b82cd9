package huice.casework;

import huice.model.Actor;
import huice.model.Text;
import huice.store.Erasing;
import huice.store.Facts;
import huice.store.HoldRow;
import huice.store.Holds;
import huice.store.LogKind;
import huice.store.PersonRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Erases a person on that person's request; a legal hold beats it (R47). Thread-safe. */
@ApplicationScoped
public class Erasure {
  private final Persons people;
  private final Erasing erasing;
  private final Holds holds;
  private final Facts facts;
  private final Retention retention;

  Erasure(Persons people, Erasing erasing, Holds holds, Facts facts, Retention retention) {
    this.people = people;
    this.erasing = erasing;
    this.holds = holds;
    this.facts = facts;
    this.retention = retention;
  }

  /** A hold as it is shown. */
  public record Hold(UUID id, String reason, Instant setAt, boolean stands) {}

  /**
   * Deletes all that is held about a person and destroys the key: what the log tells of the person
   * cannot be read any more, and its chain stays whole.
   *
   * @throws Conflict when a legal hold stands, or applications or decisions are still to be kept
   */
  @Transactional
  public void erase(Actor actor, UUID id, String reason, Instant at) {
    facts.lock();
    PersonRow person = people.person(id);
    switch (erasing.erase(person.id(), at, retention.since(at))) {
      case HELD ->
          throw new Conflict(Text.of("有法定保全，解除之前不能清除。", "A legal hold stands; lift it first."));
      case KEPT ->
          throw new Conflict(
              Text.of(
                  "此人的申请和决定还在保存期内，期满之前不能清除。",
                  "Applications and decisions of this person are still to be kept."));
      case ABSENT -> throw new Absent(Text.of("没有登记这个人", "nobody is registered here"));
      case DONE ->
          // about nobody: the person's key is gone, and the entry has to stay readable
          people.write(
              LogKind.ERASURE,
              actor,
              null,
              at,
              Map.of("person", person.id().toString(), "reason", reason));
    }
  }

  /** Keeps a person's data from being deleted until the hold is lifted. */
  @Transactional
  public Hold hold(Actor actor, UUID id, String reason, Instant at) {
    facts.lock();
    PersonRow person = people.person(id);
    HoldRow row = new HoldRow(UUID.randomUUID(), person.id(), reason, at, actor.id(), null, null);
    holds.add(row);
    people.write(
        LogKind.ERASURE,
        actor,
        person.id(),
        at,
        Map.of("act", "hold", "hold", row.id().toString(), "reason", reason));
    return new Hold(row.id(), reason, at, true);
  }

  /** Lifts a hold that stands. */
  @Transactional
  public void lift(Actor actor, UUID id, UUID hold, String reason, Instant at) {
    facts.lock();
    PersonRow person = people.person(id);
    HoldRow row =
        holds
            .find(hold)
            .filter(h -> h.person().equals(person.id()))
            .orElseThrow(() -> new Absent(Text.of("没有这项保全", "there is no such hold")));
    if (row.liftedAt() != null) {
      throw new Conflict(Text.of("这项保全已经解除。", "This hold was lifted before."));
    }
    holds.lift(hold, at, actor.id());
    people.write(
        LogKind.ERASURE,
        actor,
        person.id(),
        at,
        Map.of("act", "lift", "hold", hold.toString(), "reason", reason));
  }

  @Transactional
  public List<Hold> holds(UUID id) {
    return holds.of(people.person(id).id()).stream()
        .map(h -> new Hold(h.id(), h.reason(), h.setAt(), h.liftedAt() == null))
        .toList();
  }
}
