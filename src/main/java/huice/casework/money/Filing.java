package huice.casework.money;

import huice.casework.Conflict;
import huice.casework.Invalid;
import huice.casework.decision.Effects;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Text;
import huice.store.DecisionRow;
import huice.store.DueTable;
import huice.store.LedgerTable;
import huice.store.SwitchTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Claims of what an award grants, again and again as its months pass: a month is claimed once, and
 * what is claimed is what the decision in effect grants. Thread-safe.
 */
@ApplicationScoped
public class Filing {
  private static final String REGULAR = "regular";
  private static final String SUPPLEMENT = "supplement";

  private final Effects effects;
  private final Awards awards;
  private final DueTable dues;
  private final LedgerTable ledger;
  private final SwitchTable switches;
  private final MoneySettings settings;
  private final Granting granting;
  private final Certificates certificates;
  private final MoneyLog log;

  Filing(
      Effects effects,
      Awards awards,
      DueTable dues,
      LedgerTable ledger,
      SwitchTable switches,
      MoneySettings settings,
      Granting granting,
      Certificates certificates,
      MoneyLog log) {
    this.effects = effects;
    this.awards = awards;
    this.dues = dues;
    this.ledger = ledger;
    this.switches = switches;
    this.settings = settings;
    this.granting = granting;
    this.certificates = certificates;
    this.log = log;
  }

  /**
   * Claims every month that can be claimed on a day.
   *
   * @throws Conflict when there is none, or nothing is payable
   */
  @Transactional
  public AwardView file(UUID application, LocalDate filedOn, Actor by, Now now) {
    if (filedOn.isAfter(now.today())) {
      throw new Invalid(
          "/filedOn",
          Text.of("日期在今天以后", "the day is after today"),
          Text.of("写提出申领的日期", "write the day on which it was claimed"));
    }
    dues.lock();
    Effects.Effect effect = effects.locked(application, by);
    MoneySettings.SchemeMoney money = payable(effect);
    if (!filed(effect, money, filedOn, by, now)) {
      throw new Conflict(nothing(granting.of(effect), dues.of(application), money));
    }
    return awards.view(effect, now);
  }

  /**
   * Claims for each of some applications what can be claimed of it; those that grant nothing yet
   * are left alone.
   *
   * @return of how many something was claimed
   */
  @Transactional
  public int fileAll(List<UUID> applications, LocalDate filedOn, Actor by, Now now) {
    dues.lock();
    int filed = 0;
    for (UUID application : applications) {
      Effects.Effect effect = effects.locked(application, by);
      MoneySettings.SchemeMoney money = settings.scheme(effect.application().scheme()).orElse(null);
      if (money != null && grants(effect) && filed(effect, money, filedOn, by, now)) {
        filed++;
      }
    }
    return filed;
  }

  private boolean grants(Effects.Effect effect) {
    DecisionRow made = effect.decision();
    return made != null && !granting.of(effect).isEmpty() && switches.standing(made.id()).isEmpty();
  }

  private boolean filed(
      Effects.Effect effect,
      MoneySettings.SchemeMoney money,
      LocalDate filedOn,
      Actor by,
      Now now) {
    refresh(effect, now);
    List<DueTable.Due> before = dues.of(effect.application().id());
    List<Grants.Granted> granted = granting.of(effect);
    List<Grants.Granted> fresh = claimable(granted, before, money, filedOn);
    if (fresh.isEmpty()) {
      return false;
    }
    LocalDate complete = completeOn(effect, fresh, granted, before, money, filedOn);
    add(effect, money, REGULAR, complete, filedOn, lines(fresh), by, now);
    return true;
  }

  /** A period, or somebody's share of it, with what is to be paid for it. */
  private record Line(String period, String share, BigDecimal amount) {}

  private static List<Line> lines(List<Grants.Granted> granted) {
    List<Line> lines = new ArrayList<>();
    for (Grants.Granted one : granted) {
      BigDecimal amount = one.amount();
      if (amount != null) {
        lines.add(new Line(one.period(), one.share(), amount));
      }
    }
    return lines;
  }

  private MoneySettings.SchemeMoney payable(Effects.Effect effect) {
    DecisionRow made = effect.decision();
    MoneySettings.SchemeMoney money =
        settings
            .scheme(effect.application().scheme())
            .orElseThrow(
                () -> new Conflict(Text.of("这个项目不在这里发放", "this scheme is not paid out here")));
    if (made != null && !made.payable()) {
      throw new Conflict(
          Text.of("征求意见稿的项目只作测算，不能支付", "a draft's scheme is indicative and never paid"));
    }
    if (made == null || granting.of(effect).isEmpty()) {
      throw new Conflict(Text.of("没有已生效的、准予发放的决定", "no decision in effect grants anything"));
    }
    if (!switches.standing(made.id()).isEmpty()) {
      throw new Conflict(
          Text.of(
              "决定所依据的规则已停用，由人办理", "a rule of the decision is switched off; a person handles it"));
    }
    return money;
  }

  private static List<Grants.Granted> claimable(
      List<Grants.Granted> granted,
      List<DueTable.Due> before,
      MoneySettings.SchemeMoney money,
      LocalDate on) {
    List<DueTable.Due> claimed =
        before.stream().filter(due -> due.kind().equals(REGULAR) && due.endedAt() == null).toList();
    return granted.stream()
        .filter(one -> one.amount() != null)
        .filter(one -> claimed.stream().noneMatch(due -> one.of(due.period(), due.share())))
        .filter(one -> !Awards.claimable(one, granted, money).isAfter(YearMonth.from(on)))
        .toList();
  }

  private static Text nothing(
      List<Grants.Granted> granted, List<DueTable.Due> before, MoneySettings.SchemeMoney money) {
    YearMonth next =
        claimable(granted, before, money, LocalDate.of(9999, 12, 31)).stream()
            .map(one -> Awards.claimable(one, granted, money))
            .min(YearMonth::compareTo)
            .orElse(null);
    return next == null
        ? Text.of("已申领完毕，或者金额未公布", "all is claimed, or the sum is not published")
        : Text.of("还没有到申领时间，最早 " + next, "not yet to be claimed, from " + next + " on");
  }

  /**
   * The day on which a claim's file was complete: of the first claim that of the application or of
   * its last period's end, of later ones that of filing. A claim in place of one that a new
   * decision ended keeps the place.
   */
  private LocalDate completeOn(
      Effects.Effect effect,
      List<Grants.Granted> fresh,
      List<Grants.Granted> granted,
      List<DueTable.Due> before,
      MoneySettings.SchemeMoney money,
      LocalDate filedOn) {
    Set<String> periods = new HashSet<>();
    fresh.forEach(one -> periods.add(one.period()));
    Set<UUID> ended = new HashSet<>();
    before.stream()
        .filter(due -> due.endedAt() != null && periods.contains(due.period()))
        .forEach(due -> ended.add(due.claim()));
    LocalDate kept =
        dues.claims(effect.application().id()).stream()
            .filter(claim -> ended.contains(claim.id()))
            .map(DueTable.Claim::completeOn)
            .min(LocalDate::compareTo)
            .orElse(null);
    if (kept != null) {
      return kept;
    }
    if (!before.isEmpty()) {
      return filedOn;
    }
    LocalDate over =
        fresh.stream()
            .map(one -> Awards.claimable(one, granted, money).atDay(1))
            .max(LocalDate::compareTo)
            .orElse(filedOn);
    return over.isAfter(effect.completeOn()) ? over : effect.completeOn();
  }

  private void add(
      Effects.Effect effect,
      MoneySettings.SchemeMoney money,
      String kind,
      LocalDate completeOn,
      LocalDate filedOn,
      List<Line> lines,
      Actor by,
      Now now) {
    Map<String, List<Line>> shares =
        lines.stream()
            .collect(Collectors.groupingBy(Line::share, LinkedHashMap::new, Collectors.toList()));
    shares.forEach(
        (share, own) ->
            claim(
                effect,
                granting.payee(effect, share),
                money,
                kind,
                completeOn,
                filedOn,
                own,
                by,
                now));
  }

  /** The claim of one payee: of shares each is a claim of its own, so none waits for another. */
  private void claim(
      Effects.Effect effect,
      UUID payee,
      MoneySettings.SchemeMoney money,
      String kind,
      LocalDate completeOn,
      LocalDate filedOn,
      List<Line> lines,
      Actor by,
      Now now) {
    UUID id = UUID.randomUUID();
    UUID application = effect.application().id();
    UUID decision = Objects.requireNonNull(effect.decision()).id();
    dues.add(
        new DueTable.Claim(
            id,
            application,
            decision,
            payee,
            effect.application().office(),
            money.scheme(),
            money.fund(),
            kind,
            money.statutory() != null,
            certificates.stood(effect, completeOn),
            completeOn,
            filedOn,
            now.at(),
            by.id()));
    for (Line line : lines) {
      dues.add(
          new DueTable.Due(
              UUID.randomUUID(),
              id,
              application,
              decision,
              line.period(),
              line.share(),
              kind,
              line.amount(),
              null,
              null,
              null,
              null));
    }
    log.act(
        by,
        payee,
        Map.of(
            "act",
            "claim-" + kind,
            "claim",
            id,
            "application",
            application,
            "decision",
            decision,
            "periods",
            lines.stream().map(Line::period).toList(),
            "sum",
            lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add)),
        now);
  }

  /**
   * Ends what is claimed, in no batch, and no longer what the decision in effect grants. What was
   * paid stays.
   */
  void refresh(Effects.Effect effect, Now now) {
    for (DueTable.Due due : dues.of(effect.application().id())) {
      if (due.endedAt() == null && due.batch() == null && !stands(due, effect)) {
        dues.end(due.id(), now.at(), "decision");
      }
    }
  }

  /** Whether what is claimed is what is granted now. */
  boolean stands(DueTable.Due due, Effects.Effect effect) {
    DecisionRow made = effect.decision();
    if (made == null || !switches.standing(made.id()).isEmpty()) {
      return false;
    }
    List<Grants.Granted> granted = granting.of(effect);
    if (due.kind().equals(REGULAR)) {
      return granted.stream()
          .anyMatch(
              one ->
                  one.of(due.period(), due.share())
                      && one.amount() != null
                      && one.amount().compareTo(due.amount()) == 0);
    }
    return Balance.of(granted, ledger.of(effect.application().id())).stream()
        .anyMatch(
            line ->
                line.of(due.period(), due.share()) && line.under().compareTo(due.amount()) == 0);
  }

  /**
   * Proposes to pay what the ledger lacks of months that were paid (R36); two people make it a
   * payment, as always.
   *
   * @throws Conflict when nothing is lacking, or a payment of such a month is on its way
   */
  @Transactional
  public AwardView supplement(UUID application, Actor by, Now now) {
    dues.lock();
    Effects.Effect effect = effects.locked(application, by);
    MoneySettings.SchemeMoney money = payable(effect);
    refresh(effect, now);
    List<Line> lines = new ArrayList<>();
    for (Balance.Line line : Balance.of(granting.of(effect), ledger.of(application))) {
      if (line.under().signum() > 0 && !onItsWay(application, line)) {
        lines.add(new Line(line.period(), line.share(), line.under()));
      }
    }
    if (lines.isEmpty()) {
      throw new Conflict(
          Text.of("台账没有少付，或者补付已在办理", "the ledger lacks nothing, or it is on its way already"));
    }
    add(effect, money, SUPPLEMENT, effect.completeOn(), now.today(), lines, by, now);
    return awards.view(effect, now);
  }

  private boolean onItsWay(UUID application, Balance.Line line) {
    Set<@Nullable UUID> paid = new HashSet<>();
    ledger.of(application).forEach(known -> paid.add(known.due()));
    return dues.of(application).stream()
        .anyMatch(
            due ->
                line.of(due.period(), due.share())
                    && due.endedAt() == null
                    && !paid.contains(due.id()));
  }
}
