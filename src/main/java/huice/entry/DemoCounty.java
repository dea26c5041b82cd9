package huice.entry;

import huice.casework.Accounts;
import huice.casework.Counties;
import huice.casework.InventedPeople;
import huice.model.Actor;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills an empty database with the invented county, so that there is something to try. */
@Singleton
class DemoCounty {
  private static final long SEED = 2024;
  private static final int PEOPLE = 2_000;

  /** Whoever of the demo records for each office. */
  private static final List<String> CASEWORKERS = List.of("caseworker-a", "caseworker-b");

  private final InventedPeople people;
  private final InventedCounty county;
  private final Counties counties;
  private final Accounts accounts;
  private final Clock clock;
  private final boolean wanted;

  DemoCounty(
      InventedPeople people,
      InventedCounty county,
      Counties counties,
      Accounts accounts,
      Clock clock,
      @ConfigProperty(name = "huice.demo") String demo) {
    this.people = people;
    this.county = county;
    this.counties = counties;
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
    out.print("正在装入虚构的一个县 Loading an invented county: " + PEOPLE + " … ");
    out.flush();
    Counties.County made =
        counties.begin(offices.get(0), SEED, PEOPLE, LocalDate.now(clock), clock.instant());
    county.make(made, offices, clock);
    counties.end(made.id(), true, clock.instant());
    out.println(Duration.ofNanos(System.nanoTime() - begun).toMillis() / 100 / 10.0 + " s");
  }
}
