package huice.casework.counter;

import huice.casework.Access;
import huice.casework.LiveRelease;
import huice.casework.Person;
import huice.casework.Persons;
import huice.casework.Reads;
import huice.casework.Records;
import huice.casework.Visit;
import huice.casework.decision.Now;
import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.model.Assessment;
import huice.model.Case;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the rules in force make of a visitor today: an assessment, which decides nothing and is not
 * kept. Looking is noted, of everybody whose data the case shows. Thread-safe.
 */
@ApplicationScoped
public class Counter {
  private final Persons persons;
  private final Records records;
  private final Reads reads;
  private final LiveRelease live;
  private final Access access;

  Counter(Persons persons, Records records, Reads reads, LiveRelease live, Access access) {
    this.persons = persons;
    this.records = records;
    this.reads = reads;
    this.live = live;
    this.access = access;
  }

  /**
   * A person, what is known, and what the rules make of it. {@code known} as of a fact's number.
   */
  public record Look(
      Person person, long known, Case given, CompiledRelease release, Assessment assessment) {}

  /** Every scheme that has a subject in the case; when it may be had later is not searched for. */
  @Transactional
  public Look schemes(Actor actor, UUID id, Visit visit, Now now) {
    return look(actor, id, visit, now, new Ask(Set.of(), true, false), "schemes");
  }

  /** As {@link #schemes}, with the first day on which each may be had: the dearest part. */
  @Transactional
  public Look later(Actor actor, UUID id, Visit visit, Now now) {
    return look(actor, id, visit, now, new Ask(Set.of(), true, true), "outlook");
  }

  /** One scheme with those that it depends on, in full. */
  @Transactional
  public Look scheme(Actor actor, UUID id, Set<String> schemes, Visit visit, Now now) {
    return look(actor, id, visit, now, new Ask(schemes, true, true), "reasons");
  }

  private Look look(Actor actor, UUID id, Visit visit, Now now, Ask ask, String what) {
    Person person = persons.open(actor, id, visit, what, now.at());
    CompiledRelease release = live.get();
    long known = records.version();
    Case given = given(person.id(), now, known, release);
    note(actor, person.id(), now, known, release, visit, what);
    return new Look(person, known, given, release, release.assess(given, ask));
  }

  private Case given(UUID person, Now now, long known, CompiledRelease release) {
    return records.caseOf(person, now.today(), null, null, known, release.source().dictionary());
  }

  /** The person's own reading is noted by whoever opened the person. */
  private void note(
      Actor actor,
      UUID person,
      Now now,
      long known,
      CompiledRelease release,
      Visit visit,
      String what) {
    List<UUID> others =
        new ArrayList<>(records.shown(person, now.today(), known, release.source().dictionary()));
    others.remove(person);
    if (!others.isEmpty()) {
      reads.note(actor, others, visit, what, now.at());
    }
  }

  /**
   * The path in the person's record of a path in the case, {@code employments[r3].start} of {@code
   * worker.employments[2].start}; null when it belongs to another root, or its row is not there.
   */
  @Transactional
  public @Nullable String inRecord(Look look, String path) {
    return CasePath.inRecord(
        path,
        ownRoot(look),
        (list, place) ->
            records.key(
                look.person().id(),
                list,
                place,
                look.given().on(),
                look.known(),
                look.release().source().dictionary()));
  }

  /** The name under which a person stands in the own case. */
  public String ownRoot(Look look) {
    return look.release().source().dictionary().roots().entrySet().stream()
        .filter(root -> root.getValue().equals(access.personEntity()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
