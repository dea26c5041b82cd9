package huice.casework.task;

import huice.casework.NotAllowed;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.store.TaskTable;
import huice.store.TaskTable.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How much an office will have to do in a month: counts only, of what is owed now and of how it
 * comes again. Thread-safe.
 */
@ApplicationScoped
public class Forecast {
  private static final int WEEK = 7;

  private final TaskTable table;

  Forecast(TaskTable table) {
    this.table = table;
  }

  /** Days of one week of the month, and how many tasks fall due in them. */
  @Schema(name = "ForecastWeek")
  public record Week(LocalDate from, LocalDate to, int count) {}

  /** How many of a kind fall due. */
  @Schema(name = "ForecastKind")
  public record Line(TaskKind kind, Text kindText, int count) {}

  /** {@code undated}: open tasks for which no day is set. */
  @Schema(name = "Forecast")
  public record Month(
      String office, YearMonth month, int total, List<Week> weeks, List<Line> kinds, int undated) {}

  @Transactional
  public Month of(YearMonth month, @Nullable String office, Actor by, Now now) {
    boolean own = office == null || office.equals(by.office());
    if (!own && by.role() != Role.AUDITOR) {
      throw new NotAllowed(Text.of("只看本机构的工作量", "only the own office's workload"));
    }
    String where = office == null ? by.office() : office;
    Map<LocalDate, Integer> days = new TreeMap<>();
    Map<TaskKind, Integer> kinds = new EnumMap<>(TaskKind.class);
    int undated = 0;
    for (Task task : table.open(where)) {
      undated += task.dueOn() == null ? 1 : 0;
      for (LocalDate day : days(task, month, now.today())) {
        days.merge(day, 1, Integer::sum);
        kinds.merge(TaskKind.of(task.kind()), 1, Integer::sum);
      }
    }
    List<Line> lines = new ArrayList<>();
    kinds.forEach((kind, count) -> lines.add(new Line(kind, kind.label(), count)));
    int total = days.values().stream().mapToInt(Integer::intValue).sum();
    return new Month(where, month, total, weeks(month, days), lines, undated);
  }

  /**
   * The days of a month on which a task falls due: what is late is done today, and what comes again
   * counts from when it was done.
   */
  static List<LocalDate> days(Task task, YearMonth month, LocalDate today) {
    LocalDate due = task.dueOn();
    List<LocalDate> days = new ArrayList<>();
    if (due == null) {
      return days;
    }
    LocalDate next = due.isBefore(today) ? today : due;
    String rhythm = task.rhythm();
    Period every = rhythm == null ? Period.ZERO : Period.parse(rhythm);
    while (!next.isAfter(month.atEndOfMonth())) {
      if (YearMonth.from(next).equals(month)) {
        days.add(next);
      }
      if (every.isZero() || every.isNegative()) {
        break;
      }
      next = next.plus(every);
    }
    return days;
  }

  private static List<Week> weeks(YearMonth month, Map<LocalDate, Integer> days) {
    List<Week> weeks = new ArrayList<>();
    LocalDate from = month.atDay(1);
    while (!from.isAfter(month.atEndOfMonth())) {
      LocalDate sunday = from.plusDays(WEEK - from.getDayOfWeek().getValue());
      LocalDate to = sunday.isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : sunday;
      int count = 0;
      for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
        count += days.getOrDefault(day, 0);
      }
      weeks.add(new Week(from, to, count));
      from = to.plusDays(1);
    }
    return weeks;
  }
}
