package huice.casework.money;

import huice.casework.Payees;
import huice.casework.Releases;
import huice.casework.decision.Effects;
import huice.casework.decision.Now;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import huice.store.DueTable;
import huice.store.LedgerTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is granted, claimed and paid on applications. Thread-safe. */
@ApplicationScoped
public class Awards {
  private static final int MOST = 200;

  /** States in which a decision may have effect. */
  private static final List<String> DECIDED =
      List.of(
          "GRANTED",
          "GRANTED_TOLD",
          "ADVERSE",
          "ADVERSE_TOLD",
          "OBJECTED",
          "OBJECTED_LATE",
          "OBJECTED_GRANTED",
          "UPHELD",
          "PROPOSED",
          "ADVERSE_PROPOSED",
          "COMMENT_PERIOD");

  private final Effects effects;
  private final MoneySettings settings;
  private final DueTable dues;
  private final LedgerTable ledger;
  private final Payees payees;
  private final BankAccounts accounts;
  private final Queues queues;
  private final Releases releases;
  private final Granting granting;
  private final MoneyLog log;

  Awards(
      Effects effects,
      MoneySettings settings,
      DueTable dues,
      LedgerTable ledger,
      Payees payees,
      BankAccounts accounts,
      Queues queues,
      Releases releases,
      Granting granting,
      MoneyLog log) {
    this.effects = effects;
    this.settings = settings;
    this.dues = dues;
    this.ledger = ledger;
    this.payees = payees;
    this.accounts = accounts;
    this.queues = queues;
    this.releases = releases;
    this.granting = granting;
    this.log = log;
  }

  /** The award of an application; its reading is noted. */
  @Transactional
  public AwardView view(UUID application, Actor by, Now now) {
    Effects.Effect effect = effects.of(application, by);
    AwardView view = view(effect, now);
    everybody(List.of(view))
        .forEach(
            payee -> log.read(by, payee, Map.of("what", "award", "application", application), now));
    return view;
  }

  /** Applications with something granted or paid, of the caller's office or of all. */
  @Transactional
  public List<AwardView> list(Actor by, Now now) {
    String office = by.role() == Role.CASEWORKER ? by.office() : null;
    List<AwardView> found = new ArrayList<>();
    for (UUID id : dues.decided(office, DECIDED, MOST)) {
      AwardView view = view(effects.of(id, by), now.today(), null);
      if (view.fund() != null && !view.months().isEmpty()) {
        found.add(view);
      }
    }
    everybody(found).forEach(payee -> log.read(by, payee, Map.of("what", "awards"), now));
    return found;
  }

  private static Set<UUID> everybody(List<AwardView> views) {
    Set<UUID> payees = new LinkedHashSet<>();
    for (AwardView view : views) {
      payees.add(view.payee());
      view.payees().forEach(one -> payees.add(one.record()));
    }
    return payees;
  }

  AwardView view(Effects.Effect effect, Now now) {
    Integer place =
        settings
            .scheme(effect.application().scheme())
            .map(money -> queues.place(money.fund(), effect.application().id(), now))
            .orElse(null);
    return view(effect, now.today(), place);
  }

  private AwardView view(Effects.Effect effect, LocalDate today, @Nullable Integer place) {
    UUID id = effect.application().id();
    String scheme = effect.application().scheme();
    MoneySettings.SchemeMoney money = settings.scheme(scheme).orElse(null);
    List<Grants.Granted> granted = granting.of(effect);
    List<LedgerTable.Line> paid = ledger.of(id);
    List<Balance.Line> balance = Balance.of(granted, paid);
    UUID payee = payees.of(effect.application().record());
    return new AwardView(
        id,
        effect.application().record(),
        payee,
        payees.shown(payee).name(),
        scheme,
        title(scheme),
        effect.application().office(),
        effect.decision() == null ? null : effect.decision().id(),
        effect.held(),
        money == null ? null : money.fund(),
        money == null ? null : money.rhythm(),
        effect.completeOn(),
        months(granted, dues.of(id), paid, money, today),
        Balance.paid(paid),
        Balance.over(balance),
        Balance.under(balance),
        place,
        accounts.masked(payee),
        payees(effect, granted, paid));
  }

  private List<AwardView.Payee> payees(
      Effects.Effect effect, List<Grants.Granted> granted, List<LedgerTable.Line> paid) {
    Set<String> shares = new LinkedHashSet<>();
    granted.forEach(one -> shares.add(one.share()));
    paid.forEach(line -> shares.add(line.share()));
    if (shares.isEmpty()) {
      shares.add("");
    }
    List<AwardView.Payee> shown = new ArrayList<>();
    for (String share : shares) {
      UUID payee = granting.known(effect, share);
      if (payee != null) {
        shown.add(
            new AwardView.Payee(payee, share, payees.shown(payee).name(), accounts.masked(payee)));
      }
    }
    return shown;
  }

  /** A scheme's title as its rule has it, in Chinese only. */
  public Text title(String scheme) {
    return releases.live().schemes().stream()
        .filter(info -> info.id().equals(scheme))
        .map(info -> Text.of(info.title(), info.title()))
        .findFirst()
        .orElse(Text.of(scheme, scheme));
  }

  private static List<AwardView.Month> months(
      List<Grants.Granted> granted,
      List<DueTable.Due> dues,
      List<LedgerTable.Line> paid,
      MoneySettings.@Nullable SchemeMoney money,
      LocalDate today) {
    Map<Part, Grants.@Nullable Granted> parts = new TreeMap<>();
    paid.forEach(line -> parts.put(new Part(line.period(), line.share()), null));
    granted.forEach(one -> parts.put(new Part(one.period(), one.share()), one));
    List<AwardView.Month> months = new ArrayList<>();
    parts.forEach((part, one) -> months.add(month(part, one, granted, dues, paid, money, today)));
    return months;
  }

  /** A period, or somebody's share of one. */
  private record Part(String period, String share) implements Comparable<Part> {
    @Override
    public int compareTo(Part other) {
      return Comparator.comparing(Part::period)
          .thenComparing(Part::share, Comparator.reverseOrder())
          .compare(this, other);
    }

    boolean of(String otherPeriod, String otherShare) {
      return period.equals(otherPeriod) && share.equals(otherShare);
    }
  }

  private static AwardView.Month month(
      Part part,
      Grants.@Nullable Granted granted,
      List<Grants.Granted> all,
      List<DueTable.Due> dues,
      List<LedgerTable.Line> paid,
      MoneySettings.@Nullable SchemeMoney money,
      LocalDate today) {
    List<LedgerTable.Line> lines =
        paid.stream().filter(l -> part.of(l.period(), l.share())).toList();
    DueTable.Due due =
        dues.stream()
            .filter(d -> part.of(d.period(), d.share()) && d.endedAt() == null)
            .reduce((first, second) -> second)
            .orElse(null);
    YearMonth from = money == null || granted == null ? null : claimable(granted, all, money);
    boolean stands = Balance.paid(lines.stream().filter(Balance::byBank).toList()).signum() > 0;
    boolean confirmed = due != null && lines.stream().anyMatch(l -> due.id().equals(l.due()));
    return new AwardView.Month(
        part.period(),
        part.share(),
        granted == null ? null : granted.amount(),
        standing(granted, due, confirmed || due == null && stands, stands, from, today),
        Balance.paid(lines),
        due == null ? null : due.batch(),
        due == null ? null : due.line(),
        stands ? latest(lines, LedgerTable.PAID) : null,
        latest(lines, LedgerTable.TAKEN_BACK),
        from == null ? null : from.toString());
  }

  private static @Nullable LocalDate latest(List<LedgerTable.Line> lines, String kind) {
    return lines.stream()
        .filter(l -> l.kind().equals(kind))
        .map(LedgerTable.Line::onDay)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  private static AwardView.Standing standing(
      Grants.@Nullable Granted granted,
      DueTable.@Nullable Due due,
      boolean paid,
      boolean stands,
      @Nullable YearMonth from,
      LocalDate today) {
    if (granted == null) {
      return stands ? AwardView.Standing.NO_LONGER : AwardView.Standing.TAKEN_BACK;
    }
    if (paid) {
      return AwardView.Standing.PAID;
    }
    if (due != null) {
      return due.batch() == null ? AwardView.Standing.WAITS : AwardView.Standing.IN_BATCH;
    }
    if (granted.amount() == null) {
      return AwardView.Standing.NOT_SET;
    }
    return from != null && !from.isAfter(YearMonth.from(today))
        ? AwardView.Standing.CLAIMABLE
        : AwardView.Standing.NOT_YET;
  }

  /** The month in which a granted one can be claimed first. */
  static YearMonth claimable(
      Grants.Granted one, List<Grants.Granted> all, MoneySettings.SchemeMoney money) {
    YearMonth month = one.month();
    if (month == null) {
      return YearMonth.of(1, 1);
    }
    YearMonth last =
        all.stream()
            .map(Grants.Granted::month)
            .filter(m -> m != null)
            .max(Comparator.nullsFirst(Comparator.naturalOrder()))
            .orElse(month);
    return money.rhythm().claimableIn(month, last == null ? month : last);
  }
}
