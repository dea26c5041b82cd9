package huice.casework.money;

import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.decision.Applications.Channel;
import huice.casework.decision.Delivery;
import huice.casework.decision.Effects;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Text;
import huice.store.DueTable;
import huice.store.RecoveryTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Recovery is never automatic (R35): somebody proposes what the ledger shows as overpaid, the
 * person is told and has time to answer, and another named person decides, in instalments that have
 * a cap, or writes it off. Thread-safe.
 */
@ApplicationScoped
public class Recoveries {
  private final RecoveryBook book;
  private final DueTable dues;
  private final Effects effects;
  private final MoneyLog log;

  Recoveries(RecoveryBook book, DueTable dues, Effects effects, MoneyLog log) {
    this.book = book;
    this.dues = dues;
    this.effects = effects;
    this.log = log;
  }

  /**
   * Proposes to recover what the ledger shows as overpaid; it has no effect. Of what is split among
   * several, what one of them was overpaid.
   *
   * @throws Conflict when nothing is overpaid, or a recovery is under way
   */
  @Transactional
  public RecoveryView propose(UUID application, String text, Actor by, Now now) {
    dues.lock();
    Effects.Effect effect = effects.of(application, by);
    String share = book.overpaid(effect, now.today());
    if (effect.decision() == null || share == null) {
      throw new Conflict(
          Text.of(
              "按银行确认的台账没有多付，已过追回的期限，或者已有一项追回在办理",
              "by the ledger nothing was overpaid, it was too long ago, or a recovery is under way"));
    }
    RecoveryTable.Recovery row =
        new RecoveryTable.Recovery(
            UUID.randomUUID(),
            application,
            effect.decision().id(),
            share,
            book.over(effect, share, now.today()),
            null,
            "proposed",
            null,
            1,
            now.at(),
            by.id());
    return book.add(row, text, by, now);
  }

  /** The person is told; the time to answer begins. */
  @Transactional
  public RecoveryView tell(UUID id, int version, Delivery how, Actor by, Now now) {
    RecoveryTable.Recovery row =
        book.expected(id, version, by, RecoveryView.State.PROPOSED, RecoveryView.State.NOTICED);
    if (how.by().isBlank()
        || how.to().isBlank()
        || how.on().isAfter(now.today())
        || how.on().isBefore(LocalDate.ofInstant(row.at(), java.time.ZoneId.systemDefault()))) {
      throw new Invalid(
          "/on",
          Text.of("没有写明怎么、何时、由谁送达给谁", "it does not say how, when, by whom and to whom"),
          Text.of("请写明", "write it"));
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("way", how.way().name());
    content.put("by", how.by());
    content.put("to", how.to());
    return book.changed(
        RecoveryBook.with(row, RecoveryView.State.NOTICED, null, row.monthly()),
        RecoveryBook.NOTICED,
        how.on(),
        content,
        by,
        now);
  }

  /** What the person answers, in the person's own words: how and on what day it was given. */
  public record Answer(String text, Channel channel, LocalDate on) {}

  /** Keeps an answer; it is read before anything is decided. */
  @Transactional
  public RecoveryView answer(UUID id, int version, Answer answer, Actor by, Now now) {
    RecoveryTable.Recovery row =
        book.expected(
            id,
            version,
            by,
            RecoveryView.State.PROPOSED,
            RecoveryView.State.NOTICED,
            RecoveryView.State.DECIDED);
    if (answer.text().isBlank() || answer.on().isAfter(now.today())) {
      boolean blank = answer.text().isBlank();
      throw new Invalid(
          blank ? "/text" : "/on",
          blank
              ? Text.of("没有写本人说了什么", "it does not say what the person said")
              : Text.of("日期在今天以后", "the day is after today"),
          Text.of("照本人的话写", "write it in the person's words"));
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("channel", answer.channel().name());
    content.put("text", answer.text());
    return book.changed(
        RecoveryBook.with(row, RecoveryBook.state(row), null, row.monthly()),
        RecoveryBook.ANSWERED,
        answer.on(),
        content,
        by,
        now);
  }

  /** Given up before a decision: nothing was overpaid after all. */
  @Transactional
  public RecoveryView drop(UUID id, int version, String text, Actor by, Now now) {
    RecoveryTable.Recovery row =
        book.expected(id, version, by, RecoveryView.State.PROPOSED, RecoveryView.State.NOTICED);
    return book.changed(
        RecoveryBook.with(row, RecoveryView.State.DROPPED, null, row.monthly()),
        "DROPPED",
        now.today(),
        Map.of("text", text),
        by,
        now);
  }

  /** An instalment came back. */
  @Transactional
  public RecoveryView repaid(
      UUID id, int version, BigDecimal amount, LocalDate on, Actor by, Now now) {
    RecoveryTable.Recovery row = book.expected(id, version, by, RecoveryView.State.DECIDED);
    Sums.check("/amount", amount);
    BigDecimal left = book.left(row);
    if (amount.compareTo(left) > 0 || on.isAfter(now.today())) {
      throw new Invalid(
          amount.compareTo(left) > 0 ? "/amount" : "/on",
          Text.of("多于尚未还的，或者日期在今天以后", "more than is left, or a day after today"),
          Text.of("尚未还的：" + left, "left: " + left));
    }
    book.spread(row, "repaid", amount, on, by, now);
    boolean settled = amount.compareTo(left) == 0;
    return book.changed(
        RecoveryBook.with(
            row,
            settled ? RecoveryView.State.SETTLED : RecoveryView.State.DECIDED,
            null,
            row.monthly()),
        "REPAID",
        on,
        Map.of("amount", amount.toPlainString()),
        by,
        now);
  }

  /** One recovery; a person's data is read. */
  @Transactional
  public RecoveryView view(UUID id, Actor by, Now now) {
    RecoveryTable.Recovery row = book.found(id);
    effects.of(row.application(), by);
    RecoveryView view = book.view(row);
    log.read(by, view.payee(), Map.of("what", "recovery", "recovery", id), now);
    return view;
  }

  /** Those of an application. */
  @Transactional
  public List<RecoveryView> of(UUID application, Actor by, Now now) {
    effects.of(application, by);
    List<RecoveryView> views = book.of(application).stream().map(book::view).toList();
    views.stream()
        .map(RecoveryView::payee)
        .distinct()
        .forEach(
            payee ->
                log.read(by, payee, Map.of("what", "recoveries", "application", application), now));
    return views;
  }
}
