package huice.entry.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Where checks are worked out: on threads of their own, so many at once and so many waiting, so
 * that no number of checks keeps the other addresses from answering. Safe to use from all threads.
 */
@Singleton
class CheckWorkers {
  private static final int WAITING = 64;

  private final ThreadPoolExecutor threads;

  /** One check a processor. */
  @Inject
  CheckWorkers() {
    this(Runtime.getRuntime().availableProcessors(), WAITING);
  }

  CheckWorkers(int atOnce, int waiting) {
    AtomicInteger number = new AtomicInteger();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            work -> {
              Thread thread = new Thread(work, "huice-check-" + number.incrementAndGet());
              thread.setDaemon(true);
              thread.setContextClassLoader(loader);
              return thread;
            });
  }

  /** The answer once it is worked out; {@link Refused} as busy when too many wait already. */
  <T> Uni<T> run(Supplier<T> check) {
    return Uni.createFrom()
        .item(check)
        .runSubscriptionOn(threads)
        .onFailure(RejectedExecutionException.class)
        .transform(full -> busy());
  }

  private static Refused busy() {
    return new Refused(ProblemKind.BUSY, ProblemKind.BUSY.remedy(), List.of());
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
