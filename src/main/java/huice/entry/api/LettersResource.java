package huice.entry.api;

import huice.casework.Visit;
import huice.casework.decision.ApplicationView;
import huice.casework.letter.Letters;
import huice.casework.letter.Mailing;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Kept letters: read byte for byte as they were made, delivered, come back. */
@Path("/api/letters")
@Tag(name = "letters", description = "文书 Letters")
@Produces(MediaType.APPLICATION_JSON)
public class LettersResource {
  private static final String PDF = "application/pdf";

  private final Letters letters;
  private final Mailing mailing;
  private final Desk desk;

  LettersResource(Letters letters, Mailing mailing, Desk desk) {
    this.letters = letters;
    this.mailing = mailing;
    this.desk = desk;
  }

  @GET
  @Path("{id}")
  @Produces("text/html; charset=UTF-8")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(
      operationId = "readLetter",
      summary = "文书原样，HTML 或 PDF 由 Accept 选 A letter as it was made; Accept chooses HTML or PDF")
  public Response html(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose) {
    return read(id, Visits.of(present, purpose), Letters.Form.HTML, "html");
  }

  @GET
  @Path("{id}")
  @Produces(PDF)
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(hidden = true)
  public Response pdf(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose) {
    return read(id, Visits.of(present, purpose), Letters.Form.PDF, "pdf");
  }

  /** Saved as a file: the letter brings its own style, which a page of this service may not. */
  private Response read(UUID id, Visit visit, Letters.Form form, String ending) {
    Letters.Copy copy = letters.read(id, form, visit, desk.actor(), desk.now());
    return Response.ok(copy.bytes())
        .header("Content-Disposition", "attachment; filename=\"letter-" + id + "." + ending + "\"")
        .build();
  }

  @POST
  @Path("{id}/deliveries")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier", "reviewer"})
  @Operation(
      operationId = "deliverLetter",
      summary = "送达文书，期限由此起算 Delivers a letter; what it begins is by its kind")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = LetterBodies.Delivered.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response deliver(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    Visit visit = Visits.of(present, purpose);
    return desk.made(
        headers,
        body,
        LetterBodies.Delivered.class,
        sent -> mailing.delivered(id, sent.version(), sent.how(), visit, desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/returns")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(
      operationId = "letterCameBack",
      summary = "文书退回，等于没有送达，期限不起算 A letter came back: not delivered, no period runs")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = LetterBodies.CameBack.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response cameBack(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        LetterBodies.CameBack.class,
        sent ->
            mailing.cameBack(id, sent.version(), sent.on(), sent.why(), desk.actor(), desk.now()));
  }
}
