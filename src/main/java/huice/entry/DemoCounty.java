package huice.entry;

import huice.casework.Accounts;
import huice.casework.FirstPeople;
import huice.casework.FirstPeople.Invented;
import huice.casework.FirstPeople.Pair;
import huice.model.Actor;
import huice.simulation.Population;
import huice.simulation.Synthetic;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills an empty database with the invented county, so that there is something to try. */
@Singleton
class DemoCounty {
  private static final long SEED = 2024;
  private static final int PEOPLE = 2_000;
  private static final int EMPLOYERS = 100;

  /** Whoever of the demo records for each office. */
  private static final List<String> CASEWORKERS = List.of("caseworker-a", "caseworker-b");

  private final FirstPeople people;
  private final Accounts accounts;
  private final Clock clock;
  private final boolean wanted;

  DemoCounty(
      FirstPeople people,
      Accounts accounts,
      Clock clock,
      @ConfigProperty(name = "huice.demo") String demo) {
    this.people = people;
    this.accounts = accounts;
    this.clock = clock;
    this.wanted = !demo.equals("none");
  }

  /** Does it if it is wanted and nobody is registered; half of the people in each office. */
  void load(PrintStream out) {
    List<Actor> offices = new ArrayList<>();
    for (String name : CASEWORKERS) {
      accounts.named(name).ifPresent(account -> offices.add(account.actor()));
    }
    if (!wanted || offices.isEmpty() || !people.nobody()) {
      return;
    }
    long begun = System.nanoTime();
    out.println();
    out.print("正在装入虚构的一个县 Loading an invented county: " + PEOPLE + " + " + EMPLOYERS + " … ");
    out.flush();
    county(offices, PEOPLE, EMPLOYERS);
    out.println(Duration.ofNanos(System.nanoTime() - begun).toMillis() / 100 / 10.0 + " s");
  }

  void county(List<Actor> offices, int size, int employers) {
    Population county = new Population(SEED, LocalDate.now(clock));
    List<Invented> all = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < size; i += 2) {
      Actor by = offices.get(i / 2 % offices.size());
      int first = all.size();
      boolean both = add(all, by, county.person(i), numbers);
      both &= add(all, by, county.person(i + 1), numbers);
      Optional<Synthetic> couple = county.couple(i);
      if (both && couple.isPresent()) {
        pairs.add(new Pair(first, first + 1, couple.get().entity(), couple.get().facts()));
      }
    }
    for (int i = 0; i < employers; i++) {
      add(all, offices.get(i % offices.size()), county.employer(i), numbers);
    }
    people.load(all, pairs, "demo", clock.instant());
  }

  /** Two people may be drawn with the same number: the second is left out. */
  private static boolean add(List<Invented> all, Actor by, Synthetic one, Set<String> numbers) {
    if (one.number() != null && !numbers.add(one.number())) {
      return false;
    }
    all.add(
        new Invented(
            by,
            one.entity(),
            one.name(),
            one.number(),
            one.code(),
            one.registeredOn(),
            one.facts()));
    return true;
  }
}
