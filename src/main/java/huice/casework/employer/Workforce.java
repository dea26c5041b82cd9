package huice.casework.employer;

import huice.casework.Access;
import huice.casework.Records;
import huice.casework.Visit;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Known;
import huice.model.Node;
import huice.model.Raw;
import huice.model.Relation;
import huice.model.Rows;
import huice.store.ApplicationTable;
import huice.store.PersonRow;
import huice.store.PersonTable;
import huice.store.RecordRow;
import huice.store.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who works for an employer as far as records say so, and which of a person's rows, such as spells
 * of work, belong to that employer. Nobody else's fault is laid at an employer's door: a row that
 * cannot be told apart belongs to none. Thread-safe.
 */
@ApplicationScoped
class Workforce {
  /** Before every day of a record: a link that holds here is said for all days. */
  private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

  private final ApplicationTable applications;
  private final PersonTable persons;
  private final RecordTable table;
  private final Records records;
  private final Access access;

  Workforce(
      ApplicationTable applications,
      PersonTable persons,
      RecordTable table,
      Records records,
      Access access) {
    this.applications = applications;
    this.persons = persons;
    this.table = table;
    this.records = records;
    this.access = access;
  }

  /** {@code silent}: who does not consent; {@code elsewhere}: whose record another office keeps. */
  record Found(List<UUID> workers, int silent, int elsewhere) {}

  /** Those whose records name the employer and whom the caller may see. */
  Found of(UUID employer, Actor by, long version) {
    Set<UUID> linked = new LinkedHashSet<>();
    applications.linkedWith(employer).forEach(record -> linked.add(persons.standing(record)));
    List<UUID> workers = new ArrayList<>();
    int silent = 0;
    int elsewhere = 0;
    for (UUID record : linked) {
      Optional<RecordRow> row = table.find(record);
      boolean registered =
          persons.find(record).map(PersonRow::erasedAt).isEmpty()
              && persons.find(record).isPresent();
      if (row.isEmpty() || !registered) {
        continue;
      }
      if (!records.shows(record, version)) {
        silent++;
      } else if (!access.opens(by, row.get(), Visit.NONE)) {
        elsewhere++;
      } else {
        workers.add(record);
      }
    }
    return new Found(workers, silent, elsewhere);
  }

  /** The rows that belong to an employer by their paths; {@code unclear}: how many may or not. */
  record Own(Set<String> rows, int unclear) {}

  /** {@code root}: under which name an employer is linked with a person's record. */
  Own rows(
      UUID worker,
      Node person,
      UUID employer,
      String root,
      long version,
      Dictionary words,
      Now now) {
    Map<String, List<Spell>> lists = new HashMap<>();
    Set<LocalDate> days = new HashSet<>(Set.of(EVER));
    for (Relation relation : person.entity().relations()) {
      Rows rows = relation.many() ? person.list(relation) : null;
      for (Node row : rows == null ? List.<Node>of() : rows.rows()) {
        Spell spell = spell(row, now.today());
        lists.computeIfAbsent(relation.id(), list -> new ArrayList<>()).add(spell);
        days.add(spell.first());
        days.add(spell.last());
      }
    }
    Map<LocalDate, UUID> linked = records.linked(worker, root, days, version, words);
    boolean ever = employer.equals(linked.get(EVER));
    Set<String> own = new HashSet<>();
    int unclear = 0;
    for (List<Spell> spells : lists.values()) {
      List<Spell> all =
          spells.stream()
              .filter(s -> employer.equals(linked.get(s.first())))
              .filter(s -> employer.equals(linked.get(s.last())))
              .toList();
      List<Spell> kept = ever && spells.size() > 1 ? onlyRunning(all, now.today()) : all;
      kept.forEach(spell -> own.add(spell.path()));
      unclear += all.size() - kept.size();
    }
    return new Own(own, unclear);
  }

  /** From when to when a row is, as far as it says; the last day is today at the latest. */
  private record Spell(String path, LocalDate first, LocalDate last) {}

  private static Spell spell(Node row, LocalDate today) {
    LocalDate begins = day(row, row.entity().begins());
    LocalDate ends = day(row, row.entity().ends());
    LocalDate last = ends != null && ends.isBefore(today) ? ends : today;
    return new Spell(row.path(), begins == null || begins.isAfter(last) ? last : begins, last);
  }

  private static @Nullable LocalDate day(Node row, @Nullable String fact) {
    Entity entity = row.entity();
    Known known = fact == null ? null : entity.fact(fact).map(row::fact).orElse(null);
    return known instanceof Known.Value value && value.raw() != Raw.NEVER
        ? Raw.date(value.raw())
        : null;
  }

  /** Of several, a link for all days means the one that goes on, if there is one such only. */
  private static List<Spell> onlyRunning(List<Spell> spells, LocalDate today) {
    List<Spell> running = spells.stream().filter(s -> s.last().equals(today)).toList();
    return running.size() == 1 ? running : List.of();
  }
}
