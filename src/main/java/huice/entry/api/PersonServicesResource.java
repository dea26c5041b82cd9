package huice.entry.api;

import huice.casework.task.PersonServices;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Services that a person asks for and stops: the person's own acts. */
@Path("/api/persons/{id}/services")
@Tag(name = "persons")
@Produces(MediaType.APPLICATION_JSON)
public class PersonServicesResource {
  private final PersonServices services;
  private final Desk desk;

  PersonServicesResource(PersonServices services, Desk desk) {
    this.services = services;
    this.desk = desk;
  }

  @GET
  @RolesAllowed({"caseworker", "auditor"})
  @Operation(
      operationId = "personServices",
      summary = "本人申请的服务、下一次何时、凭什么 Services asked for, when the next is due and why")
  public PersonServices.View personServices(
      @PathParam("id") String id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose) {
    return services.of(Ids.of(id), desk.actor(), Visits.of(present, purpose), desk.now());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(operationId = "askService", summary = "本人申请一项服务 The person asks for a service")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = TaskBodies.Ask.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = PersonServices.View.class)))
  public Response askService(
      @PathParam("id") String id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    return desk.made(
        headers,
        body,
        TaskBodies.Ask.class,
        sent ->
            services.ask(
                Ids.of(id),
                sent.scheme(),
                sent.wish(),
                desk.actor(),
                Visits.of(present, purpose),
                desk.now()));
  }

  @POST
  @Path("wishes")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(
      operationId = "chooseServiceWay",
      summary = "本人选怎样、何时联系 The person chooses how and when")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = TaskBodies.Choose.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = PersonServices.View.class)))
  public Response chooseServiceWay(
      @PathParam("id") String id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    return desk.done(
        headers,
        body,
        TaskBodies.Choose.class,
        sent ->
            services.choose(
                Ids.of(id),
                sent.request(),
                sent.wish(),
                desk.actor(),
                Visits.of(present, purpose),
                desk.now()));
  }

  @POST
  @Path("stops")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(
      operationId = "stopService",
      summary = "本人停止一项服务，别的都不变 The person stops a service; nothing else changes")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = TaskBodies.Stop.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = PersonServices.View.class)))
  public Response stopService(
      @PathParam("id") String id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    return desk.done(
        headers,
        body,
        TaskBodies.Stop.class,
        sent ->
            services.stop(
                Ids.of(id), sent.request(), desk.actor(), Visits.of(present, purpose), desk.now()));
  }
}
