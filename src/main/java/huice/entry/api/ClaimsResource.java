package huice.entry.api;

import huice.casework.Claims;
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
  private final Clock clock;

  ClaimsResource(Claims claims, Caller caller, Writes writes, Clock clock) {
    this.claims = claims;
    this.caller = caller;
    this.writes = writes;
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
}
