package huice.entry.api;

import huice.casework.Visit;
import huice.casework.vacancy.Offers;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The skill and the distance that a person chose, and the vacancies that fit. */
@Path("/api/persons/{id}/jobs")
@Tag(name = "vacancies")
@RolesAllowed("caseworker")
@Produces(MediaType.APPLICATION_JSON)
public class JobWishResource {
  private final Offers offers;
  private final Desk desk;

  JobWishResource(Offers offers, Desk desk) {
    this.offers = offers;
    this.desk = desk;
  }

  @GET
  @Operation(operationId = "fittingVacancies", summary = "符合本人所选的岗位 What fits the choice")
  public Offers.Match fittingVacancies(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose) {
    return offers.match(desk.actor(), id, Visits.of(present, purpose), desk.now());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "chooseJobs", summary = "记下本人所选 Keeps the choice")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Offers.Wish.class)))
  public Response chooseJobs(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    Visit visit = Visits.of(present, purpose);
    return desk.done(
        headers,
        body,
        Offers.Wish.class,
        sent -> {
          offers.choose(desk.actor(), id, sent, visit, desk.now());
          return Map.of();
        });
  }

  @POST
  @Path("end")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "endJobs", summary = "本人不找了，删除所选 The person stops; it is deleted")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ServiceBodies.Nothing.class)))
  public Response endJobs(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    Visit visit = Visits.of(present, purpose);
    return desk.done(
        headers,
        body,
        ServiceBodies.Nothing.class,
        sent -> {
          offers.stop(desk.actor(), id, visit, desk.now());
          return Map.of();
        });
  }
}
