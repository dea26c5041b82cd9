package huice.entry.api;

import huice.casework.Visit;
import huice.casework.vacancy.Draft;
import huice.casework.vacancy.Offers;
import huice.casework.vacancy.Reach;
import huice.casework.vacancy.Vacancies;
import huice.casework.vacancy.VacancyView;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Vacancies: open to everybody, entered by one caseworker, checked by somebody else. */
@Path("/api/vacancies")
@Tag(name = "vacancies", description = "岗位 Vacancies")
@Produces(MediaType.APPLICATION_JSON)
public class VacanciesResource {
  private final Vacancies vacancies;
  private final Offers offers;
  private final Desk desk;

  VacanciesResource(Vacancies vacancies, Offers offers, Desk desk) {
    this.vacancies = vacancies;
    this.offers = offers;
    this.desk = desk;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "openVacancies",
      summary = "招聘中的岗位，按所选的技能和远近 Open vacancies, by skill and distance")
  public List<VacancyView> openVacancies(
      @QueryParam("skill") @Nullable String skill,
      @QueryParam("near") @Nullable String near,
      @QueryParam("township") @Nullable String township) {
    Reach most =
        Arrays.stream(Reach.values()).filter(r -> r.id().equals(near)).findFirst().orElse(null);
    return vacancies.open(new Vacancies.Wanted(skill, most, township), desk.now().today());
  }

  @GET
  @Path("all")
  @RolesAllowed({"caseworker", "certifier", "auditor"})
  @Operation(operationId = "allVacancies", summary = "录入的全部岗位 Every vacancy that was entered")
  public List<VacancyView> allVacancies() {
    return vacancies.all(desk.now().today());
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"caseworker", "certifier", "auditor"})
  @Operation(operationId = "oneVacancy", summary = "一个岗位 One vacancy")
  public VacancyView vacancy(@PathParam("id") UUID id) {
    return vacancies.view(id, desk.now().today());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(
      operationId = "enterVacancy",
      summary = "录入岗位；写有禁止的限制或收费的不收 Enters one; refused while it names what it must not")
  @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Draft.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = VacancyView.class)))
  public Response enterVacancy(@Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers, body, Draft.class, sent -> vacancies.enter(sent, desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/check")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(operationId = "checkVacancy", summary = "由另一人核实 A second person checks it")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Vacancies.Checked.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = VacancyView.class)))
  public Response checkVacancy(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        Vacancies.Checked.class,
        sent -> vacancies.check(id, sent, desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(operationId = "withdrawVacancy", summary = "撤下 Takes it down")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ServiceBodies.Version.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = VacancyView.class)))
  public Response withdrawVacancy(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        ServiceBodies.Version.class,
        sent -> vacancies.withdraw(id, sent.version(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/offers")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(
      operationId = "offerVacancy",
      summary = "向本人推荐，只计数，不记回应 Offers it to a person; counted, no answer is kept")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ServiceBodies.Offer.class)))
  public Response offerVacancy(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    Visit visit = Visits.of(present, purpose);
    return desk.made(
        headers,
        body,
        ServiceBodies.Offer.class,
        sent -> {
          offers.offer(desk.actor(), sent.person(), id, visit, desk.now());
          return Map.of();
        });
  }
}
