package huice.casework.run;

import huice.casework.InventedPeople;
import huice.casework.InventedPeople.Invented;
import huice.model.Actor;
import huice.simulation.Population;
import huice.simulation.Synthetic;
import io.quarkus.arc.Arc;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Some invented people in the test database. */
final class SmallCounty {
  /** Far from what other tests take. */
  private static final AtomicInteger NEXT = new AtomicInteger(2_000_000);

  private SmallCounty() {}

  /** Registers so many people with what they are linked with; the persons' ids. */
  static List<UUID> of(int size, long seed, LocalDate day, Actor by, Instant at) {
    Population population = new Population(seed, day, NEXT.getAndAdd(2 * size), size);
    List<Synthetic> all = new ArrayList<>();
    for (int i = 0; i < population.organisations(); i++) {
      all.add(population.organisation(i));
    }
    for (int i = 0; i < population.pairs(); i++) {
      all.addAll(population.pair(i));
    }
    people().load(all.stream().map(one -> invented(one, by)).toList(), "test", at);
    return all.stream().filter(one -> one.number() != null).map(Synthetic::id).toList();
  }

  private static Invented invented(Synthetic one, Actor by) {
    return new Invented(
        by,
        one.id(),
        one.entity(),
        one.name(),
        one.number(),
        one.code(),
        one.registeredOn(),
        one.links(),
        one.facts());
  }

  private static InventedPeople people() {
    return Arc.container().instance(InventedPeople.class).get();
  }
}
