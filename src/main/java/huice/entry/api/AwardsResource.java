package huice.entry.api;

import huice.casework.money.AwardView;
import huice.casework.money.Awards;
import huice.casework.money.Filing;
import huice.casework.money.Payments;
import huice.casework.money.Recoveries;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What decisions in effect grant, and claims of it month by month. An award has the id of its
 * application.
 */
@Path("/api/awards")
@Tag(name = "awards", description = "核准的待遇 Awards")
@Produces(MediaType.APPLICATION_JSON)
public class AwardsResource {
  private final Awards awards;
  private final Filing filing;
  private final Payments payments;
  private final Recoveries recoveries;
  private final Desk desk;

  AwardsResource(
      Awards awards, Filing filing, Payments payments, Recoveries recoveries, Desk desk) {
    this.awards = awards;
    this.filing = filing;
    this.payments = payments;
    this.recoveries = recoveries;
    this.desk = desk;
  }

  @GET
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(operationId = "listAwards", summary = "核准的待遇一览 Awards, of the own office or of all")
  public List<AwardView> listAwards() {
    return awards.list(desk.actor(), desk.now());
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(operationId = "award", summary = "一项核准的待遇：各月、已付、多付少付 An award, month by month")
  public AwardView award(@PathParam("id") UUID id) {
    return awards.view(id, desk.actor(), desk.now());
  }

  @POST
  @Path("{id}/claims")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(operationId = "claimAward", summary = "申领到期的各月 Claims every month that is due")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.NewClaim.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = AwardView.class)))
  public Response claimAward(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        MoneyBodies.NewClaim.class,
        sent -> filing.file(id, sent.filedOn(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/supplements")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(operationId = "supplementAward", summary = "提出补付台账上少付的 Proposes what the ledger lacks")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.Nothing.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = AwardView.class)))
  public Response supplementAward(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        MoneyBodies.Nothing.class,
        sent -> filing.supplement(id, desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/recoveries")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(
      operationId = "proposeRecovery",
      summary = "提出追回台账上多付的，不生效 Proposes to recover what was overpaid; without effect")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.WithText.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = RecoveryView.class)))
  public Response proposeRecovery(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        MoneyBodies.WithText.class,
        sent -> recoveries.propose(id, sent.text(), desk.actor(), desk.now()));
  }

  @GET
  @Path("{id}/recoveries")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(operationId = "awardRecoveries", summary = "这项待遇的追回 Recoveries of an award")
  public List<RecoveryView> awardRecoveries(@PathParam("id") UUID id) {
    return recoveries.of(id, desk.actor(), desk.now());
  }

  @GET
  @Path("{id}/ledger")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(operationId = "awardLedger", summary = "这项待遇的台账 The ledger of an award")
  public List<Payments.Line> awardLedger(@PathParam("id") UUID id) {
    return payments.ledger(id, desk.actor(), desk.now());
  }
}
