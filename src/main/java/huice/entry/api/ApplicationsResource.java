package huice.entry.api;

import huice.casework.Visit;
import huice.casework.counter.Filing;
import huice.casework.decision.ApplicationView;
import huice.casework.decision.Applications;
import huice.casework.decision.Hearing;
import huice.casework.decision.Proposals;
import huice.casework.decision.State;
import huice.casework.decision.Verdicts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Applications, from receipt to review. */
@Path("/api/applications")
@Tag(name = "applications", description = "申请 Applications")
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationsResource {
  private final Applications applications;
  private final Filing filing;
  private final Proposals proposals;
  private final Hearing hearing;
  private final Verdicts verdicts;
  private final Desk desk;

  ApplicationsResource(
      Applications applications,
      Filing filing,
      Proposals proposals,
      Hearing hearing,
      Verdicts verdicts,
      Desk desk) {
    this.applications = applications;
    this.filing = filing;
    this.proposals = proposals;
    this.hearing = hearing;
    this.verdicts = verdicts;
    this.desk = desk;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(
      operationId = "apply",
      summary = "受理一份申请 Receives an application",
      description =
          "本人在场时（present=true 和 purpose）任一机构都受理，由本人的登记机构办理。"
              + " With the person present any office receives it; the person's own office decides.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.NewApplication.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response apply(
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    Visit visit = Visits.of(present, purpose);
    return desk.made(
        headers,
        body,
        DecisionBodies.NewApplication.class,
        sent ->
            filing.file(
                new Applications.Claim(
                    sent.record(),
                    sent.scheme(),
                    sent.subject(),
                    sent.channel(),
                    sent.appliedOn(),
                    sent.from(),
                    sent.to(),
                    sent.claimed()),
                sent.representative(),
                null,
                visit,
                desk.actor(),
                desk.now()));
  }

  @GET
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(
      operationId = "listApplications",
      summary = "申请一览，最多500份 Applications, at most 500, the earliest due first")
  public List<ApplicationView.Brief> list(
      @QueryParam("record") @Nullable UUID record,
      @QueryParam("scheme") @Nullable String scheme,
      @QueryParam("state") @Nullable String state,
      @Parameter(description = "只列已过期未办的 Only those the office is late with")
          @QueryParam("late")
          @DefaultValue("false")
          boolean late) {
    return applications.list(
        new Applications.Wanted(record, scheme, Words.choice(State.class, "state", state), late),
        desk.actor(),
        desk.now());
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(
      operationId = "getApplication",
      summary = "一份申请及其全部经过 An application with everything that was done on it")
  public ApplicationView get(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose) {
    return applications.view(id, Visits.of(present, purpose), desk.actor(), desk.now());
  }

  /** Who filed for the person; null when the person did. */
  @Schema(name = "Representative")
  public record Represented(@Nullable String representative) {}

  @GET
  @Path("{id}/representative")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(
      operationId = "getRepresentative",
      summary = "由谁代为申请，本人申请的为空 Who filed for the person; null when the person did")
  public Represented representative(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose) {
    return new Represented(
        filing.representative(id, Visits.of(present, purpose), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/proposals")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "service"})
  @Operation(operationId = "propose", summary = "提出处理意见 Proposes what the rules make of it")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.NewProposal.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response propose(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        DecisionBodies.NewProposal.class,
        sent -> proposals.propose(id, sent.version(), sent.on(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/opening-refusals")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(operationId = "refuseOpening", summary = "拟不予受理 Proposes not to open the case")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.OpeningRefusal.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response refuseOpening(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        DecisionBodies.OpeningRefusal.class,
        sent ->
            proposals.refuseOpening(
                id, sent.version(), sent.code(), sent.text(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/missing-notices")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(
      operationId = "tellMissing",
      summary = "一次性告知缺什么 Tells once and completely what is missing")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Delivered.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response tellMissing(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        DecisionBodies.Delivered.class,
        sent ->
            proposals.tellMissing(id, sent.version(), sent.delivery(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/attempts")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(operationId = "attempt", summary = "记录再次联系 Records a further try to reach the person")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Attempt.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response attempt(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        DecisionBodies.Attempt.class,
        sent ->
            hearing.attempt(
                id,
                sent.version(),
                sent.way(),
                sent.on(),
                sent.reached(),
                desk.actor(),
                desk.now()));
  }

  @POST
  @Path("{id}/comments")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(operationId = "comment", summary = "记录本人的意见 Records what the person says")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Comment.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response comment(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    Visit visit = Visits.of(present, purpose);
    return desk.made(
        headers,
        body,
        DecisionBodies.Comment.class,
        sent -> hearing.comment(id, sent.version(), sent.text(), visit, desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/objections")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "reviewer"})
  @Operation(operationId = "raiseObjection", summary = "提出异议 Records an objection")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Objection.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response object(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    Visit visit = Visits.of(present, purpose);
    return desk.made(
        headers,
        body,
        DecisionBodies.Objection.class,
        sent ->
            verdicts.object(
                id, sent.version(), sent.on(), sent.text(), visit, desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(
      operationId = "withdraw",
      summary = "本人签名撤回 Records the person's own signed withdrawal")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Withdrawal.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response withdraw(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    Visit visit = Visits.of(present, purpose);
    return desk.done(
        headers,
        body,
        DecisionBodies.Withdrawal.class,
        sent ->
            applications.withdraw(
                id,
                sent.version(),
                sent.signedOn(),
                sent.document(),
                visit,
                desk.actor(),
                desk.now()));
  }

  @POST
  @Path("{id}/closing")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"certifier"})
  @Operation(operationId = "close", summary = "因材料不全结案 Closes for lack of documents")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Version.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response close(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        DecisionBodies.Version.class,
        sent -> applications.close(id, sent.version(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/reopening")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(operationId = "reopen", summary = "恢复办理，申请日期不变 Reopens with its first date")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Version.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response reopen(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        DecisionBodies.Version.class,
        sent -> applications.reopen(id, sent.version(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/overdue-notices")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(
      operationId = "tellOverdue",
      summary = "告知本人办理逾期 Tells the person that the office is late")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Delivered.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response tellOverdue(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        DecisionBodies.Delivered.class,
        sent ->
            applications.tellOverdue(
                id, sent.version(), sent.delivery(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/reviews")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"reviewer"})
  @Operation(operationId = "review", summary = "由另一人复核 Another person reviews")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Review.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response review(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(headers, body, DecisionBodies.Review.class, sent -> review(id, sent));
  }

  private ApplicationView review(UUID id, DecisionBodies.Review sent) {
    DecisionBodies.Change change = sent.change();
    return change == null
        ? verdicts.uphold(id, sent.version(), sent.text(), desk.actor(), desk.now())
        : verdicts.change(
            id,
            sent.version(),
            new Verdicts.Verdict(change.result(), change.amount(), change.code(), sent.text()),
            desk.actor(),
            desk.now());
  }
}
