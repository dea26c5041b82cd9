package huice.entry.page.money;

import huice.casework.Visit;
import huice.casework.decision.Applications.Channel;
import huice.casework.money.AwardView;
import huice.casework.money.Awards;
import huice.casework.money.BankAccounts;
import huice.casework.money.Filing;
import huice.casework.money.MoneySettings;
import huice.casework.money.Recoveries;
import huice.casework.money.RecoveryView;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
import huice.model.Actor;
import huice.model.Role;
import huice.model.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What was granted, month by month: claimed, paid, too much or too little. */
@Path("/desk/money/awards")
@Blocking
@Produces("text/html; charset=UTF-8")
public class AwardPage {
  private static final List<Option> CHANNELS =
      List.of(
          Option.of("COUNTER", "本人到窗口", "at the counter"),
          Option.of("PHONE", "电话", "by phone"),
          Option.of("ONLINE", "网上", "online"),
          Option.of("REPRESENTATIVE", "由代理人", "by a representative"));
  private final Awards awards;
  private final Filing filing;
  private final BankAccounts accounts;
  private final Recoveries recoveries;
  private final MoneySettings settings;
  private final Pages pages;

  AwardPage(
      Awards awards,
      Filing filing,
      BankAccounts accounts,
      Recoveries recoveries,
      MoneySettings settings,
      Pages pages) {
    this.awards = awards;
    this.filing = filing;
    this.accounts = accounts;
    this.recoveries = recoveries;
    this.settings = settings;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "money")
  static class Templates {
    private Templates() {}

    static native TemplateInstance awards(List<AwardView> awards);

    static native TemplateInstance award(View view, Form form);
  }

  /** The page. */
  record View(
      AwardView award,
      List<Month> months,
      List<Payee> accounts,
      List<RecoveryView> recoveries,
      boolean claims,
      boolean claimable,
      boolean checks,
      boolean over,
      boolean under,
      boolean proposes,
      int answerDays,
      BigDecimal mostAMonth,
      List<Option> payees,
      List<Option> channels) {}

  /** Who is paid, and to which accounts. */
  record Payee(String record, String name, List<BankAccounts.Shown> accounts) {}

  /** A month; {@code payee} where it is split among several. */
  record Month(
      String period,
      @Nullable String payee,
      @Nullable BigDecimal granted,
      Text standing,
      String mark,
      BigDecimal paid,
      @Nullable LocalDate paidOn,
      @Nullable LocalDate takenBackOn,
      @Nullable String batch,
      @Nullable Integer line,
      @Nullable String claimableFrom) {}

  @GET
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance list() {
    return Templates.awards(awards.list(pages.actor(), pages.now()));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance award(@PathParam("id") UUID id) {
    return page(id, Form.blank());
  }

  private TemplateInstance page(UUID id, Form form) {
    Actor actor = pages.actor();
    AwardView award = awards.view(id, actor, pages.now());
    boolean caseworker = actor.role() == Role.CASEWORKER;
    boolean certifier = actor.role() == Role.CERTIFIER;
    List<RecoveryView> known = recoveries.of(id, actor, pages.now());
    long underWay = known.stream().filter(one -> one.state().open()).count();
    return Templates.award(
        new View(
            award,
            award.months().stream().map(month -> month(award, month)).toList(),
            award.payees().stream().map(one -> payee(one, actor)).toList(),
            known,
            caseworker,
            award.months().stream().anyMatch(m -> m.standing() == AwardView.Standing.CLAIMABLE),
            caseworker || certifier,
            award.over().signum() > 0,
            award.under().signum() > 0,
            caseworker && award.over().signum() > 0 && underWay == 0,
            settings.answerDays(),
            settings.mostAMonth(),
            award.payees().stream()
                .map(one -> Option.of(one.record().toString(), one.name(), ""))
                .toList(),
            CHANNELS),
        form.with("filedOn", pages.today().toString())
            .with("saidOn", pages.today().toString())
            .with("channel", "COUNTER"));
  }

  private Payee payee(AwardView.Payee payee, Actor actor) {
    return new Payee(
        payee.record().toString(),
        payee.name(),
        accounts.of(payee.record(), actor, Visit.NONE, pages.now()));
  }

  private static @Nullable String name(AwardView award, AwardView.Month month) {
    return award.payees().stream()
        .filter(one -> !month.share().isEmpty() && one.share().equals(month.share()))
        .map(AwardView.Payee::name)
        .findFirst()
        .orElse(null);
  }

  private static Month month(AwardView award, AwardView.Month month) {
    String mark =
        switch (month.standing()) {
          case PAID -> "good";
          case WAITS, IN_BATCH, CLAIMABLE -> "open";
          case NO_LONGER, TAKEN_BACK -> "bad";
          case NOT_SET, NOT_YET -> "quiet";
        };
    UUID batch = month.batch();
    return new Month(
        Typed.period(month.period()),
        name(award, month),
        month.granted(),
        month.standing().label(),
        mark,
        month.paid(),
        month.paidOn(),
        month.takenBackOn(),
        batch == null ? null : batch.toString(),
        month.line(),
        month.standing() == AwardView.Standing.NOT_YET ? month.claimableFrom() : null);
  }

  private static String address(UUID id) {
    return "/desk/money/awards/" + id;
  }

  @POST
  @Path("{id}/claims")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response claim(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    LocalDate on = form.day("filedOn", pages.today());
    return pages.post(
        form,
        () -> {
          filing.file(id, on, pages.actor(), pages.now());
          return address(id);
        },
        () -> page(id, form));
  }

  @POST
  @Path("{id}/supplements")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response supplement(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    return pages.post(
        form,
        () -> {
          filing.supplement(id, pages.actor(), pages.now());
          return address(id);
        },
        () -> page(id, form));
  }

  @POST
  @Path("{id}/accounts")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response account(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String number = form.text("number");
    String bank = form.text("bank");
    String holder = form.text("holder");
    LocalDate on = form.day("saidOn", pages.today());
    String channel = form.choice("channel", CHANNELS.stream().map(Option::value).toList());
    UUID payee = whose(id, form);
    return pages.post(
        form,
        () -> {
          accounts.add(
              payee,
              new BankAccounts.NewAccount(number, bank, holder, on, Channel.valueOf(channel)),
              pages.actor(),
              Visit.NONE,
              pages.now());
          return address(id);
        },
        () -> page(id, form));
  }

  /** One of those who are paid; the only one where nobody was named. */
  private UUID whose(UUID id, Form form) {
    List<UUID> payees =
        awards.view(id, pages.actor(), pages.now()).payees().stream()
            .map(AwardView.Payee::record)
            .toList();
    if (payees.size() == 1 && form.value("payee").isEmpty()) {
      return payees.get(0);
    }
    String word = form.choice("payee", payees.stream().map(UUID::toString).toList());
    return word.isEmpty() ? payees.get(0) : UUID.fromString(word);
  }

  @POST
  @Path("{id}/accounts/{account}/check")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(hidden = true)
  public Response check(
      @PathParam("id") UUID id,
      @PathParam("account") UUID account,
      MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    UUID payee = whose(id, form);
    return pages.post(
        form,
        () -> {
          accounts.confirm(payee, account, pages.actor(), Visit.NONE, pages.now());
          return address(id);
        },
        () -> page(id, form));
  }

  @POST
  @Path("{id}/recoveries")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response propose(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String text = form.text("text");
    return pages.post(
        form,
        () -> {
          return RecoveryPage.address(
              recoveries.propose(id, text, pages.actor(), pages.now()).id());
        },
        () -> page(id, form));
  }
}
