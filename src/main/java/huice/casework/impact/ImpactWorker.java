package huice.casework.impact;

import huice.casework.Conflict;
import huice.casework.Texts;
import huice.model.Actor;
import huice.model.Text;
import huice.store.ImpactTable;
import huice.store.Journal;
import huice.store.LogKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Works comparisons off, one after the other, on a thread of its own. What comes of one is kept and
 * logged in one transaction. Safe to use from all threads.
 */
@Singleton
class ImpactWorker {
  private static final Logger LOG = Logger.getLogger(ImpactWorker.class);

  /** With their compiled releases in memory. */
  private static final int WAITING = 3;

  private final ImpactTable table;
  private final Journal journal;
  private final TransactionSynchronizationRegistry transactions;
  private final Semaphore room = new Semaphore(WAITING);
  private final Map<UUID, Integer> done = new ConcurrentHashMap<>();
  private final ExecutorService thread;

  ImpactWorker(
      ImpactTable table, Journal journal, TransactionSynchronizationRegistry transactions) {
    this.table = table;
    this.journal = journal;
    this.transactions = transactions;
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    this.thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread made = new Thread(work, "huice-impacts");
              made.setDaemon(true);
              made.setContextClassLoader(loader);
              return made;
            });
  }

  /** One comparison to be made. */
  record Job(ImpactTable.Row row, Actor actor, Comparing work, Clock clock) {}

  /** Starts once the running transaction is committed. */
  void afterCommit(Job job) {
    if (!room.tryAcquire()) {
      throw new Conflict(
          Text.of(
              "已有几次影响评估在等待，请等它们算完再发。",
              "Several impact assessments are waiting; send it after they are done."));
    }
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              thread.execute(() -> run(job));
            } else {
              room.release();
            }
          }
        });
  }

  @PreDestroy
  void stop() {
    thread.shutdownNow();
  }

  /** How many parties of a running comparison are done; 0 of one that is not this process's. */
  int done(UUID id) {
    return done.getOrDefault(id, 0);
  }

  private void run(Job job) {
    UUID id = job.row().id();
    try {
      Comparing.Found found =
          job.work()
              .run(
                  people -> QuarkusTransaction.requiringNew().run(() -> table.people(id, people)),
                  parties -> done.merge(id, parties, Math::max));
      QuarkusTransaction.requiringNew().run(() -> keep(job, found));
    } catch (RuntimeException e) {
      // Whatever it was, who asks must learn that nothing was kept. Its message may hold data.
      LOG.errorf("%s %s", id, e.getClass().getName());
      Instant at = job.clock().instant();
      QuarkusTransaction.requiringNew().run(() -> table.end(id, "stopped", null, at));
    } finally {
      done.remove(id);
      room.release();
    }
  }

  private void keep(Job job, Comparing.Found found) {
    Instant at = job.clock().instant();
    UUID id = job.row().id();
    table.end(id, "done", found.content(), at);
    for (Comparing.Difference difference : found.differences()) {
      table.add(
          new ImpactTable.Difference(
              id, difference.scheme(), difference.change(), difference.count()));
    }
    Map<String, Object> content = content(job.row());
    content.put("step", "impact-done");
    content.put("count", found.people());
    content.put("digest", digest(found.content()));
    journal.write(new Journal.Entry(at, LogKind.RELEASE, job.actor(), null, Texts.json(content)));
  }

  /** What every entry of the log says of it. */
  static Map<String, Object> content(ImpactTable.Row row) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("impact", row.id().toString());
    content.put("release", row.release());
    content.put("base", row.base());
    content.put("on", row.onDay().toString());
    content.put("people", row.invented() == null ? "registered" : "invented");
    return content;
  }

  private static String digest(String content) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
