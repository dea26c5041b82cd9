package huice.entry.api;

import huice.casework.complaint.ComplaintView;
import huice.casework.complaint.Complaints;
import huice.casework.complaint.Handling;
import huice.casework.complaint.Sent;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Complaints, with their words only where one is read whole; acts answer without them. */
@Path("/api/complaints")
@Tag(name = "complaints", description = "投诉举报 Complaints")
@Produces(MediaType.APPLICATION_JSON)
public class ComplaintsResource {
  private final Complaints complaints;
  private final Handling handling;
  private final JsonBody bodies;
  private final Desk desk;

  ComplaintsResource(Complaints complaints, Handling handling, JsonBody bodies, Desk desk) {
    this.complaints = complaints;
    this.handling = handling;
    this.bodies = bodies;
    this.desk = desk;
  }

  @GET
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(operationId = "listComplaints", summary = "投诉一览，没有内容 Complaints, without their words")
  public List<ComplaintView> listComplaints() {
    return handling.list(desk.actor(), desk.now().today());
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(operationId = "oneComplaint", summary = "一件投诉；查看有记录 One complaint; the look is noted")
  public ComplaintView complaint(@PathParam("id") UUID id) {
    return handling.view(id, desk.actor(), desk.now());
  }

  /** Kept under its own key rather than with other answers: the number is told to nobody else. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(operationId = "takeComplaint", summary = "代为登记，给回执 Takes one down for somebody")
  @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Sent.class)))
  @APIResponse(
      responseCode = "201",
      description = "回执 The receipt",
      content = @Content(schema = @Schema(implementation = Complaints.Receipt.class)))
  public Response takeComplaint(@Context HttpHeaders headers, SentBody body) {
    String key = desk.actor().id() + " " + Writes.key(headers.getRequestHeader(Writes.KEY));
    Sent sent = Whole.of(bodies.read(body, Sent.class));
    return Response.status(Response.Status.CREATED)
        .entity(complaints.file(sent, key, desk.actor(), desk.now()))
        .build();
  }

  @POST
  @Path("{id}/link")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(operationId = "linkComplaint", summary = "对应到登记的单位 Says which employer it is about")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ServiceBodies.Firm.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ServiceBodies.Standing.class)))
  public Response linkComplaint(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        ServiceBodies.Firm.class,
        sent ->
            ServiceBodies.Standing.of(
                handling.link(id, sent.version(), sent.firm(), desk.actor(), desk.now())));
  }

  @POST
  @Path("{id}/helpers")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(
      operationId = "passComplaint",
      summary = "请其他机构协助，本机构仍负责 Asks others for help; the office stays responsible")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ServiceBodies.VersionText.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ServiceBodies.Standing.class)))
  public Response passComplaint(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        ServiceBodies.VersionText.class,
        sent ->
            ServiceBodies.Standing.of(
                handling.pass(id, sent.version(), sent.text(), desk.actor(), desk.now())));
  }

  @POST
  @Path("{id}/answers")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(operationId = "answerComplaint", summary = "答复本人 Answers the person")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ServiceBodies.VersionText.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ServiceBodies.Standing.class)))
  public Response answerComplaint(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        ServiceBodies.VersionText.class,
        sent ->
            ServiceBodies.Standing.of(
                handling.answer(id, sent.version(), sent.text(), desk.actor(), desk.now())));
  }

  @POST
  @Path("{id}/firm-statements")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(
      operationId = "firmSaysPaid",
      summary = "记下单位称已付；不结案 What the employer says it paid; closes nothing")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ServiceBodies.VersionText.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ServiceBodies.Standing.class)))
  public Response firmSaysPaid(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        ServiceBodies.VersionText.class,
        sent ->
            ServiceBodies.Standing.of(
                handling.firmSaysPaid(id, sent.version(), sent.text(), desk.actor(), desk.now())));
  }

  @POST
  @Path("{id}/money-received")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(
      operationId = "moneyReceived",
      summary = "本人确认钱已收到，办结 The worker has the money; closed")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ServiceBodies.VersionText.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ServiceBodies.Standing.class)))
  public Response moneyReceived(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        ServiceBodies.VersionText.class,
        sent ->
            ServiceBodies.Standing.of(
                handling.moneyReceived(id, sent.version(), sent.text(), desk.actor(), desk.now())));
  }

  @POST
  @Path("{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(operationId = "withdrawComplaint", summary = "本人签名撤回 Withdrawn by the person, signed")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ServiceBodies.VersionText.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ServiceBodies.Standing.class)))
  public Response withdrawComplaint(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        ServiceBodies.VersionText.class,
        sent ->
            ServiceBodies.Standing.of(
                handling.withdraw(id, sent.version(), sent.text(), desk.actor(), desk.now())));
  }

  @POST
  @Path("{id}/payroll-check")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(
      operationId = "callPayrollCheck",
      summary = "安排一次例行排查，不提投诉 Has the wages checked, without a word of the complaint")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ServiceBodies.Nothing.class)))
  public Response callWageCheck(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        ServiceBodies.Nothing.class,
        sent -> {
          handling.callCheck(id, desk.actor(), desk.now());
          return Map.of();
        });
  }
}
