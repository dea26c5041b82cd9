package huice.entry.page.counter;

import huice.casework.Visit;
import huice.casework.run.Telling;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A person's choice to be told what may be applied for, or not to be. */
@Path("/desk/persons/{id}/telling")
@Blocking
@Produces("text/html; charset=UTF-8")
public class TellingChoicePage {
  private static final List<String> ANSWERS = List.of("yes", "no");

  private final Telling telling;
  private final PersonPage person;
  private final Pages pages;

  TellingChoicePage(Telling telling, PersonPage person, Pages pages) {
    this.telling = telling;
    this.person = person;
    this.pages = pages;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response choose(
      @PathParam("id") UUID id,
      @QueryParam("purpose") @Nullable String purpose,
      MultivaluedMap<String, String> sent) {
    Visit visit = Visitor.of(purpose);
    Form form = Form.of(sent);
    if (!ANSWERS.contains(form.value("told"))) {
      form.fault("", Text.of("请选择", "choose"));
    }
    return pages.post(
        form,
        () -> {
          telling.choose(
              pages.actor(), id, form.value("told").equals("yes"), visit, pages.now().at());
          return "/desk/persons/" + id + Visitor.query(visit);
        },
        () -> person.person(id, purpose));
  }
}
