package huice.entry.page.money;

import huice.casework.decision.Applications.Channel;
import huice.casework.decision.Delivery;
import huice.casework.money.MoneySettings;
import huice.casework.money.Recoveries;
import huice.casework.money.RecoveryVerdicts;
import huice.casework.money.RecoveryView;
import huice.casework.money.RecoveryView.State;
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

/**
 * One recovery, act by act: told, answered, decided by another person after a page that stops,
 * given back in instalments, written off or withdrawn (R35).
 */
@Path("/desk/money/recoveries/{id}")
@Blocking
@Produces("text/html; charset=UTF-8")
public class RecoveryPage {
  private static final int OK = 200;
  private static final int UNPROCESSABLE = 422;
  private static final String STOPPED = "stopped";
  private static final String KNOWING = "knowing";

  private static final List<Option> WAYS =
      List.of(
          Option.of("HANDED", "当面交给", "handed over"),
          Option.of("REPRESENTATIVE", "交给代理人", "to a representative"));

  private final Recoveries recoveries;
  private final RecoveryVerdicts verdicts;
  private final MoneySettings settings;
  private final Pages pages;

  RecoveryPage(
      Recoveries recoveries, RecoveryVerdicts verdicts, MoneySettings settings, Pages pages) {
    this.recoveries = recoveries;
    this.verdicts = verdicts;
    this.settings = settings;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "money")
  static class Templates {
    private Templates() {}

    static native TemplateInstance recovery(View view, Form form);

    static native TemplateInstance recoverystop(Stop stop, Form form);
  }

  /** The page; what may be done now by whoever reads it. */
  record View(
      RecoveryView recovery,
      String mark,
      List<RecoveryWords.Line> said,
      List<RecoveryWords.Line> acts,
      boolean tells,
      boolean answers,
      boolean decides,
      boolean own,
      boolean writesOff,
      boolean withdraws,
      boolean books,
      int answerDays,
      BigDecimal mostAMonth,
      List<Option> ways,
      List<Option> channels,
      List<Option> causes,
      List<Option> codes) {}

  /** The page before a recovery is decided: what it means for the person, and what was said. */
  record Stop(
      RecoveryView recovery,
      BigDecimal monthly,
      int months,
      BigDecimal last,
      List<RecoveryWords.Line> said) {}

  static String address(UUID id) {
    return "/desk/money/recoveries/" + id;
  }

  @GET
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance recovery(@PathParam("id") UUID id) {
    return page(id, Form.blank());
  }

  private TemplateInstance page(UUID id, Form form) {
    Actor actor = pages.actor();
    RecoveryView view = recoveries.view(id, actor, pages.now());
    State state = view.state();
    boolean certifier = actor.role() == Role.CERTIFIER;
    boolean acts = certifier || actor.role() == Role.CASEWORKER;
    boolean early = state == State.PROPOSED || state == State.NOTICED;
    boolean own = view.by().equals(actor.id());
    return Templates.recovery(
        new View(
            view,
            RecoveryWords.mark(state),
            RecoveryWords.said(view),
            RecoveryWords.acts(view),
            acts && early,
            acts && state.open(),
            certifier && !own && state == State.NOTICED,
            own,
            certifier && !own && state.open(),
            acts && early,
            acts && state == State.DECIDED,
            settings.answerDays(),
            settings.mostAMonth(),
            WAYS,
            RecoveryWords.CHANNELS,
            RecoveryWords.CAUSES,
            RecoveryWords.CODES),
        form.with("noticeOn", pages.today().toString())
            .with("answerOn", pages.today().toString())
            .with("repaidOn", pages.today().toString())
            .with("way", "HANDED")
            .with("channel", "COUNTER"));
  }

  /** {@code on} and {@code text}: what those fields are called in this form. */
  private Response done(UUID id, Form form, String on, String text, Runnable work) {
    return pages.post(
        form,
        () -> {
          work.run();
          return address(id);
        },
        pointer ->
            switch (pointer) {
              case "/on" -> on;
              case "/text" -> text;
              default -> pointer.replaceFirst("^/", "");
            },
        () -> page(id, form));
  }

  @POST
  @Path("notices")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(hidden = true)
  public Response notice(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    String way = form.choice("way", words(WAYS));
    LocalDate on = form.day("noticeOn", pages.today());
    String to = form.text("to");
    return done(
        id,
        form,
        "noticeOn",
        "to",
        () ->
            recoveries.tell(
                id,
                version,
                new Delivery(Delivery.Way.valueOf(way), on, pages.actor().name(), to),
                pages.actor(),
                pages.now()));
  }

  @POST
  @Path("answers")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(hidden = true)
  public Response answer(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    String text = form.text("answerText");
    String channel = form.choice("channel", words(RecoveryWords.CHANNELS));
    LocalDate on = form.day("answerOn", pages.today());
    return done(
        id,
        form,
        "answerOn",
        "answerText",
        () ->
            recoveries.answer(
                id,
                version,
                new Recoveries.Answer(text, Channel.valueOf(channel), on),
                pages.actor(),
                pages.now()));
  }

  /** Stops before it is decided, with all that was typed; then does it. */
  @POST
  @Path("decision")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("certifier")
  @Operation(hidden = true)
  public Response decide(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    RecoveryView.Cause cause = cause(form, "cause");
    BigDecimal monthly = Typed.sum(form, "monthly");
    String text = form.text("text");
    if (form.faulty()) {
      return Pages.shown(UNPROCESSABLE, () -> page(id, form));
    }
    if (!form.ticked(KNOWING)) {
      return stopped(id, version, monthly, form);
    }
    return done(
        id,
        form,
        "monthly",
        "text",
        () ->
            verdicts.decide(
                id,
                version,
                new RecoveryVerdicts.Verdict(cause, monthly, text),
                pages.actor(),
                pages.now()));
  }

  private Response stopped(UUID id, int version, BigDecimal monthly, Form form) {
    if (form.ticked(STOPPED)) {
      form.fault(KNOWING, Text.of("请先看清对本人意味着什么", "read what it means for the person first"));
    }
    boolean again = form.faulty();
    return pages.look(
        form,
        () -> verdicts.ready(id, version, monthly, pages.actor(), pages.now()),
        ready -> Pages.shown(again ? UNPROCESSABLE : OK, () -> stop(ready, monthly, form)),
        () -> page(id, form));
  }

  private static TemplateInstance stop(RecoveryView ready, BigDecimal monthly, Form form) {
    BigDecimal[] parts = ready.left().divideAndRemainder(monthly);
    boolean even = parts[1].signum() == 0;
    return Templates.recoverystop(
        new Stop(
            ready,
            monthly,
            parts[0].intValueExact() + (even ? 0 : 1),
            even ? monthly : parts[1],
            RecoveryWords.said(ready)),
        form);
  }

  @POST
  @Path("write-off")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("certifier")
  @Operation(hidden = true)
  public Response writeOff(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    RecoveryView.Cause cause = cause(form, "offCause");
    String code = form.choice("code", words(RecoveryWords.CODES));
    String text = form.text("offText");
    return done(
        id,
        form,
        "code",
        "offText",
        () ->
            verdicts.writeOff(
                id,
                version,
                new RecoveryVerdicts.WriteOff(cause, RecoveryView.Code.valueOf(code), text),
                pages.actor(),
                pages.now()));
  }

  @POST
  @Path("dropping")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(hidden = true)
  public Response drop(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    String text = form.text("dropText");
    return done(
        id,
        form,
        "dropText",
        "dropText",
        () -> recoveries.drop(id, version, text, pages.actor(), pages.now()));
  }

  @POST
  @Path("repayments")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(hidden = true)
  public Response repaid(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    BigDecimal amount = Typed.sum(form, "amount");
    LocalDate on = form.day("repaidOn", pages.today());
    return done(
        id,
        form,
        "repaidOn",
        "amount",
        () -> recoveries.repaid(id, version, amount, on, pages.actor(), pages.now()));
  }

  private static List<String> words(List<Option> options) {
    return options.stream().map(Option::value).toList();
  }

  private static RecoveryView.Cause cause(Form form, String field) {
    String word =
        form.choice(field, Arrays.stream(RecoveryView.Cause.values()).map(Enum::name).toList());
    return word.isEmpty() ? RecoveryView.Cause.NEITHER : RecoveryView.Cause.valueOf(word);
  }
}
