package huice.entry.api;

import huice.casework.Invalid;
import huice.casework.Visit;
import huice.casework.counter.Originals;
import huice.model.Text;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** "Original seen by X on D": kept of a document instead of a copy. */
@Path("/api/persons/{id}/originals")
@Tag(name = "persons")
@Produces(MediaType.APPLICATION_JSON)
public class OriginalsResource {
  private final Originals originals;
  private final Desk desk;

  OriginalsResource(Originals originals, Desk desk) {
    this.originals = originals;
    this.desk = desk;
  }

  /** A document of a scheme's list whose original the caller saw. */
  @Schema(name = "NewOriginal")
  public record NewOriginal(
      @Schema(required = true) String scheme,
      @Schema(required = true, description = "材料清单里的名称 As the scheme's list names it") String proof,
      @Schema(required = true) LocalDate on) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(
      operationId = "seeOriginal",
      summary = "记下看过的原件，不留复印件 Records that an original was seen; no copy is kept")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = NewOriginal.class)))
  @APIResponse(
      responseCode = "201",
      description = "已记下 Recorded",
      content = @Content(schema = @Schema(implementation = Originals.Seen.class)))
  public Response see(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    Visit visit = Visits.of(present, purpose);
    return desk.made(headers, body, NewOriginal.class, sent -> see(id, sent, visit));
  }

  private Originals.Seen see(UUID id, NewOriginal sent, Visit visit) {
    if (sent.on().isAfter(desk.now().today())) {
      throw new Invalid(
          "/on",
          Text.of("日期在今天以后", "the day is after today"),
          Text.of("写看原件的日期", "write the day on which it was seen"));
    }
    return originals.see(
        desk.actor(), id, sent.scheme(), sent.proof(), sent.on(), visit, desk.now());
  }

  @GET
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(
      operationId = "listOriginals",
      summary = "看过的原件 The originals that were seen, by whom and when")
  public List<Originals.Seen> list(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose) {
    return originals.read(desk.actor(), id, Visits.of(present, purpose), desk.now());
  }
}
