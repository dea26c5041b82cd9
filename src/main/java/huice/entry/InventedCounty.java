package huice.entry;

import huice.casework.Counties;
import huice.casework.Counties.County;
import huice.casework.InventedPeople;
import huice.casework.InventedPeople.Invented;
import huice.model.Actor;
import huice.simulation.Population;
import huice.simulation.Synthetic;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Draws an invented county and registers it, piece by piece on all processors, so that nothing of
 * its size is ever in memory. What was cut off goes on where it was. Safe to use from all threads.
 */
@Singleton
public class InventedCounty {
  private static final Logger LOG = Logger.getLogger(InventedCounty.class);

  /** Pairs, or organisations, that are registered together. */
  private static final int TOGETHER = 250;

  private final InventedPeople people;
  private final Counties counties;
  private final Map<UUID, AtomicInteger> done = new ConcurrentHashMap<>();
  private final int processors = Math.max(1, Runtime.getRuntime().availableProcessors());
  private final ExecutorService leading = threads("huice-county", 1);
  private final ExecutorService working = threads("huice-county-part", processors);

  InventedCounty(InventedPeople people, Counties counties) {
    this.people = people;
    this.counties = counties;
  }

  private static ExecutorService threads(String name, int count) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return Executors.newFixedThreadPool(
        count,
        work -> {
          Thread made = new Thread(work, name);
          made.setDaemon(true);
          made.setContextClassLoader(loader);
          return made;
        });
  }

  @PreDestroy
  void stop() {
    leading.shutdownNow();
    working.shutdownNow();
  }

  /** How many people of a county that is being made are there; all of any other. */
  public int done(County county) {
    AtomicInteger so = done.get(county.id());
    return so == null
        ? county.state().equals("done") ? county.people() : 0
        : Math.min(so.get(), county.people());
  }

  /** Begins to make it; {@code offices} record it by turns. */
  public void begin(County county, List<Actor> offices, Clock clock) {
    done.put(county.id(), new AtomicInteger());
    leading.execute(() -> run(county, offices, clock));
  }

  private void run(County county, List<Actor> offices, Clock clock) {
    boolean good = false;
    try {
      make(county, offices, clock);
      good = true;
    } catch (RuntimeException e) {
      LOG.errorf(e, "county %s broke off", county.id());
    } finally {
      counties.end(county.id(), good, clock.instant());
      done.remove(county.id());
    }
  }

  /** Makes it now. */
  void make(County county, List<Actor> offices, Clock clock) {
    Population population =
        new Population(county.seed(), county.day(), county.first(), county.people());
    parts(
        population.organisations(),
        (from, to) -> {
          List<Synthetic> some = new ArrayList<>();
          for (int i = from; i < to; i++) {
            some.add(population.organisation(i));
          }
          return some;
        },
        county,
        offices,
        clock);
    parts(
        population.pairs(),
        (from, to) -> {
          List<Synthetic> some = new ArrayList<>();
          for (int i = from; i < to; i++) {
            some.addAll(population.pair(i));
          }
          return some;
        },
        county,
        offices,
        clock);
  }

  /** Draws what has the numbers of a range. */
  private interface Drawn {
    List<Synthetic> of(int from, int to);
  }

  private void parts(int all, Drawn drawn, County county, List<Actor> offices, Clock clock) {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> threads = new ArrayList<>();
    for (int i = 0; i < processors; i++) {
      threads.add(
          working.submit(
              () -> {
                for (int part = next.getAndIncrement();
                    part * TOGETHER < all;
                    part = next.getAndIncrement()) {
                  Actor by = offices.get(part % offices.size());
                  int to = Math.min(all, (part + 1) * TOGETHER);
                  part(drawn.of(part * TOGETHER, to), county, by, clock);
                }
              }));
    }
    try {
      for (Future<?> thread : threads) {
        thread.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("a part of the county cannot be made", e);
    }
  }

  private void part(List<Synthetic> drawn, County county, Actor by, Clock clock) {
    List<Invented> some =
        drawn.stream()
            .map(
                one ->
                    new Invented(
                        by,
                        one.id(),
                        one.entity(),
                        one.name(),
                        one.number(),
                        one.code(),
                        one.registeredOn(),
                        one.links(),
                        one.facts()))
            .toList();
    people.load(some, county.id().toString(), clock.instant());
    AtomicInteger so = done.get(county.id());
    if (so != null) {
      so.addAndGet((int) some.stream().filter(one -> one.number() != null).count());
    }
  }
}
