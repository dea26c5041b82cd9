package huice.casework.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import huice.casework.Conflict;
import huice.casework.Payees;
import huice.casework.Releases;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.store.DueTable;
import huice.store.NoticeTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is to be paid is shown publicly for some days: masked, without a reason and without a word of
 * hardship; after the last day nothing is shown any more. Thread-safe.
 */
@ApplicationScoped
public class Notices {
  private final NoticeTable table;
  private final DueTable dues;
  private final Queues queues;
  private final Awards awards;
  private final MoneySettings settings;
  private final Payees payees;
  private final Releases releases;
  private final MoneyLog log;

  Notices(
      NoticeTable table,
      DueTable dues,
      Queues queues,
      Awards awards,
      MoneySettings settings,
      Payees payees,
      Releases releases,
      MoneyLog log) {
    this.table = table;
    this.dues = dues;
    this.queues = queues;
    this.awards = awards;
    this.settings = settings;
    this.payees = payees;
    this.releases = releases;
    this.log = log;
  }

  /** A notice as the public sees it. */
  @Schema(name = "PublicNotice")
  public record View(
      UUID id,
      Text scheme,
      String fromPeriod,
      String toPeriod,
      LocalDate fromOn,
      LocalDate toOn,
      List<Line> lines) {}

  /** One who is to be paid; an organisation under its public title and code. */
  @Schema(name = "PublicNoticeLine")
  public record Line(
      String name, String number, @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount) {}

  /**
   * Shows those of a scheme that there is money for and that were not shown yet; of a caseworker's
   * own office.
   *
   * @throws Conflict when there is nobody to show
   */
  @Transactional
  public View show(String scheme, Actor by, Now now) {
    MoneySettings.SchemeMoney money =
        settings
            .scheme(scheme)
            .filter(of -> of.noticeDays() > 0)
            .orElseThrow(
                () -> new Conflict(Text.of("这个项目不公示", "this scheme is not shown publicly")));
    dues.lock();
    List<Queues.Called> shown =
        queues.called(money.fund(), now).stream()
            .filter(one -> one.claim().scheme().equals(scheme))
            .filter(one -> one.lack() == Queues.Lack.NOTICE)
            .filter(one -> by.role() != Role.CASEWORKER || own(by, one))
            .toList();
    if (shown.isEmpty()) {
      throw new Conflict(Text.of("没有待公示的", "there is nobody to show"));
    }
    List<String> periods =
        shown.stream().flatMap(c -> c.waiting().stream()).map(d -> d.period()).sorted().toList();
    NoticeTable.Notice notice =
        new NoticeTable.Notice(
            UUID.randomUUID(),
            scheme,
            periods.get(0),
            periods.get(periods.size() - 1),
            now.today(),
            last(money, now),
            now.at(),
            by.id());
    table.add(notice);
    Set<UUID> people = new HashSet<>();
    int no = 0;
    for (Queues.Called one : shown) {
      Payees.Payee payee = payees.shown(one.claim().record());
      BigDecimal sum =
          one.waiting().stream().map(d -> d.amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
      table.add(
          new NoticeTable.Line(
              notice.id(),
              ++no,
              one.claim().id(),
              payee.record(),
              payee.name(),
              payee.number(),
              sum));
      people.add(payee.record());
    }
    people.forEach(
        payee -> log.act(by, payee, Map.of("act", "notice", "notice", notice.id()), now));
    return view(notice);
  }

  private LocalDate last(MoneySettings.SchemeMoney money, Now now) {
    return money.workdays()
        ? WorkingDays.after(
            now.today(), money.noticeDays(), releases.live().source(), settings.daysOff())
        : now.today().plusDays(money.noticeDays());
  }

  private static boolean own(Actor by, Queues.Called one) {
    return by.office().equals(one.claim().office());
  }

  /** What is up on a day; for everybody. */
  @Transactional
  public List<View> up(LocalDate on) {
    return table.up(on).stream().map(this::view).toList();
  }

  /** All notices, also those taken down, for the office; without their lines. */
  @Transactional
  public List<View> all() {
    return table.all().stream().map(n -> view(n, List.of())).toList();
  }

  private View view(NoticeTable.Notice notice) {
    Map<UUID, Line> lines = new LinkedHashMap<>();
    for (NoticeTable.Line line : table.lines(notice.id())) {
      lines.merge(
          line.record(),
          new Line(line.name(), line.number(), line.amount()),
          (one, other) -> new Line(one.name(), one.number(), one.amount().add(other.amount())));
    }
    return view(notice, new ArrayList<>(lines.values()));
  }

  private View view(NoticeTable.Notice notice, List<Line> lines) {
    return new View(
        notice.id(),
        awards.title(notice.scheme()),
        notice.fromPeriod(),
        notice.toPeriod(),
        notice.fromOn(),
        notice.toOn(),
        lines);
  }
}
