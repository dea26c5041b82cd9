package huice.casework.money;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.NotAllowed;
import huice.casework.Payees;
import huice.casework.Texts;
import huice.casework.decision.Delivery;
import huice.casework.decision.Effects;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Text;
import huice.store.DueTable;
import huice.store.LedgerTable;
import huice.store.RecoveryTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Recovery is never automatic (R35): somebody proposes what the ledger shows as overpaid, the
 * person is told and has time to answer, and another named person decides, in instalments that have
 * a cap, or writes it off. Thread-safe.
 */
@ApplicationScoped
public class Recoveries {
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RecoveryTable table;
  private final LedgerTable ledger;
  private final DueTable dues;
  private final Effects effects;
  private final MoneySettings settings;
  private final Payees payees;
  private final MoneyLog log;

  Recoveries(
      RecoveryTable table,
      LedgerTable ledger,
      DueTable dues,
      Effects effects,
      MoneySettings settings,
      Payees payees,
      MoneyLog log) {
    this.table = table;
    this.ledger = ledger;
    this.dues = dues;
    this.effects = effects;
    this.settings = settings;
    this.payees = payees;
    this.log = log;
  }

  /**
   * Proposes to recover what the ledger shows as overpaid; it has no effect.
   *
   * @throws Conflict when nothing is overpaid, or a recovery is under way
   */
  @Transactional
  public RecoveryView propose(UUID application, String text, Actor by, Now now) {
    dues.lock();
    Effects.Effect effect = effects.of(application, by);
    BigDecimal over = over(effect, now.today());
    if (effect.decision() == null || over.signum() == 0) {
      throw new Conflict(
          Text.of(
              "按银行确认的台账没有多付，或者已过追回的期限",
              "by the ledger nothing was overpaid, or it was too long ago"));
    }
    if (table.of(application).stream().anyMatch(r -> open(r.state()))) {
      throw new Conflict(Text.of("已有一项追回在办理", "a recovery is under way already"));
    }
    RecoveryTable.Recovery row =
        new RecoveryTable.Recovery(
            UUID.randomUUID(),
            application,
            effect.decision().id(),
            over,
            null,
            "proposed",
            null,
            1,
            now.at(),
            by.id());
    table.add(row);
    return done(row, "PROPOSED", now.today(), Map.of("text", text), by, now);
  }

  private static boolean open(String state) {
    return Set.of("proposed", "noticed", "decided").contains(state);
  }

  /** What was paid too much, of payments that are not too long ago. */
  private BigDecimal over(Effects.Effect effect, LocalDate today) {
    LocalDate first = today.minusMonths(settings.limitMonths());
    List<LedgerTable.Line> lines = ledger.of(effect.application().id());
    Set<String> late =
        lines.stream()
            .filter(line -> line.kind().equals("paid") && !line.onDay().isBefore(first))
            .map(LedgerTable.Line::period)
            .collect(java.util.stream.Collectors.toSet());
    return Balance.of(Grants.of(effect.decision()), lines).stream()
        .filter(line -> late.contains(line.period()))
        .map(Balance.Line::over)
        .reduce(NOTHING, BigDecimal::add);
  }

  /** The person is told; the time to answer begins. */
  @Transactional
  public RecoveryView tell(UUID id, int version, Delivery how, Actor by, Now now) {
    RecoveryTable.Recovery row = expected(id, version, by, "proposed", "noticed");
    if (how.by().isBlank() || how.to().isBlank() || how.on().isAfter(now.today())) {
      throw new Invalid(
          "/on",
          Text.of("没有写明怎么、何时、由谁送达给谁", "it does not say how, when, by whom and to whom"),
          Text.of("请写明", "write it"));
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("way", how.way().name());
    content.put("by", how.by());
    content.put("to", how.to());
    return changed(row, "noticed", "NOTICED", how.on(), content, by, now);
  }

  /** What the person answers, in the person's words. */
  @Transactional
  public RecoveryView answer(UUID id, int version, String text, Actor by, Now now) {
    RecoveryTable.Recovery row = expected(id, version, by, "proposed", "noticed", "decided");
    return changed(row, row.state(), "ANSWERED", now.today(), Map.of("text", text), by, now);
  }

  /** What a named person decides. */
  public record Verdict(RecoveryView.Cause cause, BigDecimal monthly, String text) {}

  /**
   * A named person other than who proposed it decides, once the person had time to answer; who
   * caused it is that person's finding.
   *
   * @throws Conflict while the time to answer runs, or when the ledger now shows less
   */
  @Transactional
  public RecoveryView decide(UUID id, int version, Verdict verdict, Actor by, Now now) {
    RecoveryTable.Recovery row = expected(id, version, by, "noticed");
    another(row, by);
    heard(row, now);
    if (verdict.monthly().signum() <= 0
        || verdict.monthly().compareTo(settings.mostAMonth()) > 0
        || verdict.monthly().stripTrailingZeros().scale() > 2) {
      throw new Invalid(
          "/monthly",
          Text.of("每月扣还的金额超过上限", "the instalment is above the cap"),
          Text.of("最多 " + settings.mostAMonth(), "at most " + settings.mostAMonth()));
    }
    if (over(effects.of(row.application(), by), now.today()).compareTo(row.amount()) < 0) {
      throw new Conflict(
          Text.of("台账上的多付已经变少，请重新提出", "the ledger shows less now; propose it again"),
          (long) row.version());
    }
    RecoveryTable.Recovery decided =
        with(row, "decided", cause(verdict.cause()), verdict.monthly());
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("cause", verdict.cause().name());
    content.put("monthly", verdict.monthly().toPlainString());
    content.put("text", verdict.text());
    return changed(row, decided, "DECIDED", now.today(), content, by, now);
  }

  private static String cause(RecoveryView.Cause cause) {
    return cause.name().toLowerCase(Locale.ROOT);
  }

  private static void another(RecoveryTable.Recovery row, Actor by) {
    if (row.by().equals(by.id()) || !by.named()) {
      throw new NotAllowed(
          Text.of("须由提出人以外的、具名的人决定", "a named person other than who proposed it decides"));
    }
  }

  /** The time to answer is over, or the person has answered. */
  private void heard(RecoveryTable.Recovery row, Now now) {
    boolean answered = acts(row.id()).stream().anyMatch(a -> a.kind().equals("ANSWERED"));
    LocalDate until = answerUntil(row.id());
    if (until == null || !answered && !now.today().isAfter(until)) {
      throw new Conflict(
          Text.of("本人答复的时间未到期：" + until, "the time to answer runs until " + until),
          (long) row.version());
    }
  }

  private List<RecoveryTable.Act> acts(UUID id) {
    return table.acts(id);
  }

  private @Nullable LocalDate answerUntil(UUID id) {
    return acts(id).stream()
        .filter(act -> act.kind().equals("NOTICED"))
        .map(act -> act.onDay().plusDays(settings.answerDays()))
        .reduce((first, second) -> second)
        .orElse(null);
  }

  /** Nothing is to come back; in the ledger what was overpaid is closed. */
  @Transactional
  public RecoveryView writeOff(
      UUID id, int version, RecoveryView.Cause cause, String text, Actor by, Now now) {
    RecoveryTable.Recovery row = expected(id, version, by, "proposed", "noticed", "decided");
    another(row, by);
    spread(row, "written-off", left(row), now.today(), by, now);
    RecoveryTable.Recovery off = with(row, "written-off", cause(cause), row.monthly());
    return changed(
        row, off, "WRITTEN_OFF", now.today(), Map.of("cause", cause.name(), "text", text), by, now);
  }

  /** Given up before a decision: nothing was overpaid after all. */
  @Transactional
  public RecoveryView drop(UUID id, int version, String text, Actor by, Now now) {
    RecoveryTable.Recovery row = expected(id, version, by, "proposed", "noticed");
    return changed(row, "dropped", "DROPPED", now.today(), Map.of("text", text), by, now);
  }

  /** An instalment came back. */
  @Transactional
  public RecoveryView repaid(
      UUID id, int version, BigDecimal amount, LocalDate on, Actor by, Now now) {
    RecoveryTable.Recovery row = expected(id, version, by, "decided");
    Sums.check("/amount", amount);
    BigDecimal left = left(row);
    if (amount.compareTo(left) > 0 || on.isAfter(now.today())) {
      throw new Invalid(
          amount.compareTo(left) > 0 ? "/amount" : "/on",
          Text.of("多于尚未还的，或者日期在今天以后", "more than is left, or a day after today"),
          Text.of("尚未还的：" + left, "left: " + left));
    }
    spread(row, "repaid", amount, on, by, now);
    boolean settled = amount.compareTo(left) == 0;
    return changed(
        row,
        settled ? "settled" : "decided",
        "REPAID",
        on,
        Map.of("amount", amount.toPlainString()),
        by,
        now);
  }

  /** Books a sum against the months that were overpaid. */
  private void spread(
      RecoveryTable.Recovery row, String kind, BigDecimal amount, LocalDate on, Actor by, Now now) {
    BigDecimal left = amount;
    Effects.Effect effect = effects.of(row.application(), by);
    List<LedgerTable.Line> lines = ledger.of(row.application());
    for (Balance.Line line : Balance.of(Grants.of(effect.decision()), lines)) {
      BigDecimal part = line.over().min(left);
      if (part.signum() > 0) {
        ledger.add(
            new LedgerTable.Line(
                null,
                kind,
                row.application(),
                row.decision(),
                line.period(),
                null,
                null,
                null,
                row.id(),
                part,
                on,
                now.at(),
                by.id()));
        left = left.subtract(part);
      }
    }
    if (left.signum() > 0) {
      throw new Conflict(
          Text.of("台账上的多付已经变少", "the ledger shows less overpaid now"), (long) row.version());
    }
  }

  private BigDecimal left(RecoveryTable.Recovery row) {
    return ledger.of(row.application()).stream()
        .filter(line -> row.id().equals(line.recovery()))
        .map(LedgerTable.Line::amount)
        .reduce(row.amount(), BigDecimal::subtract);
  }

  private RecoveryTable.Recovery expected(UUID id, int version, Actor by, String... states) {
    dues.lock();
    RecoveryTable.Recovery row = found(id);
    effects.of(row.application(), by);
    if (row.version() != version || !Set.of(states).contains(row.state())) {
      throw new Conflict(
          Text.of("现在是「" + state(row).label().zh() + "」", "it is now: " + state(row).label().en()),
          (long) row.version());
    }
    return row;
  }

  private RecoveryTable.Recovery found(UUID id) {
    return table
        .find(id)
        .orElseThrow(() -> new Absent(Text.of("没有这项追回", "there is no such recovery")));
  }

  private static RecoveryTable.Recovery with(
      RecoveryTable.Recovery row,
      String state,
      @Nullable String cause,
      @Nullable BigDecimal monthly) {
    return new RecoveryTable.Recovery(
        row.id(),
        row.application(),
        row.decision(),
        row.amount(),
        cause,
        state,
        monthly,
        row.version() + 1,
        row.at(),
        row.by());
  }

  private RecoveryView changed(
      RecoveryTable.Recovery before,
      String state,
      String kind,
      LocalDate on,
      Map<String, ?> content,
      Actor by,
      Now now) {
    return changed(
        before, with(before, state, before.cause(), before.monthly()), kind, on, content, by, now);
  }

  private RecoveryView changed(
      RecoveryTable.Recovery before,
      RecoveryTable.Recovery after,
      String kind,
      LocalDate on,
      Map<String, ?> content,
      Actor by,
      Now now) {
    if (!table.change(after, before.version())) {
      throw new Conflict(Text.of("已有人办理", "somebody acted on it"), (long) before.version());
    }
    return done(after, kind, on, content, by, now);
  }

  private RecoveryView done(
      RecoveryTable.Recovery row,
      String kind,
      LocalDate on,
      Map<String, ?> content,
      Actor by,
      Now now) {
    table.add(new RecoveryTable.Act(row.id(), kind, on, Texts.json(content), now.at(), by.id()));
    RecoveryView view = view(row);
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("act", "recovery-" + kind.toLowerCase(Locale.ROOT));
    entry.put("recovery", row.id());
    entry.put("application", row.application());
    entry.put("sum", row.amount());
    entry.put("content", Texts.json(content));
    UUID record = effects.of(row.application(), by).application().record();
    log.act(by, payees.of(record), entry, now);
    return view;
  }

  private static RecoveryView.State state(RecoveryTable.Recovery row) {
    return RecoveryView.State.valueOf(row.state().toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private RecoveryView view(RecoveryTable.Recovery row) {
    BigDecimal monthly = row.monthly();
    BigDecimal left = left(row);
    String cause = row.cause();
    return new RecoveryView(
        row.id(),
        row.application(),
        row.decision(),
        row.amount(),
        state(row),
        state(row).label(),
        cause == null ? null : RecoveryView.Cause.valueOf(cause.toUpperCase(Locale.ROOT)),
        answerUntil(row.id()),
        monthly,
        monthly == null ? null : left.divide(monthly, 0, RoundingMode.CEILING).intValueExact(),
        left,
        acts(row.id()).stream().map(Recoveries::shown).toList(),
        row.version());
  }

  private static RecoveryView.Done shown(RecoveryTable.Act act) {
    try {
      return new RecoveryView.Done(
          act.kind(), act.onDay(), JSON.readTree(act.content()), act.at(), act.by());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One recovery; a person's data is read. */
  @Transactional
  public RecoveryView view(UUID id, Actor by, Now now) {
    RecoveryTable.Recovery row = found(id);
    UUID record = effects.of(row.application(), by).application().record();
    RecoveryView view = view(row);
    log.read(by, payees.of(record), Map.of("what", "recovery", "recovery", id), now);
    return view;
  }

  /** Those of an application. */
  @Transactional
  public List<RecoveryView> of(UUID application, Actor by, Now now) {
    UUID record = effects.of(application, by).application().record();
    List<RecoveryView> views = table.of(application).stream().map(this::view).toList();
    log.read(by, payees.of(record), Map.of("what", "recoveries", "application", application), now);
    return views;
  }
}
