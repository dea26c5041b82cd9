package huice.casework;

import huice.model.Actor;
import huice.model.Text;
import huice.store.CountyRow;
import huice.store.CountyTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which invented counties there are. Where anything real is registered, none is added: nobody may
 * ever take the one for the other. Thread-safe.
 */
@ApplicationScoped
public class Counties {
  /** So many people at most, as their numbers tell no more apart. */
  private static final int MOST = 10_000_000;

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  private final CountyTable table;
  private final Access access;

  Counties(CountyTable table, Access access) {
    this.table = table;
    this.access = access;
  }

  /** A county: so many people from the number {@code first} on, for a day. */
  public record County(UUID id, long seed, LocalDate day, int first, int people, String state) {
    static County of(CountyRow row) {
      return new County(row.id(), row.seed(), row.day(), row.first(), row.people(), row.state());
    }
  }

  /** Marks what was being made when the service ended. For the start only. */
  @Transactional
  public int cutOff() {
    return table.cutRunning();
  }

  /**
   * A new county after those that are there, or the one of the same seed and size that was cut off.
   *
   * @throws Conflict where somebody real is registered, or while another is being made
   */
  @Transactional
  public County begin(Actor actor, long seed, int people, LocalDate day, Instant at) {
    if (day.isBefore(FIRST) || day.isAfter(Days.of(at))) {
      throw new Invalid(
          "/on",
          Text.of("日期不合适", "not a day that can be taken"),
          Text.of("请写不晚于今天的日期", "write a day not after today"));
    }
    table.lock();
    if (table.real(List.of(access.personEntity()))) {
      throw new Conflict(
          Text.of(
              "这里有真实的登记，不能混入虚构的人。",
              "Somebody real is registered here; made-up people must not be mixed in."));
    }
    List<CountyRow> all = table.all();
    if (all.stream().anyMatch(row -> row.state().equals("running"))) {
      throw new Conflict(
          Text.of("正在装入另一个虚构的县，请等它办完。", "Another county is being made; wait until it is done."));
    }
    Optional<CountyRow> cut =
        all.stream()
            .filter(row -> row.state().equals("cut"))
            .filter(row -> row.seed() == seed && row.people() == people)
            .findFirst();
    if (cut.isPresent()) {
      table.state(cut.get().id(), "running", null);
      return County.of(cut.get());
    }
    long first = all.stream().mapToLong(row -> row.first() + row.people()).max().orElse(0);
    first += first % 2;
    if (people < 1 || first + people > MOST) {
      throw new Invalid(
          "/people",
          Text.of("人数不合适", "not a number of people that can be made"),
          Text.of("至多还有 " + (MOST - first), "at most " + (MOST - first)));
    }
    CountyRow row =
        new CountyRow(
            UUID.randomUUID(), seed, day, (int) first, people, "running", at, actor.id(), null);
    table.add(row);
    return County.of(row);
  }

  /** How it ended: done, or cut. */
  @Transactional
  public void end(UUID id, boolean done, Instant at) {
    table.state(id, done ? "done" : "cut", done ? at : null);
  }

  /** The county of an id. */
  @Transactional
  public County find(UUID id) {
    return table
        .find(id)
        .map(County::of)
        .orElseThrow(() -> new Absent(Text.of("没有这个虚构的县", "there is no such county")));
  }
}
