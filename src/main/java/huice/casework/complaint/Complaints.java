package huice.casework.complaint;

import huice.casework.Absent;
import huice.casework.Conflict;
import huice.casework.OfficeFile;
import huice.casework.Texts;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Text;
import huice.store.ComplaintTable;
import huice.store.Journal;
import huice.store.LogKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Complaints of anybody, also without a name: taken with a number that only whoever complained has,
 * and followed by that number. Nothing of their words stands in the log. Thread-safe.
 */
@ApplicationScoped
public class Complaints {
  private static final String ANSWER = "answer-time";

  private final ComplaintTable table;
  private final Vault vault;
  private final Views views;
  private final OfficeFile office;
  private final Journal journal;

  Complaints(ComplaintTable table, Vault vault, Views views, OfficeFile office, Journal journal) {
    this.table = table;
    this.vault = vault;
    this.views = views;
    this.office = office;
    this.journal = journal;
  }

  /** What whoever complained gets: the number is told here and to nobody else. */
  @Schema(name = "ComplaintReceipt")
  public record Receipt(
      UUID id, String number, String office, @Nullable LocalDate dueOn, Text dueWhy) {}

  /** What whoever has the number may say. */
  public enum Word {
    ADD,
    MONEY_RECEIVED,
    NOT_SOLVED,
    WITHDRAW
  }

  /** The offices that can be asked. */
  @Transactional
  public List<String> offices() {
    return table.offices();
  }

  /**
   * Takes a complaint; sent again under the same key, the same receipt is given.
   *
   * @param by who wrote it down for somebody; null when it came from the person directly
   * @throws huice.casework.Invalid when it cannot be kept
   */
  @Transactional
  public Receipt file(Sent sent, String key, @Nullable Actor by, Now now) {
    sent.check(by == null ? table.offices() : List.of(by.office()));
    String sending = vault.sent(key, sent);
    ComplaintTable.Complaint before = table.sent(sending).orElse(null);
    if (before != null) {
      return receipt(before);
    }
    OfficeFile.Term term = office.term(ANSWER, now.today());
    UUID id = UUID.randomUUID();
    String number = Vault.number();
    vault.open(id);
    ComplaintTable.Complaint made =
        new ComplaintTable.Complaint(
            id,
            sending,
            vault.hash(number),
            vault.sealText(id, number),
            sent.office(),
            sent.topic().name(),
            sent.channel().name(),
            sent.hidden(),
            vault.seal(id, sent.content()),
            now.today(),
            term.due(now.today()),
            Views.kept(term.why()),
            null,
            null,
            null,
            null,
            0,
            now.at(),
            by == null ? null : by.id());
    table.add(made);
    noted(id, "received", by, now);
    return receipt(made);
  }

  private Receipt receipt(ComplaintTable.Complaint of) {
    return new Receipt(
        of.id(),
        vault.openText(of.id(), of.number()),
        of.office(),
        of.dueOn(),
        Views.told(of.dueWhy()));
  }

  /**
   * How the complaint with a number stands, for whoever has the number.
   *
   * @throws Absent when there is none
   */
  @Transactional
  public ComplaintView status(String number, Now now) {
    return views.whole(numbered(number), now.today());
  }

  /**
   * What whoever has the number says about it.
   *
   * @param text what is added; empty where nothing is
   * @throws Conflict when that cannot be said now
   */
  @Transactional
  public ComplaintView say(String number, Word word, String text, Now now) {
    ComplaintTable.Complaint of = numbered(number);
    ComplaintView.State state = Views.state(of);
    boolean wages = Topic.valueOf(of.topic()) == Topic.WAGES;
    switch (word) {
      case ADD -> {
        may(!state.over() && !text.isBlank());
        act(of, Step.ADDED, text, now);
        change(of, of.dueOn(), Views.kept(Views.told(of.dueWhy())), null, null);
      }
      case MONEY_RECEIVED -> {
        may(wages && !state.over());
        act(of, Step.MONEY_RECEIVED, text, now);
        change(of, of.dueOn(), of.dueWhy(), now.today(), ComplaintView.State.MONEY_RECEIVED);
      }
      case NOT_SOLVED -> {
        may(state.contestable());
        act(of, Step.NOT_SOLVED, text, now);
        OfficeFile.Term term = office.term(ANSWER, now.today());
        reopen(of, term, now.today());
      }
      case WITHDRAW -> {
        may(!state.over());
        act(of, Step.WITHDRAWN, text, now);
        change(of, of.dueOn(), of.dueWhy(), now.today(), ComplaintView.State.WITHDRAWN);
      }
    }
    noted(of.id(), "said-" + word.name().toLowerCase(java.util.Locale.ROOT), null, now);
    return status(number, now);
  }

  private static void may(boolean may) {
    if (!may) {
      throw new Conflict(Text.of("以现在的情形不能办理，请看办理情况。", "Not possible as things stand; see below."));
    }
  }

  private void act(ComplaintTable.Complaint of, Step step, String text, Now now) {
    table.add(
        new ComplaintTable.Act(
            null,
            of.id(),
            step.name(),
            now.today(),
            vault.sealText(of.id(), text),
            now.at(),
            null));
  }

  private void reopen(ComplaintTable.Complaint of, OfficeFile.Term term, LocalDate today) {
    must(
        table.change(
            of.id(),
            of.version(),
            new ComplaintTable.Change(
                of.firm(), term.due(today), Views.kept(term.why()), null, null, null)));
  }

  private void change(
      ComplaintTable.Complaint of,
      @Nullable LocalDate dueOn,
      String dueWhy,
      @Nullable LocalDate ended,
      ComplaintView.@Nullable State end) {
    must(
        table.change(
            of.id(),
            of.version(),
            new ComplaintTable.Change(
                of.firm(),
                dueOn,
                dueWhy,
                of.answeredOn(),
                ended,
                end == null ? null : end.name())));
  }

  private static void must(boolean done) {
    if (!done) {
      throw new Conflict(Text.of("刚才有变化，请再看一次。", "It has changed; look again."));
    }
  }

  private ComplaintTable.Complaint numbered(String number) {
    return vault
        .numbered(number)
        .orElseThrow(
            () ->
                new Absent(
                    Text.of("没有这个编号，请核对回执。", "There is no such number; check your receipt.")));
  }

  private void noted(UUID id, String act, @Nullable Actor by, Now now) {
    journal.write(
        new Journal.Entry(
            now.at(),
            LogKind.ACT,
            by == null ? Actor.PROGRAM : by,
            null,
            Texts.json(Map.of("act", "complaints." + act, "id", id.toString()))));
  }
}
