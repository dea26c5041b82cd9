package huice.entry.page.cases;

import huice.casework.decision.Applications;
import huice.casework.decision.Hearing;
import huice.casework.decision.Verdicts;
import huice.entry.page.Form;
import huice.entry.page.Pages;
import huice.model.Text;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Records what the person says and does. */
@Path("/desk/applications")
@Blocking
@RolesAllowed({"caseworker"})
@Produces("text/html; charset=UTF-8")
public class SayingPage {
  private final Applications applications;
  private final Hearing hearing;
  private final Verdicts verdicts;
  private final ActForms forms;
  private final Pages pages;

  SayingPage(
      Applications applications, Hearing hearing, Verdicts verdicts, ActForms forms, Pages pages) {
    this.applications = applications;
    this.hearing = hearing;
    this.verdicts = verdicts;
    this.forms = forms;
    this.pages = pages;
  }

  private TemplateInstance comment(UUID id, Form form) {
    return forms.shown(
        id,
        "comment",
        Text.of("记下本人意见", "Record what the person says"),
        List.of(
            Text.of(
                "照本人的话写，不要概括。作决定的人须重新打开理由，看到这段话。",
                "In the person's own words. Whoever decides has to open the reasons again and see it.")),
        List.of(ActForm.Field.of("area", "text", "本人的话", "In the person's words")),
        form);
  }

  @GET
  @Path("{id}/comment")
  @Operation(hidden = true)
  public TemplateInstance comment(
      @PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    return comment(id, Form.blank().with("purpose", purpose));
  }

  @POST
  @Path("{id}/comment")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response commented(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    String text = form.text("text");
    return pages.post(
        form,
        () -> {
          hearing.comment(id, version, text, ActForms.visit(form), pages.actor(), pages.now());
          return ActForms.page(id, ActForms.visit(form));
        },
        () -> comment(id, form));
  }

  private TemplateInstance object(UUID id, Form form) {
    return forms.shown(
        id,
        "object",
        Text.of("记下异议", "Record an objection"),
        List.of(
            Text.of(
                "在期限内提出的，不利的决定停止执行，正在享受的待遇照发；由作决定以外的人复核。",
                "In time it holds an adverse decision, and a benefit goes on; another person reviews it.")),
        List.of(
            ActForm.Field.of("day", "on", "提出的日期", "Day of the objection"),
            ActForm.Field.of("area", "text", "本人的话", "In the person's words")),
        form);
  }

  @GET
  @Path("{id}/object")
  @RolesAllowed({"caseworker", "reviewer"})
  @Operation(hidden = true)
  public TemplateInstance object(
      @PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    return object(id, forms.dated("on").with("purpose", purpose));
  }

  @POST
  @Path("{id}/object")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"caseworker", "reviewer"})
  @Operation(hidden = true)
  public Response objected(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    LocalDate on = form.day("on", pages.today());
    String text = form.text("text");
    return pages.post(
        form,
        () -> {
          verdicts.object(id, version, on, text, ActForms.visit(form), pages.actor(), pages.now());
          return ActForms.page(id, ActForms.visit(form));
        },
        () -> object(id, form));
  }

  private TemplateInstance withdraw(UUID id, Form form) {
    return forms.shown(
        id,
        "withdraw",
        Text.of("本人撤回", "Withdrawal by the person"),
        List.of(
            Text.of(
                "撤回是本人自己的事：须有本人签名的撤回书。不是本人提出的，不要办理。",
                "Withdrawing is the person's own act: a paper signed by the person is needed.")),
        List.of(
            ActForm.Field.of("day", "on", "本人签名的日期", "Day of the signature"),
            ActForm.Field.hinted(
                "text", "document", "撤回书存放处", "Where the signed paper is kept", "如 档案 2024-31 号")),
        form);
  }

  @GET
  @Path("{id}/withdraw")
  @Operation(hidden = true)
  public TemplateInstance withdraw(
      @PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    return withdraw(id, Form.blank().with("purpose", purpose));
  }

  @POST
  @Path("{id}/withdraw")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response withdrawn(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    LocalDate signed = form.day("on", pages.today());
    String document = form.text("document");
    return pages.post(
        form,
        () -> {
          applications.withdraw(
              id, version, signed, document, ActForms.visit(form), pages.actor(), pages.now());
          return ActForms.page(id, ActForms.visit(form));
        },
        () -> withdraw(id, form));
  }
}
