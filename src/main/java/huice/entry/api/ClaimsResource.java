package huice.entry.api;

import huice.casework.Claims;
import huice.casework.money.EmployerClaims;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What organisations claim for. A claim's id is that of a record: facts are recorded in it, rows
 * imported into it, and an application for it names it as its record.
 */
@Path("/api/claims")
@Tag(name = "claims", description = "单位的申请 Claims of organisations")
@Produces(MediaType.APPLICATION_JSON)
public class ClaimsResource {
  private final Claims claims;
  private final Caller caller;
  private final Writes writes;
  private final EmployerClaims rosters;
  private final Desk desk;
  private final Clock clock;

  ClaimsResource(
      Claims claims, Caller caller, Writes writes, EmployerClaims rosters, Desk desk, Clock clock) {
    this.claims = claims;
    this.caller = caller;
    this.writes = writes;
    this.rosters = rosters;
    this.desk = desk;
    this.clock = clock;
  }

  /** The form of the body; for the description only. */
  @Schema(name = "NewClaim")
  record NewClaim(@Schema(required = true, format = "uuid") String employer) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "service"})
  @Operation(
      operationId = "openClaim",
      summary = "为一个单位开一项申请 Open a claim of an organisation",
      description =
          "申请名单只在这项申请里看得到；申请（application）的 record 写这里返回的 id。"
              + " Rows of a claim are seen in it only; an application names this id as its record.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = NewClaim.class)))
  @APIResponse(
      responseCode = "201",
      description = "新的申请 The new claim",
      content = @Content(schema = @Schema(implementation = Claims.Claim.class)))
  public Response open(@Context HttpHeaders headers, SentBody body) {
    Fields fields = Fields.of(body, "employer");
    UUID organisation = fields.id("employer");
    fields.check();
    return writes.once(
        headers,
        body,
        () -> Writes.Answer.created(claims.open(caller.actor(), organisation, clock.instant())));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"caseworker", "reviewer", "certifier", "service", "auditor"})
  @Operation(operationId = "claim", summary = "一项申请 A claim")
  public Claims.Claim claim(@PathParam("id") String id) {
    return claims.find(caller.actor(), Ids.of(id));
  }

  @POST
  @Path("{id}/applications")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(
      operationId = "applyForRoster",
      summary = "为花名册上的每个人申请并测算 Applies for every row of the roster")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.RosterApplications.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = EmployerClaims.View.class)))
  public Response applyForRoster(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        MoneyBodies.RosterApplications.class,
        sent -> rosters.apply(id, sent.wanted(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/payments")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(
      operationId = "claimRoster",
      summary = "为花名册上准予的人申领 Claims what is granted for the roster")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.NewClaim.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = EmployerClaims.View.class)))
  public Response claimRoster(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        MoneyBodies.NewClaim.class,
        sent -> rosters.file(id, sent.filedOn(), desk.actor(), desk.now()));
  }

  @GET
  @Path("{id}/workers")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(
      operationId = "rosterResults",
      summary = "花名册上每个人的结果，单位也可以看 Each row's result, as the organisation may see it")
  public EmployerClaims.View rosterResults(@PathParam("id") UUID id) {
    return rosters.view(id, desk.actor(), desk.now());
  }
}
