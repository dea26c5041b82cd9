package huice.casework;

import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Evidence;
import huice.model.IdentityNumber;
import huice.model.Statement;
import huice.policy.GivenStatements;
import huice.policy.StatementReader;
import huice.store.RecordTable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Fills a service that knows nobody yet with people who were made up. Thread-safe. */
@ApplicationScoped
public class FirstPeople {
  private static final int SECONDS = 600;

  private final Bulk bulk;
  private final RecordTable records;
  private final Access access;
  private final LiveRelease live;

  FirstPeople(Bulk bulk, RecordTable records, Access access, LiveRelease live) {
    this.bulk = bulk;
    this.records = records;
    this.access = access;
    this.live = live;
  }

  /**
   * A person with a number, or an organisation with a code; {@code facts} in the form of a case,
   * {@code by} the account that records it.
   */
  public record Invented(
      Actor by,
      String entity,
      String name,
      @Nullable String number,
      @Nullable String code,
      @Nullable LocalDate registeredOn,
      Map<String, Object> facts) {}

  /** What two persons are to each other, by their numbers in the list of all, and what of it. */
  public record Pair(int first, int second, String entity, Map<String, Object> facts) {}

  /** Whether nobody is registered. */
  @Transactional
  public boolean nobody() {
    return !records.any(access.personEntity());
  }

  /** All in one transaction. */
  public void load(List<Invented> all, List<Pair> pairs, String why, Instant at) {
    CompiledRelease release = live.get();
    QuarkusTransaction.requiringNew()
        .timeout(SECONDS)
        .run(
            () -> {
              UUID[] records = things(release, all, why, at);
              pairs(release, all, pairs, records, why, at);
            });
  }

  private UUID[] things(CompiledRelease release, List<Invented> all, String why, Instant at) {
    UUID[] records = new UUID[all.size()];
    byActor(all.size(), i -> all.get(i).by())
        .forEach(
            (actor, numbers) -> {
              List<Bulk.Sheaf> sheaves =
                  numbers.stream().map(i -> sheaf(release, all.get(i), at)).toList();
              List<Bulk.Kept> kept = bulk.record(actor, release, sheaves, why, at, done -> {});
              for (int i = 0; i < kept.size(); i++) {
                records[numbers.get(i)] = kept.get(i).record();
              }
            });
    return records;
  }

  private static Bulk.Sheaf sheaf(CompiledRelease release, Invented one, Instant at) {
    LocalDate today = Days.of(at);
    List<Statement> said = said(release, one.entity(), one.facts(), today);
    String number = one.number();
    String code = one.code();
    if (number == null) {
      return new Bulk.Sheaf(
          code == null
              ? new Subject.Unnamed(one.entity())
              : new Subject.Named(one.entity(), one.name(), code),
          said);
    }
    LocalDate on = one.registeredOn() == null ? today : one.registeredOn();
    IdentityNumber identity = IdentityNumber.of(number, today).orElseThrow();
    return new Bulk.Sheaf(
        new Subject.Asking(
            new Registration(identity, one.name(), "zh", on, Persons.CHANNELS.get(0), on)),
        said);
  }

  private static List<Statement> said(
      CompiledRelease release, String entity, Map<String, Object> facts, LocalDate today) {
    Dictionary dictionary = release.source().dictionary();
    Entity root = dictionary.entity(entity).orElseThrow();
    StatementReader.Read read = GivenStatements.read(dictionary, root, facts, today);
    if (!read.faults().isEmpty()) {
      throw new IllegalStateException("the invented county: " + read.faults().get(0).message());
    }
    return read.said();
  }

  /** A pair's record leads to both persons, and theirs to it and to one another. */
  private void pairs(
      CompiledRelease release,
      List<Invented> all,
      List<Pair> pairs,
      UUID[] records,
      String why,
      Instant at) {
    List<String> roots = new ArrayList<>();
    release
        .source()
        .dictionary()
        .roots()
        .forEach(
            (root, entity) -> {
              if (entity.equals(access.personEntity())) {
                roots.add(root);
              }
            });
    byActor(pairs.size(), i -> all.get(pairs.get(i).first()).by())
        .forEach(
            (actor, numbers) -> {
              List<Bulk.Sheaf> made = new ArrayList<>();
              for (int i : numbers) {
                Pair pair = pairs.get(i);
                List<Statement> said =
                    new ArrayList<>(said(release, pair.entity(), pair.facts(), Days.of(at)));
                said.add(link(roots.get(0), records[pair.first()], at));
                said.add(link(roots.get(1), records[pair.second()], at));
                made.add(new Bulk.Sheaf(new Subject.Unnamed(pair.entity()), said));
              }
              List<Bulk.Kept> kept = bulk.record(actor, release, made, why, at, done -> {});
              List<Bulk.Sheaf> links = new ArrayList<>();
              for (int i = 0; i < numbers.size(); i++) {
                Pair pair = pairs.get(numbers.get(i));
                String root = root(release, pair.entity());
                UUID first = records[pair.first()];
                UUID second = records[pair.second()];
                Statement both = link(root, kept.get(i).record(), at);
                links.add(
                    new Bulk.Sheaf(
                        new Subject.Recorded(first),
                        List.of(both, link(roots.get(1), second, at))));
                links.add(
                    new Bulk.Sheaf(
                        new Subject.Recorded(second),
                        List.of(both, link(roots.get(1), first, at))));
              }
              bulk.record(actor, release, links, why, at, done -> {});
            });
  }

  private static String root(CompiledRelease release, String entity) {
    return Reading.root(release.source().dictionary(), entity).orElseThrow();
  }

  private static Statement link(String root, UUID record, Instant at) {
    return Statement.link(
        root, record, Evidence.DECLARED.source(), Evidence.DECLARED.quality(), Days.of(at));
  }

  private static Map<Actor, List<Integer>> byActor(int count, IntFunction<Actor> by) {
    Map<Actor, List<Integer>> numbers = new HashMap<>();
    for (int i = 0; i < count; i++) {
      numbers.computeIfAbsent(by.apply(i), actor -> new ArrayList<>()).add(i);
    }
    return numbers;
  }
}
