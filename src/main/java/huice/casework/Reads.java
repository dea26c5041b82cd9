package huice.casework;

import huice.model.Actor;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.PersonRow;
import huice.store.PersonTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps who read which person's data, for that person to ask (R54). Thread-safe. */
@ApplicationScoped
public class Reads {
  private final Journal journal;
  private final PersonTable persons;

  Reads(Journal journal, PersonTable persons) {
    this.journal = journal;
    this.persons = persons;
  }

  /**
   * Writes one entry for each person among some records. After all locks, as every entry.
   *
   * @param what was shown: a closed word such as {@code facts}
   */
  @Transactional
  public void note(Actor actor, Collection<UUID> records, Visit visit, String what, Instant at) {
    for (UUID record : records) {
      UUID person = about(record);
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("what", what);
      content.put("record", record.toString());
      content.put("office", actor.office());
      content.putAll(visit.told());
      journal.write(new Journal.Entry(at, LogKind.READ, actor, person, Texts.json(content)));
    }
  }

  public void note(Actor actor, UUID record, Visit visit, String what, Instant at) {
    note(actor, List.of(record), visit, what, at);
  }

  /** The person whose data a record holds; null for other records and after an erasure. */
  public @Nullable UUID about(UUID record) {
    return persons.find(record).filter(p -> p.erasedAt() == null).map(PersonRow::id).orElse(null);
  }
}
