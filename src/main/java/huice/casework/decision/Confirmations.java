package huice.casework.decision;

import huice.model.Actor;
import huice.store.ConfirmationTable;
import huice.store.Journal;
import huice.store.LogKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether people in charge read what they confirm (R5). Thread-safe. */
@ApplicationScoped
public class Confirmations {
  private final ConfirmationTable table;
  private final Settings settings;
  private final Journal journal;
  private final Courses courses;

  Confirmations(ConfirmationTable table, Settings settings, Journal journal, Courses courses) {
    this.table = table;
    this.settings = settings;
    this.journal = journal;
    this.courses = courses;
  }

  /**
   * One office and scheme. {@code overrideRate} is the share of overrides among all that people
   * decided, in hundredths; {@code alarm}: many were confirmed faster than reasons can be read.
   */
  @Schema(name = "ConfirmationLine")
  public record Line(
      String office,
      String scheme,
      long confirmed,
      long overridden,
      int overrideRate,
      @Nullable Long medianSeconds,
      boolean alarm) {}

  @Transactional
  public List<Line> report(LocalDate from, LocalDate to, Actor by, Now now) {
    List<Line> lines =
        table.between(start(from), start(to.plusDays(1))).stream().map(this::line).toList();
    journal.write(
        new Journal.Entry(
            now.at(), LogKind.AUDIT, by, null, courses.text(Map.of("report", "confirmations"))));
    return lines;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
  }

  private Line line(ConfirmationTable.Line line) {
    long all = line.confirmed() + line.overridden();
    Double median = line.median();
    boolean hasty = median != null && median < settings.hasty();
    return new Line(
        line.office(),
        line.scheme(),
        line.confirmed(),
        line.overridden(),
        all == 0 ? 0 : (int) (100 * line.overridden() / all),
        median == null ? null : Math.round(median),
        hasty && line.confirmed() >= settings.fewest());
  }
}
