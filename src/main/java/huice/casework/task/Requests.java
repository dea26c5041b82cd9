package huice.casework.task;

import huice.casework.Access;
import huice.casework.Records;
import huice.model.Case;
import huice.model.Dictionary;
import huice.model.Fact;
import huice.model.Known;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Rows;
import huice.policy.RecordedValues;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people asked for, and whether they stopped it. Thread-safe. */
@Singleton
class Requests {
  private final TaskSettings settings;
  private final Records records;
  private final Access access;

  Requests(TaskSettings settings, Records records, Access access) {
    this.settings = settings;
    this.records = records;
    this.access = access;
  }

  /** One request; {@code key}: its row for good; {@code place}: its row in the case. */
  record Request(String key, int place, String word, LocalDate asked, @Nullable LocalDate stopped) {
    /** Whether it is still wanted on a day; whoever is said to have stopped has. */
    boolean stands(LocalDate day) {
      return !asked.isAfter(day) && (stopped == null || stopped.isAfter(day));
    }
  }

  /** All requests of a person's case, in the order of the list. */
  List<Request> of(UUID record, Case given, long version, Dictionary dictionary) {
    Node person = person(given, dictionary);
    Relation list =
        person == null ? null : person.entity().relation(settings.asking().list()).orElse(null);
    Rows rows = person == null || list == null ? null : person.list(list);
    List<Request> found = new ArrayList<>();
    if (list == null || rows == null) {
      return found;
    }
    for (int place = 0; place < rows.rows().size(); place++) {
      Node row = rows.rows().get(place);
      String word = word(row);
      LocalDate asked = day(row, settings.asking().asked());
      String key = records.key(record, list.id(), place, given.on(), version, dictionary);
      if (word != null && asked != null && key != null) {
        found.add(new Request(key, place, word, asked, day(row, settings.asking().stopped())));
      }
    }
    return found;
  }

  private @Nullable Node person(Case given, Dictionary dictionary) {
    return dictionary.roots().entrySet().stream()
        .filter(root -> root.getValue().equals(access.personEntity()))
        .map(Map.Entry::getKey)
        .findFirst()
        .map(given.roots()::get)
        .orElse(null);
  }

  private @Nullable String word(Node row) {
    Fact fact = row.entity().fact(settings.asking().what()).orElseThrow();
    return row.fact(fact) instanceof Known.Value value
        ? RecordedValues.text(fact, value.raw())
        : null;
  }

  /** The earliest day that anybody names: a stop that one source tells of is a stop. */
  private static @Nullable LocalDate day(Node row, String id) {
    Known known = row.fact(row.entity().fact(id).orElseThrow());
    if (known instanceof Known.Value value) {
      return value.raw() == Raw.NEVER ? null : Raw.date(value.raw());
    }
    if (known instanceof Known.Conflict conflict) {
      long first = conflict.values().stream().mapToLong(Known.Value::raw).min().orElse(Raw.NEVER);
      return first == Raw.NEVER ? null : Raw.date(first);
    }
    return null;
  }
}
