package huice.casework.complaint;

import huice.casework.Absent;
import huice.casework.Invalid;
import huice.casework.NotAllowed;
import huice.casework.OfficeFile;
import huice.casework.Texts;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.store.Journal;
import huice.store.LogKind;
import huice.store.RecordRow;
import huice.store.RecordTable;
import huice.store.WageCheckTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Employers and projects whose wages are to be looked at, on the rhythm of the scheme that was
 * adopted for them. An overdue check is the office's mark, not the employer's. Thread-safe.
 */
@ApplicationScoped
public class WageChecks {
  private static final Set<Role> EVERYWHERE = Set.of(Role.AUDITOR, Role.REVIEWER);

  private static final int MOST = 20;

  private final WageCheckTable table;
  private final RecordTable records;
  private final OfficeFile office;
  private final Journal journal;

  WageChecks(WageCheckTable table, RecordTable records, OfficeFile office, Journal journal) {
    this.table = table;
    this.records = records;
    this.office = office;
    this.journal = journal;
  }

  /** How a check came out. */
  @Schema(name = "WageCheckOutcome")
  public enum Outcome {
    PAID("工资已足额支付", "wages paid in full"),
    ARREARS("有拖欠", "arrears found"),
    NOT_REACHED("没有查到人，另约", "nobody there, to be done again");

    private final Text label;

    Outcome(String zh, String en) {
      this.label = Text.of(zh, en);
    }

    public Text label() {
      return label;
    }
  }

  /** What is due. {@code dueOn} null: no interval is set. */
  @Schema(name = "WageCheck")
  public record Due(
      UUID record,
      String title,
      @Nullable LocalDate dueOn,
      Text why,
      boolean overdue,
      @Nullable LocalDate madeOn,
      @Nullable Text outcome) {}

  /** A kind of organisation with its checks; none are due before its scheme was adopted. */
  @Schema(name = "WageCheckList")
  public record Part(String name, Text scheme, boolean adopted, Text why, List<Due> due) {
    public Part {
      due = List.copyOf(due);
    }
  }

  @Transactional
  public List<Part> list(Actor by, LocalDate today) {
    String own = EVERYWHERE.contains(by.role()) ? null : by.office();
    List<Part> parts = new ArrayList<>();
    office
        .checked()
        .forEach(
            (name, entity) -> {
              OfficeFile.Term term = office.term(name, today);
              List<Due> due =
                  term.adopted()
                      ? table.of(entity, own).stream()
                          .map(one -> due(one, term, today))
                          .sorted(
                              Comparator.comparing(
                                  Due::dueOn, Comparator.nullsLast(Comparator.naturalOrder())))
                          .toList()
                      : List.of();
              parts.add(new Part(name, term.title(), term.adopted(), term.why(), due));
            });
    return parts;
  }

  private static Due due(WageCheckTable.Standing one, OfficeFile.Term term, LocalDate today) {
    LocalDate made = one.madeOn();
    boolean again = Outcome.NOT_REACHED.name().equals(one.outcome());
    LocalDate regular = again ? made : term.due(made == null ? one.registeredOn() : made);
    LocalDate called = one.calledDue();
    LocalDate due =
        called != null && (regular == null || called.isBefore(regular)) ? called : regular;
    return new Due(
        one.record(),
        one.title(),
        due,
        term.why(),
        due != null && due.isBefore(today),
        made,
        one.outcome() == null ? null : Outcome.valueOf(one.outcome()).label());
  }

  /** That a check was made, and how it came out. */
  @Transactional
  public void make(UUID record, Outcome outcome, Actor by, Now now) {
    RecordRow of = known(record);
    if (!of.office().equals(by.office())) {
      throw new NotAllowed(Text.of("这个单位由另一经办机构排查。", "Another office checks this employer."));
    }
    if (table.made(record, now.today(), outcome.name()) == 0) {
      table.add(
          new WageCheckTable.Check(
              UUID.randomUUID(),
              record,
              of.office(),
              null,
              null,
              now.today(),
              outcome.name(),
              now.at(),
              by.id()));
    }
    noted(record, "made", by, now);
  }

  /** Calls for a check before its time; called for twice, it is still one. */
  void call(UUID record, @Nullable LocalDate due, Actor by, Now now) {
    RecordRow of = known(record);
    if (table.called(record).isEmpty()) {
      table.add(
          new WageCheckTable.Check(
              UUID.randomUUID(),
              record,
              of.office(),
              now.today(),
              Objects.requireNonNullElse(due, now.today()),
              null,
              null,
              now.at(),
              by.id()));
    }
    noted(record, "called", by, now);
  }

  /**
   * The one organisation of a kind that is checked whose title or code holds some letters.
   *
   * @throws Invalid when there is none, or more than one that is not exactly of that name
   */
  @Transactional
  public UUID named(String letters) {
    List<RecordRow> found = new ArrayList<>();
    for (String entity : office.checked().values()) {
      found.addAll(records.titled(entity, letters, MOST));
    }
    List<RecordRow> exact =
        found.stream()
            .filter(row -> letters.equals(row.title()) || letters.equals(row.code()))
            .toList();
    List<RecordRow> wanted = exact.isEmpty() ? found : exact;
    if (wanted.size() != 1) {
      throw new Invalid(
          "/firm",
          wanted.isEmpty()
              ? Text.of("没有登记这个单位", "no employer of that name is registered")
              : Text.of("有几个单位符合", "several employers fit"),
          Text.of("请写登记的全称或统一代码", "write its full registered name or code"));
    }
    return wanted.get(0).id();
  }

  /** An organisation of a kind that is checked. */
  RecordRow known(UUID record) {
    return records
        .find(record)
        .filter(row -> row.title() != null && office.checked().containsValue(row.entity()))
        .orElseThrow(() -> new Absent(Text.of("没有这个单位。", "There is no such employer.")));
  }

  private void noted(UUID record, String act, Actor by, Now now) {
    journal.write(
        new Journal.Entry(
            now.at(),
            LogKind.ACT,
            by,
            null,
            Texts.json(Map.of("act", "payroll-checks." + act, "id", record.toString()))));
  }
}
