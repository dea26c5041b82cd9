package huice.casework.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import huice.casework.LiveRelease;
import huice.casework.Texts;
import huice.casework.decision.Now;
import huice.casework.decision.State;
import huice.engine.SchemeInfo;
import huice.model.Actor;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.ReportTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Tables by scheme in which small numbers are not shown. Who asks is on record. Thread-safe. */
@ApplicationScoped
public class Reports {
  private final ReportTable table;
  private final ReportSettings settings;
  private final LiveRelease live;
  private final Journal journal;

  Reports(ReportTable table, ReportSettings settings, LiveRelease live, Journal journal) {
    this.table = table;
    this.settings = settings;
    this.live = live;
    this.journal = journal;
  }

  /** A scheme; people and sum null where they are not shown because there are few. */
  @Schema(name = "PaidLine")
  public record PaidLine(
      String scheme,
      String title,
      @Nullable Long people,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal sum,
      boolean suppressed) {}

  /** For the finance office. {@code fewest}: cells of fewer payees are not shown. */
  @Schema(name = "MonthlyReport")
  public record Monthly(
      YearMonth month,
      List<PaidLine> lines,
      @Nullable Long people,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal sum,
      int fewest) {}

  /** What was paid in a month, by scheme. */
  @Transactional
  public Monthly monthly(YearMonth month, Actor by, Now now) {
    LocalDate from = month.atDay(1);
    LocalDate to = month.atEndOfMonth();
    List<ReportTable.Paid> paid = table.paid(from, to);
    long payees = table.payees(from, to);
    Suppression hidden =
        Suppression.of(paid.stream().map(ReportTable.Paid::people).toList(), settings.fewest());
    Map<String, String> titles = titles();
    List<PaidLine> lines = new ArrayList<>();
    for (int i = 0; i < paid.size(); i++) {
      ReportTable.Paid line = paid.get(i);
      boolean hide = hidden.hides(i);
      lines.add(
          new PaidLine(
              line.scheme(),
              titles.getOrDefault(line.scheme(), line.scheme()),
              hide ? null : line.people(),
              hide ? null : line.sum(),
              hide));
    }
    boolean whole = !hidden.total() && (payees == 0 || payees >= settings.fewest());
    BigDecimal sum =
        paid.stream().map(ReportTable.Paid::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    note("monthly", by, now);
    return new Monthly(month, lines, whole ? payees : null, whole ? sum : null, settings.fewest());
  }

  /** A scheme's applications; a number null where it is not shown because it is small. */
  @Schema(name = "ApplicationsLine")
  public record CourseLine(
      String scheme,
      String title,
      @Nullable Long received,
      @Nullable Long unopened,
      @Nullable Long stalled,
      @Nullable Long withdrawn) {}

  @Schema(name = "ApplicationsReport")
  public record Courses(
      LocalDate from, LocalDate to, List<CourseLine> lines, int unopenedDays, int fewest) {}

  /** Applications that nobody opened, that stand still, and that were withdrawn. */
  @Transactional
  public Courses courses(LocalDate from, LocalDate to, Actor by, Now now) {
    List<String> open = Stream.of(State.values()).filter(State::open).map(State::name).toList();
    List<ReportTable.Course> all =
        table.courses(from, to, open, now.today().minusDays(settings.unopenedDays()), now.today());
    Suppression received = column(all.stream().map(ReportTable.Course::received).toList());
    Suppression unopened = column(all.stream().map(ReportTable.Course::unopened).toList());
    Suppression stalled = column(all.stream().map(ReportTable.Course::stalled).toList());
    Suppression withdrawn = column(all.stream().map(ReportTable.Course::withdrawn).toList());
    Map<String, String> titles = titles();
    List<CourseLine> lines = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      ReportTable.Course one = all.get(i);
      lines.add(
          new CourseLine(
              one.scheme(),
              titles.getOrDefault(one.scheme(), one.scheme()),
              shown(received, i, one.received()),
              shown(unopened, i, one.unopened()),
              shown(stalled, i, one.stalled()),
              shown(withdrawn, i, one.withdrawn())));
    }
    note("applications", by, now);
    return new Courses(from, to, lines, settings.unopenedDays(), settings.fewest());
  }

  private Suppression column(List<Long> counts) {
    return Suppression.of(counts, settings.fewest());
  }

  private static @Nullable Long shown(Suppression column, int row, long count) {
    return column.hides(row) ? null : count;
  }

  private Map<String, String> titles() {
    return live.get().schemes().stream()
        .collect(Collectors.toMap(SchemeInfo::id, SchemeInfo::title, (a, b) -> a));
  }

  private void note(String report, Actor by, Now now) {
    journal.write(
        new Journal.Entry(now.at(), LogKind.AUDIT, by, null, Texts.json(Map.of("report", report))));
  }
}
