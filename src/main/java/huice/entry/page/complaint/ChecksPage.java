package huice.entry.page.complaint;

import huice.casework.complaint.WageChecks;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Employers and projects whose wages are to be checked, the earliest due first. */
@Path("/desk/complaints/checks")
@Blocking
@Produces("text/html; charset=UTF-8")
public class ChecksPage {
  private static final List<Option> OUTCOMES =
      Arrays.stream(WageChecks.Outcome.values()).map(o -> new Option(o.name(), o.label())).toList();

  private final WageChecks checks;
  private final Pages pages;

  ChecksPage(WageChecks checks, Pages pages) {
    this.checks = checks;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "complaints")
  static class Templates {
    private Templates() {}

    static native TemplateInstance checks(
        List<WageChecks.Part> parts, Form form, List<Option> outcomes, boolean makes);
  }

  @GET
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance list() {
    return shown(Form.blank());
  }

  private TemplateInstance shown(Form form) {
    return Templates.checks(
        checks.list(pages.actor(), pages.today()),
        form,
        OUTCOMES,
        pages.actor().role() == Role.CASEWORKER);
  }

  @POST
  @Path("{record}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response make(@PathParam("record") UUID record, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    String outcome = form.choice("outcome", OUTCOMES.stream().map(Option::value).toList());
    return pages.post(
        form,
        () -> {
          checks.make(record, WageChecks.Outcome.valueOf(outcome), pages.actor(), pages.now());
          return "/desk/complaints/checks";
        },
        () -> shown(form));
  }
}
