package huice.entry.api;

import huice.casework.letter.LetterView;
import huice.casework.letter.Letters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Letters about decisions. */
@Path("/api/decisions")
@Tag(name = "letters", description = "文书 Letters")
@Produces(MediaType.APPLICATION_JSON)
public class DecisionLettersResource {
  private final Letters letters;
  private final Desk desk;

  DecisionLettersResource(Letters letters, Desk desk) {
    this.letters = letters;
    this.desk = desk;
  }

  @POST
  @Path("{id}/letters")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier", "reviewer"})
  @Operation(
      operationId = "writeLetter",
      summary = "按已存的记录写出现在应当送达的文书 Writes the letter that is due now, from the record")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Nothing.class)))
  @APIResponse(
      responseCode = "201",
      description = "文书 The letter",
      content = @Content(schema = @Schema(implementation = LetterView.class)))
  public Response write(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        DecisionBodies.Nothing.class,
        sent -> letters.write(id, desk.actor(), desk.now()));
  }
}
