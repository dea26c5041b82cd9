package huice.casework.run;

import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.Releases;
import huice.engine.CompiledRelease;
import huice.model.Actor;
import huice.model.Text;
import huice.store.RunRow;
import huice.store.RunTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Runs over everybody: begun, gone on with, and how they stand. Thread-safe. */
@ApplicationScoped
public class Runs {
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  private final RunTable table;
  private final Releases releases;
  private final RunWorker worker;
  private final int most;

  Runs(
      RunTable table,
      Releases releases,
      RunWorker worker,
      @ConfigProperty(name = "huice.runs.batch", defaultValue = "4000") int most) {
    this.table = table;
    this.releases = releases;
    this.worker = worker;
    this.most = most;
  }

  /**
   * What to run. {@code on} is the day for which is assessed; {@code scheme} null for all; {@code
   * all} assesses everybody, otherwise only what changed since.
   */
  public record Order(LocalDate on, @Nullable String scheme, boolean all) {}

  /** Marks what ran when the service ended; the next run goes on with it. For the start only. */
  @Transactional
  public int cutOff() {
    return table.cutRunning();
  }

  /**
   * Begins a run once the running transaction has ended well, or goes on with the one that was cut
   * off and is the same.
   *
   * @throws Conflict when one is running
   * @throws Invalid when there is no such scheme
   */
  @Transactional
  public RunView begin(Actor actor, Order order, Clock clock) {
    return begin(actor, order, releases.live(), clock);
  }

  /** By any release, for tests of what changed. */
  @Transactional
  RunView begin(Actor actor, Order order, CompiledRelease release, Clock clock) {
    check(order, release);
    table.lock();
    Basis basis = Basis.of(release);
    int number = table.basis(basis.digest(), basis.text());
    Optional<RunRow> same = Optional.empty();
    boolean all = order.all();
    for (RunRow row : table.unfinished()) {
      if (row.state().equals("running")) {
        throw new Conflict(
            Text.of("已有一次测算正在进行，请等它办完。", "A run is under way; wait until it is done."));
      }
      if (same(row, order, release, number)) {
        same = Optional.of(row);
      } else {
        // Of a run over everybody all would be given back: the next one is over everybody as well.
        if (row.whole() && row.scheme() == null && order.scheme() == null) {
          all = true;
        } else {
          table.giveBack(row);
        }
        table.state(row.id(), "stopped", clock.instant());
      }
    }
    RunRow run =
        same.isPresent()
            ? same.get()
            : added(actor, new Order(order.on(), order.scheme(), all), release, number, clock);
    table.state(run.id(), "running", null);
    worker.afterCommit(new RunBatch.Work(run, release, basis, actor, clock));
    return RunView.of(table.find(run.id()).orElseThrow());
  }

  private boolean same(RunRow row, Order order, CompiledRelease release, int basis) {
    return row.onDay().equals(order.on())
        && Objects.equals(row.scheme(), order.scheme())
        && (row.whole() || !order.all())
        && row.basis() == basis
        && madeHere(row)
        && row.release().equals(release.digest());
  }

  private static void check(Order order, CompiledRelease release) {
    if (order.on().isBefore(FIRST) || order.on().isAfter(LAST)) {
      throw new Invalid(
          "/on",
          Text.of("日期不合适", "not a day that can be assessed for"),
          Text.of("请写 " + FIRST + " 至 " + LAST, "write a day from " + FIRST + " to " + LAST));
    }
    String scheme = order.scheme();
    if (scheme != null && release.schemes().stream().noneMatch(s -> s.id().equals(scheme))) {
      throw new Invalid(
          "/scheme",
          Text.of("没有这个项目", "there is no such scheme"),
          Text.of("请写项目的代码，如 GET /api/register 所列", "write its id, as GET /api/register lists"));
    }
  }

  private RunRow added(Actor actor, Order order, CompiledRelease release, int basis, Clock clock) {
    UUID id = UUID.randomUUID();
    boolean whole = whole(order, basis);
    int people;
    if (whole) {
      people = (int) table.everybody();
      if (order.scheme() == null) {
        table.takeAll();
      }
    } else {
      people = table.takeChanged(id, order.on());
    }
    RunRow row =
        new RunRow(
            id,
            order.on(),
            order.scheme(),
            whole,
            "cut",
            release.digest(),
            basis,
            releases.program(),
            releases.drools(),
            people,
            Math.max(1, (people + most - 1) / most),
            clock.instant(),
            actor.id(),
            null,
            0,
            0);
    table.add(row);
    return row;
  }

  /** Everybody, unless all that is kept was made by the same rules and for no later day. */
  private boolean whole(Order order, int basis) {
    if (order.all() || order.scheme() != null) {
      return true;
    }
    return table
        .lastOfAll()
        .filter(last -> last.basis() == basis && !last.onDay().isAfter(order.on()))
        .filter(this::madeHere)
        .isEmpty();
  }

  /** By this program: another may make another thing of the same rules. */
  private boolean madeHere(RunRow row) {
    return row.program().equals(releases.program()) && row.drools().equals(releases.drools());
  }

  /** The latest runs, the last first. */
  @Transactional
  public List<RunView> latest(int count) {
    return table.latest(count).stream().map(RunView::of).toList();
  }

  /**
   * How a run stands.
   *
   * @throws Absent when there is none
   */
  @Transactional
  public RunView find(UUID id) {
    return table
        .find(id)
        .map(RunView::of)
        .orElseThrow(() -> new Absent(Text.of("没有这次测算", "there is no such run")));
  }
}
