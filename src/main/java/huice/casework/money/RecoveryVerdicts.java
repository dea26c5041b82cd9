package huice.casework.money;

import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.decision.Effects;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Text;
import huice.store.RecoveryTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a named person other than who proposed a recovery makes of it: decided in capped
 * instalments, or written off. Thread-safe.
 */
@ApplicationScoped
public class RecoveryVerdicts {
  private final RecoveryBook book;
  private final Effects effects;
  private final MoneySettings settings;

  RecoveryVerdicts(RecoveryBook book, Effects effects, MoneySettings settings) {
    this.book = book;
    this.effects = effects;
    this.settings = settings;
  }

  /** What a named person decides: who caused it, how much a month, and why. */
  public record Verdict(RecoveryView.Cause cause, BigDecimal monthly, String text) {}

  /** Why nothing is to come back, with the reasons in words. */
  public record WriteOff(RecoveryView.Cause cause, RecoveryView.Code code, String text) {}

  /**
   * Decides, once the person had time to answer; who caused it is that person's finding.
   *
   * @throws Conflict while the time to answer runs, or when the ledger now shows less
   */
  @Transactional
  public RecoveryView decide(UUID id, int version, Verdict verdict, Actor by, Now now) {
    RecoveryTable.Recovery row = book.expected(id, version, by, RecoveryView.State.NOTICED);
    RecoveryBook.another(row, by);
    book.heard(row, now);
    capped(verdict.monthly());
    Effects.Effect effect = effects.of(row.application(), by);
    if (book.over(effect, row.share(), now.today()).compareTo(row.amount()) < 0) {
      throw new Conflict(
          Text.of("台账上的多付已经变少，请重新提出", "the ledger shows less now; propose it again"),
          (long) row.version());
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("cause", verdict.cause().name());
    content.put("monthly", verdict.monthly().toPlainString());
    content.put("text", verdict.text());
    return book.changed(
        RecoveryBook.with(row, RecoveryView.State.DECIDED, verdict.cause(), verdict.monthly()),
        RecoveryBook.DECIDED,
        now.today(),
        content,
        by,
        now);
  }

  /**
   * Whether somebody may decide so now; nothing is written.
   *
   * @throws Conflict as {@link #decide} does
   */
  @Transactional
  public RecoveryView ready(UUID id, int version, BigDecimal monthly, Actor by, Now now) {
    RecoveryTable.Recovery row = book.expected(id, version, by, RecoveryView.State.NOTICED);
    RecoveryBook.another(row, by);
    book.heard(row, now);
    capped(monthly);
    return book.view(row);
  }

  private void capped(BigDecimal monthly) {
    boolean sum = monthly.signum() > 0 && monthly.stripTrailingZeros().scale() <= 2;
    if (!sum || monthly.compareTo(settings.mostAMonth()) > 0) {
      throw new Invalid(
          "/monthly",
          Text.of("每月扣还的金额超过上限", "the instalment is above the cap"),
          Text.of("最多 " + settings.mostAMonth(), "at most " + settings.mostAMonth()));
    }
  }

  /** Nothing more is to come back; in the ledger what was overpaid is closed. */
  @Transactional
  public RecoveryView writeOff(UUID id, int version, WriteOff why, Actor by, Now now) {
    RecoveryTable.Recovery row =
        book.expected(
            id,
            version,
            by,
            RecoveryView.State.PROPOSED,
            RecoveryView.State.NOTICED,
            RecoveryView.State.DECIDED);
    RecoveryBook.another(row, by);
    book.spread(row, "written-off", book.left(row), now.today(), by, now);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("cause", why.cause().name());
    content.put("code", why.code().name());
    content.put("text", why.text());
    return book.changed(
        RecoveryBook.with(row, RecoveryView.State.WRITTEN_OFF, why.cause(), row.monthly()),
        "WRITTEN_OFF",
        now.today(),
        content,
        by,
        now);
  }
}
