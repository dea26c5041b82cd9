package huice.entry.page.vacancy;

import huice.casework.OfficeFile;
import huice.casework.vacancy.Fairs;
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
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The calendar of fairs: last month, this one, the next ones, each with how many it wants. */
@Path("/desk/vacancies/fairs")
@Blocking
@Produces("text/html; charset=UTF-8")
public class FairsPage {
  private static final String HERE = "/desk/vacancies/fairs";
  private static final int MONTHS_AHEAD = 3;

  private final Fairs fairs;
  private final OfficeFile office;
  private final Pages pages;

  FairsPage(Fairs fairs, OfficeFile office, Pages pages) {
    this.fairs = fairs;
    this.office = office;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "vacancies")
  static class Templates {
    private Templates() {}

    static native TemplateInstance fairs(
        List<Fairs.Month> months, Form form, List<Option> kinds, boolean enters);
  }

  @GET
  @RolesAllowed({"caseworker", "certifier", "auditor"})
  @Operation(hidden = true)
  public TemplateInstance fairs() {
    return shown(Form.blank());
  }

  private TemplateInstance shown(Form form) {
    YearMonth now = YearMonth.from(pages.today());
    List<Fairs.Month> months =
        java.util.stream.IntStream.rangeClosed(-1, MONTHS_AHEAD)
            .mapToObj(i -> fairs.month(now.plusMonths(i)))
            .toList();
    return Templates.fairs(months, form, kinds(), pages.actor().role() == Role.CASEWORKER);
  }

  private List<Option> kinds() {
    return office.fairKinds().entrySet().stream()
        .map(e -> new Option(e.getKey(), e.getValue()))
        .toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response enter(MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    Fairs.Draft draft =
        new Fairs.Draft(
            form.choice("kind", List.copyOf(office.fairKinds().keySet())),
            form.day("onDay", pages.today().plusYears(1)),
            form.text("title"),
            form.text("place"),
            !form.ticked("online"));
    return pages.post(
        form,
        () -> {
          fairs.enter(draft, pages.actor(), pages.now());
          return HERE;
        },
        () -> shown(form));
  }

  @POST
  @Path("{id}/cancellation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("caseworker")
  @Operation(hidden = true)
  public Response cancel(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
    Form form = Form.of(sent);
    return pages.post(
        form,
        () -> {
          fairs.cancel(id, pages.actor(), pages.now());
          return HERE;
        },
        () -> shown(form));
  }
}
