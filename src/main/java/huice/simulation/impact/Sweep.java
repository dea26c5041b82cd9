package huice.simulation.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Goes over a population part by part on all processors. The parts are handed out in order, each
 * thread counts for itself, and the counts are added: the result is the same for any number of
 * threads. Little is held at a time, however many people there are.
 */
final class Sweep {
  /** Even, so that two who are married are in one part. */
  private static final int PART = 500;

  private final People people;
  private final Counting counting;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  Sweep(People people, Counting counting) {
    this.people = people;
    this.counting = counting;
  }

  Counted run(IntConsumer progress) {
    int threads = Runtime.getRuntime().availableProcessors();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "huice-impact");
              thread.setDaemon(true);
              thread.setContextClassLoader(loader);
              return thread;
            });
    try {
      List<Future<Counted>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(pool.submit(() -> work(progress)));
      }
      Counted all = new Counted(counting.cases());
      for (Future<Counted> part : parts) {
        all.add(part.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } finally {
      pool.shutdownNow();
    }
  }

  private Counted work(IntConsumer progress) {
    Counted counted = new Counted(counting.cases());
    int size = people.size();
    for (int from = next.getAndAdd(PART); from < size; from = next.getAndAdd(PART)) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted");
      }
      int to = Math.min(size, from + PART);
      counting.count(people, from, to, counted);
      progress.accept(done.addAndGet(to - from));
    }
    return counted;
  }
}
