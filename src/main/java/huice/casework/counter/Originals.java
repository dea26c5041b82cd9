package huice.casework.counter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.Absent;
import huice.casework.Invalid;
import huice.casework.LiveRelease;
import huice.casework.Person;
import huice.casework.Persons;
import huice.casework.Visit;
import huice.casework.decision.Now;
import huice.engine.CompiledRelease;
import huice.explain.Worded;
import huice.model.Actor;
import huice.model.Text;
import huice.store.Journal;
import huice.store.Keys;
import huice.store.LogKind;
import huice.store.OriginalTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * "Original seen by X on D": what is kept of a document instead of a copy of it. Nothing is ever
 * taken back; a mistake is another document's matter. Thread-safe.
 */
@ApplicationScoped
public class Originals {
  private final OriginalTable table;
  private final Persons persons;
  private final Keys keys;
  private final Journal journal;
  private final LiveRelease live;
  private final ObjectMapper json;

  Originals(
      OriginalTable table,
      Persons persons,
      Keys keys,
      Journal journal,
      LiveRelease live,
      ObjectMapper json) {
    this.table = table;
    this.persons = persons;
    this.keys = keys;
    this.journal = journal;
    this.live = live;
    this.json = json;
  }

  /** A document of a scheme's list, who saw it and when. */
  public record Seen(UUID id, String scheme, String proof, LocalDate on, String by) {}

  /** Records that the caller saw a document's original. */
  @Transactional
  public Seen see(
      Actor actor, UUID id, String scheme, String proof, LocalDate on, Visit visit, Now now) {
    if (!listed(scheme).contains(proof)) {
      throw new Invalid(
          "/proof",
          Text.of("不在这个项目的材料清单里", "it is not on this scheme's list"),
          Text.of("请从清单里选", "choose from the list"));
    }
    Person person = persons.open(actor, id, visit, "documents", now.at());
    UUID seen = UUID.randomUUID();
    table.add(seen, person.id(), sealed(person.id(), scheme, proof), on, now.at(), actor.id());
    journal.write(
        new Journal.Entry(
            now.at(),
            LogKind.ACT,
            actor,
            person.id(),
            text(
                Map.of(
                    "act",
                    "original seen",
                    "original",
                    seen.toString(),
                    "scheme",
                    scheme,
                    "on",
                    on.toString()))));
    return new Seen(seen, scheme, proof, on, actor.name());
  }

  /** The documents of a scheme's list: what proves the facts that it reads. */
  private Set<String> listed(String scheme) {
    CompiledRelease release = live.get();
    return release.schemes().stream()
        .filter(info -> info.id().equals(scheme))
        .findFirst()
        .map(info -> new Worded(release.source(), Map.of()).proofs(info.facts()).keySet())
        .orElseThrow(() -> new Absent(Text.of("没有这个项目", "there is no such scheme")));
  }

  /** Everything that was seen of a person, in order; reading it is noted. */
  @Transactional
  public List<Seen> read(Actor actor, UUID id, Visit visit, Now now) {
    return of(persons.open(actor, id, visit, "documents", now.at()).id());
  }

  /** Everything that was seen of a person, in order; the caller has opened the person. */
  @Transactional
  public List<Seen> of(UUID person) {
    return table.of(person).stream().map(row -> seen(person, row)).toList();
  }

  private Seen seen(UUID person, OriginalTable.Row row) {
    try {
      JsonNode content = json.readTree(keys.open(person, row.content()));
      return new Seen(
          row.id(),
          content.path("scheme").asText(),
          content.path("proof").asText(),
          row.seenOn(),
          row.by());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] sealed(UUID person, String scheme, String proof) {
    try {
      return keys.seal(person, json.writeValueAsBytes(Map.of("scheme", scheme, "proof", proof)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(Map<String, Object> content) {
    try {
      return json.writeValueAsString(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
