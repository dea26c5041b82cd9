package huice.casework.counter;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.Person;
import huice.casework.Persons;
import huice.casework.Visit;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.store.DraftTable;
import huice.store.KeyDestroyed;
import huice.store.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a caseworker typed and has not sent: kept for that account alone, under the person's key,
 * until it is sent or thirty days have passed. A draft is no record: no rule reads it. Thread-safe.
 */
@ApplicationScoped
public class Drafts {
  private static final Duration KEPT = Duration.ofDays(30);

  private final DraftTable table;
  private final Persons persons;
  private final Keys keys;
  private final ObjectMapper json;

  Drafts(DraftTable table, Persons persons, Keys keys, ObjectMapper json) {
    this.table = table;
    this.persons = persons;
    this.keys = keys;
    this.json = json;
  }

  /** What was typed, by field, and when it was saved. */
  public record Draft(Map<String, List<String>> typed, Instant savedAt) {}

  /** A draft without what stands in it, and without the person's name. */
  public record Open(UUID person, String form, Instant savedAt) {}

  /**
   * Keeps what was typed.
   *
   * @param form which form, in words of the program
   */
  @Transactional
  public void save(
      Actor actor, UUID id, String form, Map<String, List<String>> typed, Visit visit, Now now) {
    Person person = persons.open(actor, id, visit, "draft", now.at());
    try {
      table.put(
          actor.id(),
          person.id(),
          form,
          keys.seal(person.id(), json.writeValueAsBytes(typed)),
          now.at());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The account's own draft of a form about a person; empty when there is none. */
  @Transactional
  public Optional<Draft> find(Actor actor, UUID person, String form) {
    return table
        .find(actor.id(), person, form)
        .map(
            kept -> {
              try {
                return new Draft(
                    json.readValue(keys.open(person, kept.content()), new TypeReference<>() {}),
                    kept.savedAt());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } catch (KeyDestroyed e) {
                return null;
              }
            });
  }

  /** What the account has not sent yet, the latest first. */
  @Transactional
  public List<Open> of(Actor actor) {
    return table.of(actor.id()).stream()
        .map(kept -> new Open(kept.person(), kept.form(), kept.savedAt()))
        .toList();
  }

  /** A draft about a person, by whom. */
  public record About(String account, String form, Instant savedAt) {}

  /** That there are drafts about a person; the caller has opened the person. */
  @Transactional
  public List<About> about(UUID person) {
    return table.about(person).stream()
        .map(kept -> new About(kept.account(), kept.form(), kept.savedAt()))
        .toList();
  }

  /** It was sent, or is not wanted. */
  @Transactional
  public void drop(Actor actor, UUID person, String form) {
    table.drop(actor.id(), person, form);
  }

  /** Drops what nobody went on with for thirty days. */
  @Transactional
  public void forget(Instant now) {
    table.forget(now.minus(KEPT));
  }
}
