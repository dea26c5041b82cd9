package huice.entry.page.complaint;

import huice.casework.complaint.ComplaintView;
import huice.casework.complaint.Complaints;
import huice.casework.complaint.Handling;
import huice.casework.complaint.Sent;
import huice.casework.complaint.Topic;
import huice.casework.complaint.WageChecks;
import huice.casework.decision.Now;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
import huice.model.Actor;
import huice.model.Role;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Complaints at the desk: the list without their words, and one with them. */
@Path("/desk/complaints")
@Blocking
@Produces("text/html; charset=UTF-8")
public class ComplaintsPage {
  private static final String LIST = "/desk/complaints";
  private static final List<Option> TOPICS =
      Arrays.stream(Topic.values()).map(t -> new Option(t.name(), t.label())).toList();
  private static final List<Option> CHANNELS =
      List.of(
          Option.of(Sent.Channel.COUNTER.name(), "窗口", "counter"),
          Option.of(Sent.Channel.PHONE.name(), "电话", "phone"),
          Option.of(Sent.Channel.LETTER.name(), "来信", "letter"));

  private final Complaints complaints;
  private final Handling handling;
  private final WageChecks checks;
  private final Pages pages;

  ComplaintsPage(Complaints complaints, Handling handling, WageChecks checks, Pages pages) {
    this.complaints = complaints;
    this.handling = handling;
    this.checks = checks;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "complaints")
  static class Templates {
    private Templates() {}

    static native TemplateInstance list(List<ComplaintView> all, boolean takes, LocalDate today);

    static native TemplateInstance take(Form form, List<Option> topics, List<Option> channels);

    static native TemplateInstance taken(Complaints.Receipt receipt);

    static native TemplateInstance one(ComplaintView view, Form form, boolean acts);

    static native TemplateInstance sheet(Handling.Sheet sheet, LocalDate today);
  }

  @GET
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance list() {
    Actor actor = pages.actor();
    return Templates.list(
        handling.list(actor, pages.today()), actor.role() == Role.CASEWORKER, pages.today());
  }

  @GET
  @Path("new")
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public TemplateInstance blank() {
    return taking(Form.blank());
  }

  private static TemplateInstance taking(Form form) {
    return Templates.take(form.with("hidden", "yes"), TOPICS, CHANNELS);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response take(MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    Actor actor = pages.actor();
    String topic = form.choice("topic", TOPICS.stream().map(Option::value).toList());
    String channel = form.choice("channel", CHANNELS.stream().map(Option::value).toList());
    Sent complaint =
        new Sent(
            topic.isEmpty() ? Topic.OTHER : Topic.valueOf(topic),
            actor.office(),
            channel.isEmpty() ? Sent.Channel.COUNTER : Sent.Channel.valueOf(channel),
            form.text("text"),
            form.optional("firm"),
            form.optionalSum("amount"),
            form.optional("name"),
            form.optional("replyTo"),
            form.ticked("hidden"));
    return pages.open(
        form,
        () -> Templates.taken(complaints.file(complaint, form.key(), actor, pages.now())),
        () -> taking(form));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance one(@PathParam("id") UUID id) {
    return shown(id, Form.blank());
  }

  private TemplateInstance shown(UUID id, Form form) {
    Actor actor = pages.actor();
    ComplaintView view = handling.view(id, actor, pages.now());
    form.with("version", Integer.toString(view.version()));
    return Templates.one(view, form, actor.role() == Role.CASEWORKER && !view.state().over());
  }

  /** What an officer does; {@code act} is the button's. */
  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response act(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String act =
        form.choice(
            "act", List.of("link", "pass", "answer", "firm-paid", "money", "withdraw", "check"));
    String text = act.equals("check") ? "" : form.text(act);
    return pages.post(
        form,
        () -> {
          act(id, act, text, form.version("version"));
          return LIST + "/" + id;
        },
        pointer -> act,
        () -> shown(id, form));
  }

  private void act(UUID id, String act, String text, int version) {
    Actor actor = pages.actor();
    Now now = pages.now();
    switch (act) {
      case "link" -> handling.link(id, version, checks.named(text), actor, now);
      case "pass" -> handling.pass(id, version, text, actor, now);
      case "answer" -> handling.answer(id, version, text, actor, now);
      case "firm-paid" -> handling.firmSaysPaid(id, version, text, actor, now);
      case "money" -> handling.moneyReceived(id, version, text, actor, now);
      case "withdraw" -> handling.withdraw(id, version, text, actor, now);
      default -> handling.callCheck(id, actor, now);
    }
  }

  @GET
  @Path("{id}/firm")
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public TemplateInstance sheet(@PathParam("id") UUID id) {
    return Templates.sheet(handling.sheet(id, pages.actor()), pages.today());
  }
}
