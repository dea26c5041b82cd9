package huice.casework.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import huice.casework.Absent;
import huice.casework.Payees;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The queues of the funds, in the order of edge case 39. Thread-safe. */
@ApplicationScoped
public class Queues {
  private final DueTable dues;
  private final NoticeTable notices;
  private final Budgets budgets;
  private final BankAccounts accounts;
  private final MoneySettings settings;
  private final Payees payees;
  private final MoneyLog log;

  Queues(
      DueTable dues,
      NoticeTable notices,
      Budgets budgets,
      BankAccounts accounts,
      MoneySettings settings,
      Payees payees,
      MoneyLog log) {
    this.dues = dues;
    this.notices = notices;
    this.budgets = budgets;
    this.accounts = accounts;
    this.settings = settings;
    this.payees = payees;
    this.log = log;
  }

  /** Why a claim that there is money for is not paid yet. */
  public enum Lack {
    NOTHING("可以支付", "can be paid"),
    MONEY("等候资金", "waits for money"),
    NOTICE("尚未公示", "not yet shown publicly"),
    NOTICE_RUNS("公示期未满", "the public notice runs"),
    ACCOUNT("没有收款账户", "no bank account"),
    ACCOUNT_CHECK("收款账户待第二人核对", "the bank account waits for a second person");

    private final Text label;

    Lack(String zh, String en) {
      this.label = Text.of(zh, en);
    }

    public Text label() {
      return label;
    }
  }

  /**
   * A claim in its place. {@code payee} is shown masked, and only to who may see the application;
   * null for others. {@code hardship} says that a certificate stood, never of what kind.
   */
  @Schema(name = "QueuePlace")
  public record Line(
      int place,
      UUID claim,
      UUID application,
      String scheme,
      String office,
      @Nullable String payee,
      boolean statutory,
      boolean hardship,
      LocalDate completeOn,
      List<String> periods,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
      int funded,
      Lack lack) {}

  @Schema(name = "Queue")
  public record View(
      String fund,
      Text fundText,
      int year,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal left,
      List<Line> places) {}

  /**
   * A fund's queue.
   *
   * @throws Absent when there is no such fund
   */
  @Transactional
  public View view(String fund, Actor by, Now now) {
    Text text = settings.funds().get(fund);
    if (text == null) {
      throw new Absent(Text.of("没有这个资金来源", "there is no such fund"));
    }
    int year = now.today().getYear();
    List<Called> called = called(fund, now);
    List<Line> lines = called.stream().map(one -> line(one, by)).toList();
    View view = new View(fund, text, year, budgets.purse(fund, year).fund(), lines);
    called.stream()
        .map(Called::claim)
        .filter(claim -> sees(by, claim))
        .map(DueTable.Claim::record)
        .distinct()
        .forEach(payee -> log.read(by, payee, Map.of("what", "queue", "fund", fund), now));
    return view;
  }

  private static boolean sees(Actor by, DueTable.Claim claim) {
    return by.role() != Role.CASEWORKER || by.office().equals(claim.office());
  }

  /** A claim with its place, the months that wait, and what it lacks. */
  record Called(DueTable.Claim claim, List<DueTable.Due> waiting, Queue.Place place, Lack lack) {
    /** The months there is money for. */
    List<DueTable.Due> funded() {
      return waiting.subList(0, place.paid());
    }
  }

  List<Called> called(String fund, Now now) {
    Map<UUID, DueTable.Claim> claims = new HashMap<>();
    dues.waiting(fund).forEach(claim -> claims.put(claim.id(), claim));
    Map<UUID, List<DueTable.Due>> waiting =
        dues.waiting(claims.keySet()).stream().collect(Collectors.groupingBy(DueTable.Due::claim));
    Map<UUID, NoticeTable.Shown> shown = new HashMap<>();
    notices.of(claims.keySet()).forEach(one -> shown.put(one.claim(), one));
    List<Queue.Waiting> all = new ArrayList<>();
    for (DueTable.Claim claim : claims.values()) {
      all.add(
          new Queue.Waiting(
              claim.id(),
              claim.scheme(),
              claim.statutory(),
              claim.hardship(),
              claim.completeOn(),
              waiting.getOrDefault(claim.id(), List.of()).stream()
                  .map(DueTable.Due::amount)
                  .toList(),
              settings.scheme(claim.scheme()).map(s -> s.partial()).orElse(false)));
    }
    Queue.Purse purse = budgets.purse(fund, now.today().getYear());
    List<Called> called = new ArrayList<>();
    for (Queue.Place place : Queue.order(all, purse, settings.tie(), settings.seed())) {
      DueTable.Claim claim = claims.get(place.waiting().claim());
      if (claim != null) {
        Lack lack = lack(claim, place, shown.get(claim.id()), now);
        called.add(new Called(claim, waiting.getOrDefault(claim.id(), List.of()), place, lack));
      }
    }
    return called;
  }

  private Lack lack(
      DueTable.Claim claim, Queue.Place place, NoticeTable.@Nullable Shown shown, Now now) {
    if (!place.admitted()) {
      return Lack.MONEY;
    }
    int days = settings.scheme(claim.scheme()).map(s -> s.noticeDays()).orElse(0);
    if (days > 0 && claim.kind().equals("regular")) {
      if (shown == null) {
        return Lack.NOTICE;
      }
      if (!now.today().isAfter(shown.toOn())) {
        return Lack.NOTICE_RUNS;
      }
    }
    return switch (accounts.standing(claim.record())) {
      case NONE -> Lack.ACCOUNT;
      case TO_CHECK -> Lack.ACCOUNT_CHECK;
      case COUNTS -> Lack.NOTHING;
    };
  }

  private Line line(Called one, Actor by) {
    DueTable.Claim claim = one.claim();
    return new Line(
        one.place().place(),
        claim.id(),
        claim.application(),
        claim.scheme(),
        claim.office(),
        sees(by, claim) ? payees.shown(claim.record()).name() : null,
        claim.statutory(),
        claim.hardship(),
        claim.completeOn(),
        one.waiting().stream().map(DueTable.Due::period).toList(),
        one.place().waiting().sum(),
        one.place().paid(),
        one.lack());
  }

  /** The first place that an application has in a fund's queue; null when nothing of it waits. */
  @Nullable Integer place(String fund, UUID application, Now now) {
    return called(fund, now).stream()
        .filter(one -> one.claim().application().equals(application))
        .map(one -> one.place().place())
        .findFirst()
        .orElse(null);
  }
}
