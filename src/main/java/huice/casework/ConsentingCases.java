package huice.casework;

import huice.model.Case;
import huice.model.Dictionary;
import huice.store.FactRow;
import huice.store.Facts;
import huice.store.ImpactTable;
import huice.store.PersonTable;
import huice.store.RecordRow;
import huice.store.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The cases of those who registered and consent, many at once, for comparisons: nothing in them
 * tells who they are. Thread-safe.
 */
@ApplicationScoped
public class ConsentingCases {
  private final ImpactTable parties;
  private final Facts facts;
  private final RecordTable records;
  private final PersonTable persons;

  ConsentingCases(ImpactTable parties, Facts facts, RecordTable records, PersonTable persons) {
    this.parties = parties;
    this.facts = facts;
    this.records = records;
    this.persons = persons;
  }

  /**
   * A case. {@code root} is where its own record stands in it; {@code first}: of several persons
   * who are one subject together, the one with whom it is counted.
   */
  public record Given(String root, String office, boolean first, Case given) {}

  /** Whose cases can be read: persons, then organisations. */
  @Transactional
  public List<UUID> all() {
    return parties.parties();
  }

  /** Their cases on a day, by the words of a dictionary; in the order of the ids. */
  @Transactional
  public List<Given> read(List<UUID> ids, LocalDate on, Dictionary dictionary) {
    Reading reading = new Reading(facts, records, persons, Long.MAX_VALUE, java.util.Set.of());
    reading.prepare(ids);
    Map<UUID, RecordRow> rows = new java.util.HashMap<>();
    records.of(ids).forEach(row -> rows.put(row.id(), row));
    List<Given> all = new ArrayList<>(ids.size());
    for (UUID id : ids) {
      RecordRow row = rows.get(id);
      String root = row == null ? "" : Reading.root(dictionary, row.entity()).orElse("");
      if (row == null || root.isEmpty()) {
        all.add(new Given("", "", true, new Case(on, null, null, Map.of())));
        continue;
      }
      boolean first =
          reading.linked(row, dictionary, on).stream()
              .filter(other -> persons.find(other).isPresent())
              .allMatch(other -> id.compareTo(other) < 0);
      Case given = new Case(on, null, null, reading.roots(row, dictionary, on));
      all.add(new Given(root, row.office(), first, given));
    }
    return all;
  }

  /** What was said about some records and those they lead to, read at once. */
  static List<UUID> targets(List<FactRow> rows) {
    List<UUID> targets = new ArrayList<>();
    for (FactRow row : rows) {
      String target = row.said().value();
      if (row.said().kind() == huice.model.Statement.Kind.LINK && target != null) {
        targets.add(UUID.fromString(target));
      }
    }
    return targets;
  }
}
