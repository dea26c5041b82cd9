package huice.casework.complaint;

import huice.casework.Absent;
import huice.casework.Access;
import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.NotAllowed;
import huice.casework.Texts;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.store.ComplaintTable;
import huice.store.Journal;
import huice.store.LogKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the office does about complaints. Whoever was asked first stays responsible, also after
 * others were asked for help. Unpaid wages are at an end when the worker says that the money has
 * come, or takes the complaint back; nothing that an employer or an officer says ends them.
 * Thread-safe.
 */
@ApplicationScoped
public class Handling {
  private static final Set<Role> EVERYWHERE = Set.of(Role.AUDITOR, Role.REVIEWER);
  private static final int LONGEST = 2_000;

  private final ComplaintTable table;
  private final Vault vault;
  private final Views views;
  private final WageChecks checks;
  private final Journal journal;

  Handling(ComplaintTable table, Vault vault, Views views, WageChecks checks, Journal journal) {
    this.table = table;
    this.vault = vault;
    this.views = views;
    this.checks = checks;
    this.journal = journal;
  }

  /**
   * What an employer is told: nothing of who complained, or in what words.
   *
   * @param firm its public name; null while none was found
   */
  public record Sheet(UUID id, @Nullable String firm, Text topic, String office) {}

  /** The complaints of an office, without their words. */
  @Transactional
  public List<ComplaintView> list(Actor by, LocalDate today) {
    return table.of(EVERYWHERE.contains(by.role()) ? null : by.office()).stream()
        .map(of -> views.outside(of, today))
        .toList();
  }

  /** One with its words; that they were read is noted. */
  @Transactional
  public ComplaintView view(UUID id, Actor by, Now now) {
    ComplaintTable.Complaint of = row(id, by);
    ComplaintView view = views.whole(of, now.today());
    noted(LogKind.READ, id, "read", by, now);
    return view;
  }

  /** The employer that it is about, among those registered. */
  @Transactional
  public ComplaintView link(UUID id, int version, UUID firm, Actor by, Now now) {
    ComplaintTable.Complaint of = open(id, by);
    checks.known(firm);
    return done(of, version, Step.LINKED, "", firm, of.answeredOn(), null, by, now);
  }

  /** Others were asked for help; the office stays the one that owes the answer. */
  @Transactional
  public ComplaintView pass(UUID id, int version, String to, Actor by, Now now) {
    ComplaintTable.Complaint of = open(id, by);
    return done(of, version, Step.PASSED, text(to), of.firm(), of.answeredOn(), null, by, now);
  }

  /** The answer to whoever complained. It ends a complaint, but not one about unpaid wages. */
  @Transactional
  public ComplaintView answer(UUID id, int version, String answer, Actor by, Now now) {
    ComplaintTable.Complaint of = open(id, by);
    boolean wages = Topic.valueOf(of.topic()) == Topic.WAGES;
    ComplaintView.State end = wages ? null : ComplaintView.State.ANSWERED;
    return done(of, version, Step.ANSWERED, text(answer), of.firm(), now.today(), end, by, now);
  }

  /** What an employer says of paying; a reason to ask the worker, and nothing else. */
  @Transactional
  public ComplaintView firmSaysPaid(UUID id, int version, String what, Actor by, Now now) {
    ComplaintTable.Complaint of = wages(open(id, by));
    return done(
        of, version, Step.FIRM_SAYS_PAID, text(what), of.firm(), of.answeredOn(), null, by, now);
  }

  /**
   * The worker told the office that all the money has come.
   *
   * @param how in which way the worker said so, and what was seen
   */
  @Transactional
  public ComplaintView moneyReceived(UUID id, int version, String how, Actor by, Now now) {
    ComplaintTable.Complaint of = wages(open(id, by));
    return done(
        of,
        version,
        Step.MONEY_RECEIVED,
        text(how),
        of.firm(),
        of.answeredOn(),
        ComplaintView.State.MONEY_RECEIVED,
        by,
        now);
  }

  /** The person took it back, signed, at the counter. */
  @Transactional
  public ComplaintView withdraw(UUID id, int version, String how, Actor by, Now now) {
    ComplaintTable.Complaint of = open(id, by);
    return done(
        of,
        version,
        Step.WITHDRAWN,
        text(how),
        of.firm(),
        of.answeredOn(),
        ComplaintView.State.WITHDRAWN,
        by,
        now);
  }

  /** Has the employer's wages checked, as on any other occasion: the check names no complaint. */
  @Transactional
  public void callCheck(UUID id, Actor by, Now now) {
    ComplaintTable.Complaint of = open(id, by);
    UUID firm = of.firm();
    if (firm == null) {
      throw new Conflict(Text.of("先对应到登记的单位。", "First say which registered employer it is."));
    }
    checks.call(firm, of.dueOn(), by, now);
  }

  /**
   * What the employer is told.
   *
   * @throws NotAllowed when the person does not want it to know
   */
  @Transactional
  public Sheet sheet(UUID id, Actor by) {
    ComplaintTable.Complaint of = row(id, by);
    if (of.hidden()) {
      throw new NotAllowed(
          Text.of(
              "本人要求不让单位知道有人投诉，不能就此致函单位；可以安排一次例行排查。",
              "The person does not want the employer to know; have a routine check made instead."));
    }
    ComplaintView view = views.outside(of, of.receivedOn());
    return new Sheet(of.id(), view.firmTitle(), view.topicText(), view.office());
  }

  private ComplaintTable.Complaint row(UUID id, Actor by) {
    ComplaintTable.Complaint of =
        table
            .find(id)
            .orElseThrow(() -> new Absent(Text.of("没有这件投诉。", "There is no such complaint.")));
    if (!EVERYWHERE.contains(by.role()) && !of.office().equals(by.office())) {
      throw new NotAllowed(Access.OTHER_OFFICE);
    }
    return of;
  }

  private ComplaintTable.Complaint open(UUID id, Actor by) {
    ComplaintTable.Complaint of = row(id, by);
    if (Views.state(of).over()) {
      throw new Conflict(Text.of("这件投诉已经办结。", "This complaint is closed."));
    }
    return of;
  }

  private static ComplaintTable.Complaint wages(ComplaintTable.Complaint of) {
    if (Topic.valueOf(of.topic()) != Topic.WAGES) {
      throw new Conflict(Text.of("这不是欠薪的投诉。", "This is not about unpaid wages."));
    }
    return of;
  }

  private static String text(String text) {
    List<Invalid.Fault> faults = new ArrayList<>();
    Sent.fits("/text", text, LONGEST, faults);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return text;
  }

  private ComplaintView done(
      ComplaintTable.Complaint of,
      int version,
      Step step,
      String text,
      @Nullable UUID firm,
      @Nullable LocalDate answered,
      ComplaintView.@Nullable State end,
      Actor by,
      Now now) {
    boolean changed =
        table.change(
            of.id(),
            version,
            new ComplaintTable.Change(
                firm,
                of.dueOn(),
                of.dueWhy(),
                answered,
                end == null ? null : now.today(),
                end == null ? null : end.name()));
    if (!changed) {
      throw new Conflict(
          Text.of("刚才有人办过，请看现在的情况。", "Somebody else was faster; see how it stands now."),
          (long) of.version());
    }
    table.add(
        new ComplaintTable.Act(
            null,
            of.id(),
            step.name(),
            now.today(),
            vault.sealText(of.id(), text),
            now.at(),
            by.id()));
    ComplaintView view = views.whole(row(of.id(), by), now.today());
    noted(LogKind.ACT, of.id(), step.name().toLowerCase(java.util.Locale.ROOT), by, now);
    return view;
  }

  private void noted(LogKind kind, UUID id, String act, Actor by, Now now) {
    journal.write(
        new Journal.Entry(
            now.at(),
            kind,
            by,
            null,
            Texts.json(Map.of("act", "complaints." + act, "id", id.toString()))));
  }
}
