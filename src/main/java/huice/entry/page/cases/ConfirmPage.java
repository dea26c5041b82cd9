package huice.entry.page.cases;

import huice.casework.Absent;
import huice.casework.decision.ApplicationView;
import huice.casework.decision.Applications;
import huice.casework.decision.DecisionView;
import huice.casework.decision.Hindrances;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Confirms and closes; before anything adverse the page says what it means for the person. */
@Path("/desk/applications")
@Blocking
@Produces("text/html; charset=UTF-8")
public class ConfirmPage {
  private final Applications applications;
  private final Verdicts verdicts;
  private final Hindrances hindrances;
  private final Cases cases;
  private final Pages pages;

  ConfirmPage(
      Applications applications,
      Verdicts verdicts,
      Hindrances hindrances,
      Cases cases,
      Pages pages) {
    this.applications = applications;
    this.verdicts = verdicts;
    this.hindrances = hindrances;
    this.cases = cases;
    this.pages = pages;
  }

  private TemplateInstance confirm(UUID id, Form form) {
    CaseView view = cases.view(id);
    CaseView.Proposal proposal = view.proposal();
    if (proposal == null) {
      throw new Absent(Text.of("还没有处理意见", "nothing has been proposed yet"));
    }
    List<Text> means =
        proposal.adverse() ? Meaning.ofAdverse(view, proposal) : Meaning.ofGrant(view, proposal);
    return Stopping.Templates.stop(
        new StopView(
            ActForms.page(id) + "/confirm",
            ActForms.page(id),
            proposal.adverse()
                ? Text.of("先停一下：这个决定对本人不利", "Stop here first: this is against the person")
                : Text.of("确认这个决定", "Confirm this decision"),
            proposal.adverse(),
            means,
            hindrances.confirming(id, pages.actor(), pages.now()).stream()
                .map(c -> new StopView.Need(CaseWords.needs(c.guard()), c.holds()))
                .toList(),
            view.said(),
            ActForms.page(id) + "/reasons",
            List.of(),
            proposal.adverse()
                ? Text.of("确认，不利决定生效", "Confirm; the adverse decision takes effect")
                : Text.of("确认，决定生效", "Confirm; the decision takes effect"),
            view.version()),
        form,
        Form.blank());
  }

  @GET
  @Path("{id}/confirm")
  @RolesAllowed({"certifier", "reviewer"})
  @Operation(hidden = true)
  public TemplateInstance confirm(@PathParam("id") UUID id) {
    return confirm(id, Form.blank());
  }

  @POST
  @Path("{id}/confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed({"certifier", "reviewer"})
  @Operation(hidden = true)
  public Response confirmed(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    DecisionView.Brief latest = latest(id);
    if (latest.adverse()) {
      Stopping.knowing(form);
    }
    return pages.post(
        form,
        () -> {
          verdicts.confirm(latest.id(), version, pages.actor(), pages.now());
          return ActForms.page(id);
        },
        () -> confirm(id, form));
  }

  private DecisionView.Brief latest(UUID id) {
    DecisionView.Brief latest = Cases.latest(cases.read(id));
    if (latest == null) {
      throw new Absent(Text.of("还没有处理意见", "nothing has been proposed yet"));
    }
    return latest;
  }

  private TemplateInstance close(UUID id, Form form) {
    ApplicationView view = cases.read(id);
    CaseView shown = cases.view(id);
    return Stopping.Templates.stop(
        new StopView(
            ActForms.page(id) + "/close",
            ActForms.page(id),
            Text.of("先停一下：因材料不全结案", "Stop here first: closing for lack of documents"),
            true,
            Meaning.ofClosing(),
            List.of(),
            shown.said(),
            ActForms.page(id) + "/reasons",
            List.of(),
            Text.of("结案", "Close"),
            view.application().version()),
        form,
        Form.blank());
  }

  @GET
  @Path("{id}/close")
  @RolesAllowed("certifier")
  @Operation(hidden = true)
  public TemplateInstance close(@PathParam("id") UUID id) {
    return close(id, Form.blank());
  }

  @POST
  @Path("{id}/close")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("certifier")
  @Operation(hidden = true)
  public Response closed(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    int version = form.version("version");
    Stopping.knowing(form);
    return pages.post(
        form,
        () -> {
          applications.close(id, version, pages.actor(), pages.now());
          return ActForms.page(id);
        },
        () -> close(id, form));
  }
}
