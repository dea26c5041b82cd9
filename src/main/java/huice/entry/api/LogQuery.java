package huice.entry.api;

import huice.casework.LogReading;
import huice.entry.api.ProblemDetails.Fault;
import huice.explain.Nearest;
import huice.model.Text;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked of the log, read with all faults at once. */
final class LogQuery {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final List<String> PAGE = List.of("from", "to", "kind", "after", "limit");
  private static final List<String> LOT = List.of("seed", "n");
  private static final int MOST = 500;
  private static final int USUAL_PAGE = 100;
  private static final int USUAL_LOT = 50;

  private final List<Fault> faults;

  private LogQuery(List<Fault> unknown) {
    faults = new ArrayList<>(unknown);
  }

  /** What a sample is drawn by. */
  record Lot(long seed, int size) {}

  static LogReading.Wanted wanted(
      UriInfo address,
      @Nullable String from,
      @Nullable String to,
      @Nullable String kind,
      @Nullable String after,
      @Nullable String limit) {
    LogQuery query = new LogQuery(Query.unknown(address, PAGE));
    Instant first = query.midnight("from", from, 0);
    Instant tooLate = query.midnight("to", to, 1);
    if (kind != null && !LogReading.kinds().contains(kind)) {
      query.faults.add(
          Fault.inQuery(
              "kind",
              Text.of("没有这个种类", "there is no such kind"),
              Nearest.instead(kind, LogReading.kinds())));
    }
    long past = query.number("after", after, 0, 0, Long.MAX_VALUE);
    int most = (int) query.number("limit", limit, USUAL_PAGE, 1, MOST);
    query.refuseFaults();
    return new LogReading.Wanted(first, tooLate, kind, past, most);
  }

  static Lot lot(UriInfo address, @Nullable String seed, @Nullable String size) {
    LogQuery query = new LogQuery(Query.unknown(address, LOT));
    if (seed == null) {
      query.faults.add(
          Fault.inQuery(
              "seed",
              Text.of("缺少种子", "the seed is missing"),
              Text.of("写一个整数", "write a whole number")));
    }
    long start = query.number("seed", seed, 0, Long.MIN_VALUE, Long.MAX_VALUE);
    int most = (int) query.number("n", size, USUAL_LOT, 1, MOST);
    query.refuseFaults();
    return new Lot(start, most);
  }

  private @Nullable Instant midnight(String name, @Nullable String day, int later) {
    if (day == null) {
      return null;
    }
    Optional<LocalDate> date = Words.day(day);
    if (date.isPresent()) {
      return date.get().plusDays(later).atStartOfDay(BEIJING).toInstant();
    }
    faults.add(
        Fault.inQuery(
            name,
            Text.of("不是日期", "this is no date"),
            Text.of("按 年-月-日 写，如 2024-09-01", "write year-month-day: 2024-09-01")));
    return null;
  }

  private long number(String name, @Nullable String word, long usual, long least, long most) {
    if (word == null) {
      return usual;
    }
    try {
      long number = Long.parseLong(word);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    faults.add(
        Fault.inQuery(
            name,
            Text.of("不是这个范围内的整数", "this is no whole number in the range"),
            Text.of(
                "写 " + least + " 至 " + most + " 的整数",
                "write a whole number from " + least + " to " + most)));
    return usual;
  }

  private void refuseFaults() {
    if (!faults.isEmpty()) {
      throw Query.refused(faults);
    }
  }
}
