package huice.entry.api;

import huice.casework.letter.LetterView;
import huice.casework.letter.Letters;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The letters of an application. */
@Path("/api/applications")
@Tag(name = "letters", description = "文书 Letters")
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationLettersResource {
  private final Letters letters;
  private final Desk desk;

  ApplicationLettersResource(Letters letters, Desk desk) {
    this.letters = letters;
    this.desk = desk;
  }

  @GET
  @Path("{id}/letters")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(operationId = "listLetters", summary = "一份申请的文书 The letters of an application")
  public List<LetterView> list(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose) {
    return letters.of(id, Visits.of(present, purpose), desk.actor(), desk.now());
  }

  @POST
  @Path("{id}/overdue-letters")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(
      operationId = "writeOverdueLetter",
      summary = "写办理逾期告知书 Writes to the person that the office is late")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Nothing.class)))
  @APIResponse(
      responseCode = "201",
      description = "文书 The letter",
      content = @Content(schema = @Schema(implementation = LetterView.class)))
  public Response overdue(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        DecisionBodies.Nothing.class,
        sent -> letters.overdue(id, desk.actor(), desk.now()));
  }
}
