package huice.casework.run;

import huice.store.RunTable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Works a run off, batch by batch, on all processors, on threads that give way to those of the
 * desks. A run that breaks off is cut: the next goes on with it. Safe to use from all threads.
 */
@Singleton
class RunWorker {
  private static final Logger LOG = Logger.getLogger(RunWorker.class);

  private final RunTable table;
  private final RunBatch batches;
  private final TransactionSynchronizationRegistry transactions;
  private final ExecutorService leading;
  private final ExecutorService working;
  private final int processors = Math.max(1, Runtime.getRuntime().availableProcessors());
  private volatile boolean stopping;

  RunWorker(RunTable table, RunBatch batches, TransactionSynchronizationRegistry transactions) {
    this.table = table;
    this.batches = batches;
    this.transactions = transactions;
    this.leading = threads("huice-run", 1);
    this.working = threads("huice-run-batch", processors);
  }

  private static ExecutorService threads(String name, int count) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return Executors.newFixedThreadPool(
        count,
        work -> {
          Thread made = new Thread(work, name);
          made.setDaemon(true);
          made.setPriority(Thread.MIN_PRIORITY);
          made.setContextClassLoader(loader);
          return made;
        });
  }

  /** Starts once the running transaction is committed. */
  void afterCommit(RunBatch.Work work) {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              leading.execute(() -> run(work));
            }
          }
        });
  }

  @PreDestroy
  void stop() {
    stopping = true;
    leading.shutdownNow();
    working.shutdownNow();
  }

  private void run(RunBatch.Work work) {
    UUID id = work.run().id();
    try {
      long begun = System.nanoTime();
      attempt(work);
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                table.drop(id);
                table.state(id, "done", work.clock().instant());
              });
      LOG.infof("run %s: %d ms", id, (System.nanoTime() - begun) / 1_000_000);
    } catch (RuntimeException | ExecutionException e) {
      // Whatever it was, what is done stays done. Its message may hold data.
      LOG.errorf("run %s broke off: %s", id, kind(e));
      if (!stopping) {
        QuarkusTransaction.requiringNew().run(() -> table.state(id, "cut", null));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String kind(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    StackTraceElement[] trace = cause.getStackTrace();
    return cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private void attempt(RunBatch.Work work) throws InterruptedException, ExecutionException {
    Set<Integer> done = QuarkusTransaction.requiringNew().call(() -> table.done(work.run().id()));
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> parts = new ArrayList<>();
    for (int i = 0; i < processors; i++) {
      parts.add(working.submit(() -> batches(work, next, done)));
    }
    ExecutionException broken = null;
    for (Future<?> part : parts) {
      try {
        part.get();
      } catch (ExecutionException e) {
        broken = e;
      }
    }
    if (broken != null) {
      throw broken;
    }
  }

  private void batches(RunBatch.Work work, AtomicInteger next, Set<Integer> done) {
    for (int no = next.getAndIncrement();
        no < work.run().batches() && !Thread.currentThread().isInterrupted();
        no = next.getAndIncrement()) {
      if (!done.contains(no)) {
        one(work, no, next);
      }
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("stopped");
    }
  }

  /** After a batch that breaks off, no other is begun. */
  private void one(RunBatch.Work work, int no, AtomicInteger next) {
    boolean good = false;
    try {
      batches.run(work, no);
      good = true;
    } finally {
      if (!good) {
        next.set(work.run().batches());
      }
    }
  }
}
