package huice.casework;

import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Node;
import huice.model.Statement.Kind;
import huice.store.FactRow;
import huice.store.Facts;
import huice.store.OwnPaths;
import huice.store.PersonRow;
import huice.store.PersonTable;
import huice.store.RecordRow;
import huice.store.RecordTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a case: the record, those merged with it and those it is linked with, as known at
 * a number. Made for one reading; not thread-safe.
 */
final class Reading {
  private final Facts facts;
  private final RecordTable records;
  private final PersonTable persons;
  private final long version;
  private final Set<At> hidden;
  private final Map<UUID, List<FactRow>> read = new HashMap<>();

  /** {@code hidden}: rows that this reading does not see. */
  Reading(Facts facts, RecordTable records, PersonTable persons, long version, Set<At> hidden) {
    this.facts = facts;
    this.records = records;
    this.persons = persons;
    this.version = version;
    this.hidden = hidden;
  }

  /** Reads what is said about some records, and about those they lead to, at once. */
  void prepare(Collection<UUID> records) {
    List<FactRow> said = facts.of(records, version);
    Set<UUID> further = new LinkedHashSet<>(ConsentingCases.targets(said));
    further.removeAll(records);
    keep(records, said);
    keep(further, facts.of(further, version));
  }

  private void keep(Collection<UUID> records, List<FactRow> said) {
    records.forEach(id -> read.putIfAbsent(id, new ArrayList<>()));
    for (FactRow row : said) {
      List<FactRow> rows = read.get(row.record());
      if (rows != null) {
        rows.add(row);
      }
    }
  }

  /** A record with the records of the same person that were merged with it. */
  List<UUID> group(UUID record) {
    Set<UUID> group = new LinkedHashSet<>();
    collect(record, group);
    return List.copyOf(group);
  }

  private void collect(UUID record, Set<UUID> group) {
    if (group.add(record)) {
      for (FactRow row : Said.standing(rows(record), version)) {
        String target = row.said().value();
        if (row.path().equals(OwnPaths.MERGED) && target != null) {
          collect(UUID.fromString(target), group);
        }
      }
    }
  }

  /** Everything said about one thing, as it is known on a day. */
  AsKnown known(UUID record, Dictionary dictionary, LocalDate on) {
    List<UUID> group = group(record);
    List<FactRow> all = new ArrayList<>();
    group.forEach(id -> all.addAll(rows(id)));
    return new AsKnown(dictionary, group, all, version, on);
  }

  /** The roots of a record's case, in the dictionary's order. */
  Map<String, Node> roots(RecordRow record, Dictionary dictionary, LocalDate on) {
    String own = root(dictionary, record.entity()).orElse(null);
    AsKnown known = known(record.id(), dictionary, on);
    Map<String, Node> roots = new LinkedHashMap<>();
    for (Map.Entry<String, String> root : dictionary.roots().entrySet()) {
      Entity entity = dictionary.root(root.getKey()).orElse(null);
      if (entity == null) {
        continue;
      }
      if (root.getKey().equals(own)) {
        roots.put(root.getKey(), known.root(entity, root.getKey()));
        continue;
      }
      UUID target = shown(known.linked(root.getKey()), entity);
      if (target != null) {
        AsKnown other = known(target, dictionary, on);
        roots.put(root.getKey(), other.root(entity, root.getKey()));
      }
    }
    return roots;
  }

  /** The records whose persons' data a case shows besides the record's own. */
  List<UUID> linked(RecordRow record, Dictionary dictionary, LocalDate on) {
    AsKnown known = known(record.id(), dictionary, on);
    String own = root(dictionary, record.entity()).orElse(null);
    List<UUID> linked = new ArrayList<>();
    for (String root : dictionary.roots().keySet()) {
      Entity entity = dictionary.root(root).orElse(null);
      UUID target = entity == null || root.equals(own) ? null : shown(known.linked(root), entity);
      if (target != null) {
        linked.add(target);
      }
    }
    return linked;
  }

  /** A record with its merged ones and all that it is or was linked with: what a case rests on. */
  Set<UUID> around(UUID record) {
    Set<UUID> around = new LinkedHashSet<>(group(record));
    for (UUID id : List.copyOf(around)) {
      for (FactRow row : Said.standing(rows(id), version)) {
        String target = row.said().value();
        if (row.said().kind() == Kind.LINK && target != null) {
          around.addAll(group(UUID.fromString(target)));
        }
      }
    }
    return around;
  }

  /**
   * The record behind a link, null when it may not be shown: a value about another person is shown
   * only with that person's consent, given as far as known then, and not ended since.
   */
  private @Nullable UUID shown(@Nullable UUID target, Entity entity) {
    UUID standing = target == null ? null : persons.standing(target);
    if (standing == null
        || records.find(standing).filter(r -> r.entity().equals(entity.id())).isEmpty()) {
      return null;
    }
    Optional<PersonRow> person = persons.find(standing);
    return person.isEmpty() || (person.get().consents() && consented(standing)) ? standing : null;
  }

  /** Whether a person consented, as far as known then. */
  boolean consented(UUID person) {
    boolean consented = false;
    for (FactRow row : Said.standing(rows(person), version)) {
      if (row.path().equals(OwnPaths.CONSENT)) {
        consented = Boolean.parseBoolean(row.said().value());
      }
    }
    return consented;
  }

  /** The name under which a record stands in its own case: the first root of its kind. */
  static Optional<String> root(Dictionary dictionary, String entity) {
    return dictionary.roots().entrySet().stream()
        .filter(root -> root.getValue().equals(entity))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private List<FactRow> rows(UUID record) {
    return read.computeIfAbsent(
        record, id -> facts.of(List.of(id), version).stream().filter(this::seen).toList());
  }

  private boolean seen(FactRow row) {
    return hidden.stream().noneMatch(at -> at.holds(row));
  }

  /** A row of a record. */
  record At(UUID record, String path) {
    /** Whether something is said about it or about one of its facts. */
    boolean holds(FactRow said) {
      return record.equals(said.record())
          && (said.path().equals(path) || said.path().startsWith(path + "."));
    }
  }
}
