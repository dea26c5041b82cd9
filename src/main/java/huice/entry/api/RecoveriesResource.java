package huice.entry.api;

import huice.casework.money.Recoveries;
import huice.casework.money.RecoveryVerdicts;
import huice.casework.money.RecoveryView;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Recovery of what was overpaid: never automatic (R35). */
@Path("/api/recoveries")
@Tag(name = "recoveries", description = "追回 Recoveries")
@Produces(MediaType.APPLICATION_JSON)
public class RecoveriesResource {
  private final Recoveries recoveries;
  private final RecoveryVerdicts verdicts;
  private final Desk desk;

  RecoveriesResource(Recoveries recoveries, RecoveryVerdicts verdicts, Desk desk) {
    this.recoveries = recoveries;
    this.verdicts = verdicts;
    this.desk = desk;
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(operationId = "recovery", summary = "一项追回 A recovery")
  public RecoveryView recovery(@PathParam("id") UUID id) {
    return recoveries.view(id, desk.actor(), desk.now());
  }

  @POST
  @Path("{id}/notices")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(
      operationId = "tellRecovery",
      summary = "告知本人，答复期开始 Tells the person; the time to answer begins")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.Delivered.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = RecoveryView.class)))
  public Response tellRecovery(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        MoneyBodies.Delivered.class,
        sent -> recoveries.tell(id, sent.version(), sent.delivery(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/answers")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(operationId = "answerRecovery", summary = "记下本人的答复 Keeps what the person answers")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.Answered.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = RecoveryView.class)))
  public Response answerRecovery(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        MoneyBodies.Answered.class,
        sent -> recoveries.answer(id, sent.version(), sent.answer(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"certifier"})
  @Operation(
      operationId = "decideRecovery",
      summary = "由另一人决定，分期有上限 Another person decides, in capped instalments")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.RecoveryVerdict.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = RecoveryView.class)))
  public Response decideRecovery(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        MoneyBodies.RecoveryVerdict.class,
        sent -> verdicts.decide(id, sent.version(), sent.verdict(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/write-off")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"certifier"})
  @Operation(operationId = "writeOffRecovery", summary = "不予追回 Writes it off")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.WriteOff.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = RecoveryView.class)))
  public Response writeOffRecovery(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        MoneyBodies.WriteOff.class,
        sent -> verdicts.writeOff(id, sent.version(), sent.why(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/dropping")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(operationId = "dropRecovery", summary = "不再办理 Gives it up")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.VersionText.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = RecoveryView.class)))
  public Response dropRecovery(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        MoneyBodies.VersionText.class,
        sent -> recoveries.drop(id, sent.version(), sent.text(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/repayments")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(operationId = "repayRecovery", summary = "记下还回的一笔 Keeps an instalment that came back")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.Repayment.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = RecoveryView.class)))
  public Response repayRecovery(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        MoneyBodies.Repayment.class,
        sent ->
            recoveries.repaid(
                id, sent.version(), sent.amount(), sent.on(), desk.actor(), desk.now()));
  }
}
