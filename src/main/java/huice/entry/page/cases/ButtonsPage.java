package huice.entry.page.cases;

import huice.casework.Absent;
import huice.casework.decision.ApplicationView;
import huice.casework.decision.Applications;
import huice.casework.decision.DecisionView;
import huice.casework.decision.Hearing;
import huice.casework.decision.Proposals;
import huice.casework.decision.Reassessments;
import huice.casework.letter.Letters;
import huice.entry.page.Form;
import huice.entry.page.Pages;
import huice.model.Text;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What a case's page does at one click: nothing here is adverse to anybody. */
@Path("/desk/applications")
@Blocking
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces("text/html; charset=UTF-8")
public class ButtonsPage {
  private final Applications applications;
  private final Proposals proposals;
  private final Hearing hearing;
  private final Reassessments reassessments;
  private final Letters letters;
  private final Cases cases;
  private final Pages pages;

  ButtonsPage(
      Applications applications,
      Proposals proposals,
      Hearing hearing,
      Reassessments reassessments,
      Letters letters,
      Cases cases,
      Pages pages) {
    this.applications = applications;
    this.proposals = proposals;
    this.hearing = hearing;
    this.reassessments = reassessments;
    this.letters = letters;
    this.cases = cases;
    this.pages = pages;
  }

  /** Does something with the version that the page was rendered from, then leads on. */
  private Response click(
      UUID id, MultivaluedMap<String, String> sent, Function<Integer, String> work) {
    Form form = Form.of(sent);
    int version = form.version("version");
    return pages.post(
        form,
        () -> work.apply(version),
        () -> CasePage.Templates.application(cases.view(id), form));
  }

  private static String page(UUID id) {
    return "/desk/applications/" + id;
  }

  private UUID latest(UUID id) {
    ApplicationView view = cases.read(id);
    DecisionView.Brief latest = Cases.latest(view);
    if (latest == null) {
      throw new Absent(Text.of("还没有处理意见", "nothing has been proposed yet"));
    }
    return latest.id();
  }

  @POST
  @Path("{id}/propose")
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response propose(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    return click(
        id,
        sent,
        version -> {
          proposals.propose(id, version, null, pages.actor(), pages.now());
          return page(id);
        });
  }

  /** Opens the reasons of the latest version, by this person (R3). */
  @POST
  @Path("{id}/reasons")
  @RolesAllowed({"caseworker", "certifier", "reviewer"})
  @Operation(hidden = true)
  public Response open(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    return click(
        id,
        sent,
        version -> {
          hearing.open(latest(id), pages.actor(), pages.now());
          return page(id) + "/reasons";
        });
  }

  @POST
  @Path("{id}/reassess")
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(hidden = true)
  public Response reassess(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    return click(
        id,
        sent,
        version -> {
          reassessments.of(cases.read(id).application().record(), pages.actor(), pages.now());
          return page(id);
        });
  }

  @POST
  @Path("{id}/reopen")
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response reopen(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    return click(
        id,
        sent,
        version -> {
          applications.reopen(id, version, pages.actor(), pages.now());
          return page(id);
        });
  }

  /** Writes the letter that is due now. */
  @POST
  @Path("{id}/letter")
  @RolesAllowed({"caseworker", "certifier", "reviewer"})
  @Operation(hidden = true)
  public Response letter(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    return click(
        id,
        sent,
        version -> "/desk/letters/" + letters.write(latest(id), pages.actor(), pages.now()).id());
  }

  @POST
  @Path("{id}/overdue-letter")
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response overdue(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    return click(
        id,
        sent,
        version -> "/desk/letters/" + letters.overdue(id, pages.actor(), pages.now()).id());
  }
}
