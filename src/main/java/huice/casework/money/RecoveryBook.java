package huice.casework.money;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.NotAllowed;
import huice.casework.Payees;
import huice.casework.Texts;
import huice.casework.decision.Effects;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Text;
import huice.store.DueTable;
import huice.store.LedgerTable;
import huice.store.RecoveryTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The book of recoveries: what is overpaid, where each stands, what was done, and what it did to
 * the ledger. Works in the caller's transaction; thread-safe.
 */
@ApplicationScoped
class RecoveryBook {
  static final String NOTICED = "NOTICED";
  static final String ANSWERED = "ANSWERED";
  static final String DECIDED = "DECIDED";
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RecoveryTable table;
  private final LedgerTable ledger;
  private final DueTable dues;
  private final Effects effects;
  private final Granting granting;
  private final MoneySettings settings;
  private final Payees payees;
  private final MoneyLog log;

  RecoveryBook(
      RecoveryTable table,
      LedgerTable ledger,
      DueTable dues,
      Effects effects,
      Granting granting,
      MoneySettings settings,
      Payees payees,
      MoneyLog log) {
    this.table = table;
    this.ledger = ledger;
    this.dues = dues;
    this.effects = effects;
    this.granting = granting;
    this.settings = settings;
    this.payees = payees;
    this.log = log;
  }

  // What is overpaid ---------------------------------------------------------------------------

  private List<Balance.Line> balance(Effects.Effect effect) {
    return Balance.of(granting.of(effect), ledger.of(effect.application().id()));
  }

  /** What was paid too much of a share, of payments that are not too long ago. */
  BigDecimal over(Effects.Effect effect, String share, LocalDate today) {
    LocalDate first = today.minusMonths(settings.limitMonths());
    Set<String> late =
        ledger.of(effect.application().id()).stream()
            .filter(line -> line.kind().equals(LedgerTable.PAID) && line.share().equals(share))
            .filter(line -> !line.onDay().isBefore(first))
            .map(LedgerTable.Line::period)
            .collect(Collectors.toSet());
    return balance(effect).stream()
        .filter(line -> line.share().equals(share) && late.contains(line.period()))
        .map(Balance.Line::over)
        .reduce(NOTHING, BigDecimal::add);
  }

  /** The first share that is overpaid and of which nothing is under way; null when none is. */
  @Nullable String overpaid(Effects.Effect effect, LocalDate today) {
    Set<String> open =
        table.of(effect.application().id()).stream()
            .filter(one -> Set.of("proposed", "noticed", "decided").contains(one.state()))
            .map(RecoveryTable.Recovery::share)
            .collect(Collectors.toSet());
    return balance(effect).stream()
        .map(Balance.Line::share)
        .filter(share -> !open.contains(share) && over(effect, share, today).signum() > 0)
        .findFirst()
        .orElse(null);
  }

  /** What is still to come back. */
  BigDecimal left(RecoveryTable.Recovery row) {
    return ledger.of(row.application()).stream()
        .filter(line -> row.id().equals(line.recovery()))
        .map(LedgerTable.Line::amount)
        .reduce(row.amount(), BigDecimal::subtract);
  }

  /**
   * Books a sum against the months that were overpaid.
   *
   * @throws Conflict when the ledger now shows less
   */
  void spread(
      RecoveryTable.Recovery row, String kind, BigDecimal amount, LocalDate on, Actor by, Now now) {
    BigDecimal left = amount;
    Effects.Effect effect = effects.of(row.application(), by);
    for (Balance.Line line : balance(effect)) {
      BigDecimal part = line.share().equals(row.share()) ? line.over().min(left) : NOTHING;
      if (part.signum() > 0) {
        ledger.add(
            new LedgerTable.Line(
                null,
                kind,
                row.application(),
                row.decision(),
                line.period(),
                row.share(),
                payee(row),
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

  /** Who was paid: as the ledger has it. */
  private UUID payee(RecoveryTable.Recovery row) {
    return ledger.of(row.application()).stream()
        .filter(line -> line.share().equals(row.share()))
        .map(LedgerTable.Line::payee)
        .reduce((first, second) -> second)
        .orElseThrow(() -> new IllegalStateException("nothing was paid: " + row.id()));
  }

  // Where one stands ---------------------------------------------------------------------------

  RecoveryTable.Recovery expected(UUID id, int version, Actor by, RecoveryView.State... states) {
    dues.lock();
    RecoveryTable.Recovery row = found(id);
    effects.of(row.application(), by);
    if (row.version() != version || !Set.of(states).contains(state(row))) {
      throw new Conflict(
          Text.of("现在是「" + state(row).label().zh() + "」", "it is now: " + state(row).label().en()),
          (long) row.version());
    }
    return row;
  }

  RecoveryTable.Recovery found(UUID id) {
    return table
        .find(id)
        .orElseThrow(() -> new Absent(Text.of("没有这项追回", "there is no such recovery")));
  }

  List<RecoveryTable.Recovery> of(UUID application) {
    return table.of(application);
  }

  static void another(RecoveryTable.Recovery row, Actor by) {
    if (row.by().equals(by.id()) || !by.named()) {
      throw new NotAllowed(
          Text.of("须由提出人以外的、具名的人决定", "a named person other than who proposed it decides"));
    }
  }

  /**
   * Whether the person was told and had time to answer.
   *
   * @throws Conflict while the time to answer runs and nothing was answered
   */
  void heard(RecoveryTable.Recovery row, Now now) {
    // What was said before the notice is no answer to it.
    boolean answered = false;
    for (RecoveryTable.Act act : table.acts(row.id())) {
      answered = act.kind().equals(ANSWERED) || answered && !act.kind().equals(NOTICED);
    }
    LocalDate until = answerUntil(row.id());
    if (until == null || !answered && !now.today().isAfter(until)) {
      throw new Conflict(
          Text.of("本人答复的时间未到期：" + until, "the time to answer runs until " + until),
          (long) row.version());
    }
  }

  private @Nullable LocalDate answerUntil(UUID id) {
    return table.acts(id).stream()
        .filter(act -> act.kind().equals(NOTICED))
        .map(act -> act.onDay().plusDays(settings.answerDays()))
        .reduce((first, second) -> second)
        .orElse(null);
  }

  // Writing ------------------------------------------------------------------------------------

  RecoveryView add(RecoveryTable.Recovery row, String text, Actor by, Now now) {
    table.add(row);
    return done(row, "PROPOSED", now.today(), Map.of("text", text), by, now);
  }

  static RecoveryTable.Recovery with(
      RecoveryTable.Recovery row,
      RecoveryView.State state,
      RecoveryView.@Nullable Cause cause,
      @Nullable BigDecimal monthly) {
    return new RecoveryTable.Recovery(
        row.id(),
        row.application(),
        row.decision(),
        row.share(),
        row.amount(),
        cause == null ? row.cause() : cause.name().toLowerCase(Locale.ROOT),
        state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        monthly,
        row.version() + 1,
        row.at(),
        row.by());
  }

  /** Something was done, after which it stands so. */
  RecoveryView changed(
      RecoveryTable.Recovery after,
      String kind,
      LocalDate on,
      Map<String, ?> content,
      Actor by,
      Now now) {
    int before = after.version() - 1;
    if (!table.change(after, before)) {
      throw new Conflict(Text.of("已有人办理", "somebody acted on it"), (long) before);
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
    log.act(by, view.payee(), entry, now);
    return view;
  }

  // Showing ------------------------------------------------------------------------------------

  static RecoveryView.State state(RecoveryTable.Recovery row) {
    return RecoveryView.State.valueOf(row.state().toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  RecoveryView view(RecoveryTable.Recovery row) {
    BigDecimal monthly = row.monthly();
    BigDecimal left = left(row);
    String cause = row.cause();
    UUID payee = payee(row);
    return new RecoveryView(
        row.id(),
        row.application(),
        row.decision(),
        payee,
        payees.shown(payee).name(),
        row.amount(),
        state(row),
        state(row).label(),
        cause == null ? null : RecoveryView.Cause.valueOf(cause.toUpperCase(Locale.ROOT)),
        answerUntil(row.id()),
        monthly,
        monthly == null ? null : left.divide(monthly, 0, RoundingMode.CEILING).intValueExact(),
        left,
        monthly == null ? List.of() : plan(row, monthly, left),
        table.acts(row.id()).stream().map(RecoveryBook::shown).toList(),
        row.by(),
        row.version());
  }

  /** Month by month from the one after the decision; what came back settles the earliest. */
  private List<RecoveryView.Instalment> plan(
      RecoveryTable.Recovery row, BigDecimal monthly, BigDecimal left) {
    YearMonth month =
        table.acts(row.id()).stream()
            .filter(act -> act.kind().equals(DECIDED))
            .map(act -> YearMonth.from(act.onDay()).plusMonths(1))
            .findFirst()
            .orElseThrow();
    BigDecimal back = row.amount().subtract(left);
    BigDecimal rest = row.amount();
    List<RecoveryView.Instalment> plan = new ArrayList<>();
    while (rest.signum() > 0) {
      BigDecimal amount = rest.min(monthly);
      BigDecimal paid = back.min(amount);
      plan.add(new RecoveryView.Instalment(month.toString(), amount, paid));
      back = back.subtract(paid);
      rest = rest.subtract(amount);
      month = month.plusMonths(1);
    }
    return plan;
  }

  private static RecoveryView.Done shown(RecoveryTable.Act act) {
    try {
      return new RecoveryView.Done(
          act.kind(), act.onDay(), JSON.readTree(act.content()), act.at(), act.by());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
