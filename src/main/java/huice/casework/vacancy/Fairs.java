package huice.casework.vacancy;

import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.OfficeFile;
import huice.casework.Texts;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Text;
import huice.store.FairTable;
import huice.store.Journal;
import huice.store.LogKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The calendar of fairs, and whether a month has as many as the policy asks for: held on site, of
 * the kinds that count, not cancelled. Who came is not asked. Thread-safe.
 */
@ApplicationScoped
public class Fairs {
  private static final int LONGEST = 200;

  private final FairTable table;
  private final OfficeFile office;
  private final Journal journal;

  Fairs(FairTable table, OfficeFile office, Journal journal) {
    this.table = table;
    this.office = office;
    this.journal = journal;
  }

  /** A fair as somebody enters it. */
  @Schema(name = "NewFair")
  public record Draft(String kind, LocalDate onDay, String title, String place, boolean onsite) {}

  /** A fair as people see it; {@code counts} towards the number of its month. */
  @Schema(name = "Fair")
  public record View(
      UUID id,
      String kind,
      Text kindText,
      LocalDate onDay,
      String title,
      String place,
      boolean onsite,
      boolean cancelled,
      boolean counts,
      String office) {}

  /**
   * A calendar month. {@code least} null: not published; {@code counted}: those that count, past
   * and planned.
   */
  @Schema(name = "FairMonth")
  public record Month(
      YearMonth month, @Nullable Integer least, int counted, Text scheme, List<View> fairs) {
    public Month {
      fairs = List.copyOf(fairs);
    }

    /** How many are wanting; 0 when there are enough, null when no number is published. */
    public @Nullable Integer wanting() {
      return least == null ? null : Integer.valueOf(Math.max(0, least - counted));
    }
  }

  @Transactional
  public Month month(YearMonth month) {
    LocalDate first = month.atDay(1);
    List<View> fairs = table.between(first, month.atEndOfMonth()).stream().map(this::view).toList();
    return new Month(
        month,
        office.fairsOfMonth(first),
        (int) fairs.stream().filter(View::counts).count(),
        office.fairScheme(),
        fairs);
  }

  /** What is still to come and not cancelled, for everybody. */
  @Transactional
  public List<View> coming(LocalDate from, int days) {
    return table.between(from, from.plusDays(days)).stream()
        .map(this::view)
        .filter(fair -> !fair.cancelled())
        .toList();
  }

  @Transactional
  public View enter(Draft draft, Actor by, Now now) {
    check(draft, now.today());
    FairTable.Fair fair =
        new FairTable.Fair(
            UUID.randomUUID(),
            by.office(),
            draft.kind(),
            draft.onDay(),
            draft.title(),
            draft.place(),
            draft.onsite(),
            now.at(),
            by.id(),
            null);
    table.add(fair);
    noted(fair.id(), "entered", by, now);
    return view(fair);
  }

  /** It does not take place: it stays in the calendar as cancelled, and counts no more. */
  @Transactional
  public View cancel(UUID id, Actor by, Now now) {
    FairTable.Fair fair = row(id);
    if (!table.cancel(id, by.id(), now.at())) {
      throw new Conflict(Text.of("这场活动已经取消。", "This fair was cancelled before."));
    }
    noted(fair.id(), "cancelled", by, now);
    return view(row(id));
  }

  private void check(Draft draft, LocalDate today) {
    List<Invalid.Fault> faults = new ArrayList<>();
    if (!office.fairKinds().containsKey(draft.kind())) {
      faults.add(
          new Invalid.Fault(
              "/kind",
              Text.of("没有这一种", "there is no such kind"),
              Text.of(
                  "请选择列出的一种", "choose one of: " + String.join(", ", office.fairKinds().keySet()))));
    }
    text("/title", draft.title(), faults);
    text("/place", draft.place(), faults);
    if (draft.onDay().isBefore(today.minusDays(31)) || draft.onDay().isAfter(today.plusYears(1))) {
      faults.add(
          new Invalid.Fault(
              "/onDay",
              Text.of("日期不对", "no such day"),
              Text.of("一个月前至一年后", "from a month ago to a year ahead")));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static void text(String field, String text, List<Invalid.Fault> faults) {
    if (text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
      faults.add(
          new Invalid.Fault(
              field,
              Text.of("没有填写，或者太长", "it is empty or too long"),
              Text.of("最多 " + LONGEST + " 个字", "at most " + LONGEST + " characters")));
    }
  }

  private FairTable.Fair row(UUID id) {
    return table
        .find(id)
        .orElseThrow(() -> new Absent(Text.of("没有这场活动。", "There is no such fair.")));
  }

  private View view(FairTable.Fair fair) {
    boolean cancelled = fair.cancelledAt() != null;
    return new View(
        fair.id(),
        fair.kind(),
        office.fairKinds().getOrDefault(fair.kind(), Text.of(fair.kind(), fair.kind())),
        fair.onDay(),
        fair.title(),
        fair.place(),
        fair.onsite(),
        cancelled,
        !cancelled
            && fair.onsite()
            && office.fairsCounted(fair.onDay().withDayOfMonth(1)).contains(fair.kind()),
        fair.office());
  }

  private void noted(UUID id, String act, Actor by, Now now) {
    journal.write(
        new Journal.Entry(
            now.at(),
            LogKind.ACT,
            by,
            null,
            Texts.json(Map.of("act", "fairs." + act, "id", id.toString()))));
  }
}
