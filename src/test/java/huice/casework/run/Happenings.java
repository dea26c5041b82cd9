package huice.casework.run;

import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.Consents;
import huice.casework.Erasure;
import huice.casework.Invalid;
import huice.casework.Merges;
import huice.casework.NotAllowed;
import huice.casework.Records;
import huice.casework.Visit;
import huice.functional.Owner;
import huice.model.Actor;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Quality;
import huice.model.Statement;
import huice.policy.GivenStatements;
import huice.simulation.Population;
import huice.simulation.Synthetic;
import io.quarkus.arc.Arc;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * What can happen to the people of a small county, at random: facts are said, corrected, said for
 * later days only; people are linked, merged, erased, consent or not; days pass. What is refused
 * has not happened.
 */
final class Happenings {
  private final Records records = bean(Records.class);
  private final Consents consents = bean(Consents.class);
  private final Merges merges = bean(Merges.class);
  private final Erasure erasure = bean(Erasure.class);
  private final Random random;
  private final Dictionary dictionary;
  private final Population donors;
  private final Actor actor;
  private final List<UUID> people;
  private final Map<String, List<UUID>> others = new HashMap<>();
  private final List<UUID[]> merged = new ArrayList<>();
  LocalDate day;

  Happenings(long seed, Dictionary dictionary, Actor actor, List<UUID> people, LocalDate day) {
    this.random = new Random(seed);
    this.dictionary = dictionary;
    this.donors = new Population(seed + 1, day, 0, 4_000);
    this.actor = actor;
    this.people = new ArrayList<>(people);
    this.day = day;
  }

  private static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }

  /** A record that persons may be linked with. */
  void other(String entity, UUID record) {
    others.computeIfAbsent(entity, e -> new ArrayList<>()).add(record);
  }

  Instant at() {
    return day.atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }

  int next(int bound) {
    return random.nextInt(bound);
  }

  /** One thing happens; its name. */
  String happen() throws SQLException {
    String what = choose();
    try {
      happen(what);
      return what;
    } catch (Invalid | Conflict | Absent | NotAllowed refused) {
      return what + " refused";
    }
  }

  private String choose() {
    String[] all = {
      "said",
      "said",
      "said",
      "said for days",
      "organisation",
      "gone",
      "linked",
      "linked",
      "unlinked",
      "consent ended",
      "consent given",
      "untold",
      "told",
      "merged",
      "unmerged",
      "erased",
      "days",
      "days",
      "weeks"
    };
    return all[next(all.length)];
  }

  private void happen(String what) throws SQLException {
    UUID person = people.get(next(people.size()));
    switch (what) {
      case "said" -> record(person, some(donor(true)));
      case "said for days" -> record(person, some(donor(true)).stream().map(this::dated).toList());
      case "organisation" -> organisation();
      case "gone" -> gone(person);
      case "linked" -> linked(person);
      case "unlinked" -> record(person, List.of(none(root())));
      case "consent ended" -> consents.end(actor, person, day, null, Visit.NONE, at());
      case "consent given" -> consents.give(actor, person, day, null, Visit.NONE, at());
      case "untold" -> told(person, false);
      case "told" -> told(person, true);
      case "merged" -> {
        UUID other = people.get(next(people.size()));
        merges.merge(actor, person, other, "test", Visit.NONE, at());
        merged.add(new UUID[] {person, other});
      }
      case "unmerged" -> {
        if (!merged.isEmpty()) {
          UUID[] two = merged.remove(next(merged.size()));
          merges.unmerge(actor, two[0], two[1], "test", Visit.NONE, at());
        }
      }
      case "erased" -> {
        if (next(4) == 0) {
          erasure.erase(actor, person, "test", at());
        }
      }
      case "days" -> day = day.plusDays(next(4));
      default -> day = day.plusDays(next(40));
    }
  }

  private void record(UUID record, List<Statement> said) {
    if (!said.isEmpty()) {
      records.record(actor, record, said, at());
    }
  }

  private Synthetic donor(boolean person) {
    List<Synthetic> pair = donors.pair(next(donors.pairs()));
    return person ? pair.get(pair.size() - 1) : donors.organisation(next(donors.organisations()));
  }

  /** What is said of one fact or list of somebody. */
  private List<Statement> some(Synthetic donor) {
    if (donor.facts().isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>(donor.facts().keySet());
    String name = names.get(next(names.size()));
    Entity entity = dictionary.entity(donor.entity()).orElseThrow();
    return GivenStatements.read(dictionary, entity, Map.of(name, donor.facts().get(name)), day)
        .said();
  }

  private Statement dated(Statement said) {
    LocalDate from = next(2) == 0 ? null : day.plusDays(next(60) - 20);
    LocalDate to = next(2) == 0 ? null : (from == null ? day : from).plusDays(next(40));
    return said.kind() == Statement.Kind.ROW
        ? said
        : new Statement(
            said.path(),
            said.kind(),
            said.value(),
            said.source(),
            said.quality(),
            said.obtained(),
            from,
            to,
            said.until(),
            next(8) == 0,
            null,
            null);
  }

  private void organisation() {
    Synthetic donor = donor(false);
    List<UUID> known = others.getOrDefault(donor.entity(), List.of());
    if (!known.isEmpty()) {
      record(known.get(next(known.size())), some(donor));
    }
  }

  /** Something that was said turns out to be a mistake. */
  private void gone(UUID person) throws SQLException {
    try (Owner owner = new Owner()) {
      String one =
          owner.one(
              "select coalesce((select seq || ' ' || path from fact where record = '"
                  + person
                  + "' and path not like '@%' order by md5(seq::text || '"
                  + next(1000)
                  + "') limit 1), '')");
      if (!one.isEmpty()) {
        String[] parts = one.split(" ");
        record(
            person,
            List.of(
                new Statement(
                    parts[1],
                    Statement.Kind.GONE,
                    null,
                    "person",
                    Quality.DECLARED,
                    day,
                    null,
                    null,
                    null,
                    false,
                    Long.valueOf(parts[0]),
                    "test")));
      }
    }
  }

  private String root() {
    List<String> roots = new ArrayList<>(dictionary.roots().keySet());
    return roots.get(1 + next(roots.size() - 1));
  }

  private void linked(UUID person) {
    String root = root();
    String entity = dictionary.roots().get(root);
    List<UUID> known = entity.equals("worker") ? people : others.getOrDefault(entity, List.of());
    if (!known.isEmpty()) {
      UUID target = known.get(next(known.size()));
      Statement link = Statement.link(root, target, "person", Quality.DECLARED, day);
      record(person, List.of(next(3) == 0 ? dated(link) : link));
    }
  }

  private Statement none(String root) {
    return Statement.none(root, "person", Quality.DECLARED, day);
  }

  private static void told(UUID person, boolean told) throws SQLException {
    try (Owner owner = new Owner()) {
      owner.run("update person set told = " + told + " where id = '" + person + "'");
    }
  }
}
