package huice.entry.page.counter;

import huice.casework.OfficeFile;
import huice.casework.Visit;
import huice.casework.vacancy.Offers;
import huice.casework.vacancy.Reach;
import huice.entry.page.Form;
import huice.entry.page.Option;
import huice.entry.page.Pages;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Vacancies for a person who asked for them: what was chosen, what fits, what was offered. There is
 * no place for what the person makes of an offer.
 */
@Path("/desk/persons/{id}/jobs")
@Blocking
@RolesAllowed("caseworker")
@Produces("text/html; charset=UTF-8")
public class JobsOfPersonPage {
  private static final List<Option> REACHES =
      Arrays.stream(Reach.values()).map(r -> new Option(r.name(), r.most())).toList();

  private final Offers offers;
  private final OfficeFile office;
  private final Pages pages;

  JobsOfPersonPage(Offers offers, OfficeFile office, Pages pages) {
    this.offers = offers;
    this.office = office;
    this.pages = pages;
  }

  @CheckedTemplate(basePath = "vacancies")
  static class Templates {
    private Templates() {}

    static native TemplateInstance person(
        Head head, Offers.Match match, Form form, List<Option> skills, List<Option> reaches);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance jobs(
      @PathParam("id") UUID id, @QueryParam("purpose") @Nullable String purpose) {
    return shown(id, Visitor.of(purpose), Form.blank());
  }

  private TemplateInstance shown(UUID id, Visit visit, Form form) {
    Offers.Match match = offers.match(pages.actor(), id, visit, pages.now());
    Offers.Wish wish = match.wish();
    if (wish != null) {
      form.with("skill", wish.skill())
          .with("most", wish.most().name())
          .with("township", wish.township());
    }
    List<Option> skills =
        office.skills().entrySet().stream().map(e -> new Option(e.getKey(), e.getValue())).toList();
    return Templates.person(Head.of(match.person(), visit), match, form, skills, REACHES);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response choose(
      @PathParam("id") UUID id,
      @QueryParam("purpose") @Nullable String purpose,
      MultivaluedMap<String, String> sent) {
    Visit visit = Visitor.of(purpose);
    Form form = Form.of(sent);
    if (form.ticked("stop")) {
      return done(id, visit, form, () -> offers.stop(pages.actor(), id, visit, pages.now()));
    }
    String skill = form.choice("skill", List.copyOf(office.skills().keySet()));
    String most = form.choice("most", REACHES.stream().map(Option::value).toList());
    Offers.Wish wish =
        new Offers.Wish(
            skill, most.isEmpty() ? Reach.COUNTY : Reach.valueOf(most), form.optional("township"));
    return done(id, visit, form, () -> offers.choose(pages.actor(), id, wish, visit, pages.now()));
  }

  @POST
  @Path("{post}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response offer(
      @PathParam("id") UUID id,
      @PathParam("post") UUID post,
      @QueryParam("purpose") @Nullable String purpose,
      MultivaluedMap<String, String> sent) {
    Visit visit = Visitor.of(purpose);
    return done(
        id, visit, Form.of(sent), () -> offers.offer(pages.actor(), id, post, visit, pages.now()));
  }

  private Response done(UUID id, Visit visit, Form form, Runnable work) {
    return pages.post(
        form,
        () -> {
          work.run();
          return "/desk/persons/" + id + "/jobs" + Visitor.query(visit);
        },
        () -> shown(id, visit, form));
  }
}
