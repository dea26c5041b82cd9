package huice.casework;

import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.model.Dictionary;
import huice.model.Text;
import huice.policy.ImportFault;
import huice.policy.ImportForm;
import huice.store.ImportRow;
import huice.store.ImportTable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works imports off, one after the other, on a thread of its own. An import and its end are one
 * transaction; how far it is is told from memory, as whoever records holds up all others and must
 * not wait for a second connection, which they may have. Safe to use from all threads.
 */
@Singleton
class ImportWorker {
  private static final Logger LOG = Logger.getLogger(ImportWorker.class);

  /** With their tables in memory. */
  private static final int WAITING = 4;

  private static final int SECONDS = 600;

  private final ImportTable table;
  private final ImportKinds kinds;
  private final LiveRelease live;
  private final Bulk bulk;
  private final TransactionSynchronizationRegistry transactions;
  private final Semaphore room = new Semaphore(WAITING);
  private final Map<UUID, Integer> done = new ConcurrentHashMap<>();
  private final ExecutorService thread;

  ImportWorker(
      ImportTable table,
      ImportKinds kinds,
      LiveRelease live,
      Bulk bulk,
      TransactionSynchronizationRegistry transactions) {
    this.table = table;
    this.kinds = kinds;
    this.live = live;
    this.bulk = bulk;
    this.transactions = transactions;
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    this.thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread made = new Thread(work, "huice-import");
              made.setDaemon(true);
              made.setContextClassLoader(loader);
              return made;
            });
  }

  /** One import to be done. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Work(
      ImportRow job, Actor actor, boolean xlsx, byte[] bytes, @Nullable UUID claim, Clock clock) {}

  /** Starts once the running transaction is committed. */
  void afterCommit(Work work) {
    if (!room.tryAcquire()) {
      throw new Conflict(
          Text.of(
              "已有几次导入在等待，请等它们办完再发。", "Several imports are waiting; send it after they are done."));
    }
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              thread.execute(() -> run(work));
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

  /** How many rows of a running import are done; 0 of one that this process does not work off. */
  int done(UUID job) {
    return done.getOrDefault(job, 0);
  }

  private void run(Work work) {
    try {
      attempt(work);
    } catch (RuntimeException e) {
      // Whatever it was, who asks must learn that nothing was kept. Its message may hold data.
      LOG.errorf("%s %s", work.job().id(), e.getClass().getName());
      Text what = Text.of("程序内部错误，没有保存任何内容", "an error inside the program; nothing was kept");
      Text instead = Text.of("请告诉维护人员这次导入的 id", "tell the operators the id of this import");
      List<ImportFault> faults = List.of(new ImportFault(0, "", what, instead));
      QuarkusTransaction.requiringNew()
          .run(() -> end(work, new End("stopped", 0, 0, 0, 0, faults)));
    } finally {
      done.remove(work.job().id());
      room.release();
    }
  }

  private void attempt(Work work) {
    CompiledRelease release = live.get();
    Dictionary dictionary = release.source().dictionary();
    ImportKind kind = kinds.find(release, work.job().kind()).orElseThrow();
    ImportRows rows = new ImportRows(kind, dictionary, Days.of(work.job().begunAt()), work.claim());
    ImportForm.Read read = rows.form().read(work.bytes(), work.xlsx());
    int total = read.rows().size();
    QuarkusTransaction.requiringNew().run(() -> table.total(work.job().id(), total));
    read.rows().forEach(rows::take);
    List<ImportFault> faults = new ArrayList<>(read.faults());
    faults.addAll(rows.faults());
    try {
      record(work, release, rows.made(), total, faults.isEmpty());
      if (faults.isEmpty()) {
        return;
      }
    } catch (Bulk.Faulty e) {
      faults.addAll(placed(e.faults(), rows));
    }
    faults.sort(Comparator.comparingInt(ImportFault::row));
    QuarkusTransaction.requiringNew()
        .run(() -> end(work, new End("refused", total, 0, 0, 0, faults)));
  }

  /** Nothing is kept unless {@code keep}: then only what else is wrong is of interest. */
  private void record(
      Work work, CompiledRelease release, List<ImportRows.Made> made, int total, boolean keep) {
    List<Bulk.Sheaf> sheaves =
        made.stream().map(one -> new Bulk.Sheaf(one.subject(), one.said())).toList();
    UUID job = work.job().id();
    Instant at = work.job().begunAt();
    IntConsumer progress =
        sheaf -> done.put(job, (int) ((long) total * sheaf / Math.max(1, made.size())));
    QuarkusTransaction.requiringNew()
        .timeout(SECONDS)
        .run(
            () -> {
              if (keep) {
                end(
                    work,
                    total,
                    bulk.record(work.actor(), release, sheaves, job.toString(), at, progress));
              } else {
                bulk.check(work.actor(), release, sheaves, at, progress);
              }
            });
  }

  private static List<ImportFault> placed(List<Bulk.Fault> faults, ImportRows rows) {
    List<ImportRows.Made> made = rows.made();
    List<ImportFault> placed = new ArrayList<>();
    for (Bulk.Fault fault : faults) {
      ImportRows.Made one = made.get(fault.sheaf());
      boolean whole = fault.statement() < 0 || fault.statement() >= one.places().size();
      ImportRows.Place place =
          whole
              ? new ImportRows.Place(one.row(), rows.head())
              : one.places().get(fault.statement());
      placed.add(new ImportFault(place.row(), place.head(), fault.what(), fault.instead()));
    }
    return placed;
  }

  /** How an import ended. */
  private record End(
      String state, int total, int done, int added, int known, List<ImportFault> faults) {}

  private void end(Work work, int total, List<Bulk.Kept> kept) {
    int added = (int) kept.stream().filter(Bulk.Kept::fresh).count();
    end(work, new End("done", total, total, added, kept.size() - added, List.of()));
  }

  private void end(Work work, End end) {
    ImportRow job = work.job();
    ImportRow row =
        new ImportRow(
            job.id(),
            job.kind(),
            job.begunAt(),
            job.begunBy(),
            end.state(),
            end.total(),
            end.done(),
            end.added(),
            end.known(),
            end.faults().size(),
            Imports.problems(end.faults()),
            work.clock().instant());
    table.change(row);
  }
}
