package huice.entry.page.money;

import huice.casework.Visit;
import huice.casework.decision.Applications.Channel;
import huice.casework.decision.Delivery;
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
import java.util.Arrays;
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
  private static final List<Option> CAUSES =
      List.of(
          Option.of("OFFICE", "本机构的差错", "the office"),
          Option.of("APPLICANT", "申请人的差错", "the applicant"),
          Option.of("NEITHER", "谁都没有差错", "neither"));

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
      List<BankAccounts.Shown> accounts,
      List<RecoveryView> recoveries,
      boolean claims,
      boolean claimable,
      boolean checks,
      boolean decides,
      boolean over,
      boolean under,
      int answerDays,
      BigDecimal mostAMonth,
      List<Option> channels,
      List<Option> causes) {}

  /** A month. */
  record Month(
      String period,
      @Nullable BigDecimal granted,
      Text standing,
      String mark,
      BigDecimal paid,
      @Nullable LocalDate paidOn,
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
    return Templates.award(
        new View(
            award,
            award.months().stream().map(AwardPage::month).toList(),
            accounts.of(award.payee(), actor, Visit.NONE, pages.now()),
            recoveries.of(id, actor, pages.now()),
            caseworker,
            award.months().stream().anyMatch(m -> m.standing() == AwardView.Standing.CLAIMABLE),
            caseworker || certifier,
            certifier,
            award.over().signum() > 0,
            award.under().signum() > 0,
            settings.answerDays(),
            settings.mostAMonth(),
            CHANNELS,
            CAUSES),
        form.with("filedOn", pages.today().toString())
            .with("saidOn", pages.today().toString())
            .with("channel", "COUNTER"));
  }

  private static Month month(AwardView.Month month) {
    String mark =
        switch (month.standing()) {
          case PAID -> "good";
          case WAITS, IN_BATCH, CLAIMABLE -> "open";
          case NO_LONGER -> "bad";
          case NOT_SET, NOT_YET -> "quiet";
        };
    UUID batch = month.batch();
    return new Month(
        Typed.period(month.period()),
        month.granted(),
        month.standing().label(),
        mark,
        month.paid(),
        month.paidOn(),
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
    return pages.post(
        form,
        () -> {
          UUID payee = awards.view(id, pages.actor(), pages.now()).payee();
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
    return pages.post(
        form,
        () -> {
          UUID payee = awards.view(id, pages.actor(), pages.now()).payee();
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
          recoveries.propose(id, text, pages.actor(), pages.now());
          return address(id);
        },
        () -> page(id, form));
  }

  /** What is done with a recovery: one word each. */
  @POST
  @Path("{id}/recoveries/{recovery}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(hidden = true)
  public Response recovery(
      @PathParam("id") UUID id,
      @PathParam("recovery") UUID recovery,
      MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    String act = form.choice("act", List.of("notice", "answer", "decide", "write-off", "repaid"));
    Runnable work =
        switch (act) {
          case "notice" -> notice(form, recovery, version);
          case "answer" -> answer(form, recovery, version);
          case "decide" -> decide(form, recovery, version);
          case "write-off" -> writeOff(form, recovery, version);
          default -> repaid(form, recovery, version);
        };
    return pages.post(
        form,
        () -> {
          work.run();
          return address(id);
        },
        () -> page(id, form));
  }

  private Runnable notice(Form form, UUID id, int version) {
    LocalDate on = form.day("on", pages.today());
    String to = form.text("to");
    return () ->
        recoveries.tell(
            id,
            version,
            new Delivery(Delivery.Way.HANDED, on, pages.actor().name(), to),
            pages.actor(),
            pages.now());
  }

  private Runnable answer(Form form, UUID id, int version) {
    String text = form.text("text");
    return () -> recoveries.answer(id, version, text, pages.actor(), pages.now());
  }

  private Runnable decide(Form form, UUID id, int version) {
    RecoveryView.Cause cause = cause(form);
    BigDecimal monthly = Typed.sum(form, "monthly");
    String text = form.text("text");
    certifier();
    return () ->
        recoveries.decide(
            id, version, new Recoveries.Verdict(cause, monthly, text), pages.actor(), pages.now());
  }

  private Runnable writeOff(Form form, UUID id, int version) {
    RecoveryView.Cause cause = cause(form);
    String text = form.text("text");
    certifier();
    return () -> recoveries.writeOff(id, version, cause, text, pages.actor(), pages.now());
  }

  private void certifier() {
    if (pages.actor().role() != Role.CERTIFIER) {
      throw new huice.casework.NotAllowed(Text.of("追回由审定人决定", "a certifier decides on a recovery"));
    }
  }

  private static RecoveryView.Cause cause(Form form) {
    String word =
        form.choice("cause", Arrays.stream(RecoveryView.Cause.values()).map(Enum::name).toList());
    return word.isEmpty() ? RecoveryView.Cause.NEITHER : RecoveryView.Cause.valueOf(word);
  }

  private Runnable repaid(Form form, UUID id, int version) {
    BigDecimal amount = Typed.sum(form, "amount");
    LocalDate on = form.day("on", pages.today());
    return () -> recoveries.repaid(id, version, amount, on, pages.actor(), pages.now());
  }
}
