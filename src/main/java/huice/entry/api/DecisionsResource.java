package huice.entry.api;

import huice.casework.decision.ApplicationView;
import huice.casework.decision.DecisionView;
import huice.casework.decision.Hearing;
import huice.casework.decision.Verdicts;
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

/** Proposals and decisions. */
@Path("/api/decisions")
@Tag(name = "decisions", description = "决定 Decisions")
@Produces(MediaType.APPLICATION_JSON)
public class DecisionsResource {
  private final Hearing hearing;
  private final Verdicts verdicts;
  private final Desk desk;

  DecisionsResource(Hearing hearing, Verdicts verdicts, Desk desk) {
    this.hearing = hearing;
    this.verdicts = verdicts;
    this.desk = desk;
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(
      operationId = "getDecision",
      summary = "一个决定及其理由 A decision with its reasons as they were made",
      description =
          "audience=applicant 是给单位、机构看的：保留各条件的结果，不写他人私下告诉本机构的内容。"
              + " With audience=applicant, for an employer or agency: every condition's result,"
              + " without what another person told the office in confidence.")
  public DecisionView get(
      @PathParam("id") UUID id, @QueryParam("audience") @Nullable String audience) {
    boolean applicant = Words.choice(Audience.class, "audience", audience) == Audience.APPLICANT;
    return hearing.view(id, applicant, desk.actor(), desk.now());
  }

  /** Who is to read the reasons. */
  enum Audience {
    OFFICE,
    APPLICANT
  }

  @POST
  @Path("{id}/openings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier", "reviewer"})
  @Operation(
      operationId = "openReasons",
      summary = "打开这一版的理由，确认以前必须打开 Opens the reasons; confirming needs it")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Nothing.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = DecisionView.class)))
  public Response openReasons(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        DecisionBodies.Nothing.class,
        sent -> hearing.open(id, desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/deliveries")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(
      operationId = "deliver",
      summary = "送达不利意见，听取意见的期限开始 Delivers an adverse proposal; the time to comment begins")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Delivered.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response deliver(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        DecisionBodies.Delivered.class,
        sent -> hearing.deliver(id, sent.version(), sent.delivery(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/confirmation")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"certifier", "reviewer"})
  @Operation(operationId = "confirm", summary = "确认，须逐件办理 Confirms this one")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Version.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response confirm(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        DecisionBodies.Version.class,
        sent -> verdicts.confirm(id, sent.version(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/override")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"certifier", "reviewer"})
  @Operation(operationId = "override", summary = "改判 Decides otherwise")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Override.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response override(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        DecisionBodies.Override.class,
        sent -> verdicts.override(id, sent.version(), sent.verdict(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/notices")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier", "reviewer"})
  @Operation(
      operationId = "notifyDecision",
      summary = "送达决定，异议期限开始 Delivers a decision; the time to object begins")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Delivered.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ApplicationView.class)))
  public Response notifyDecision(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        DecisionBodies.Delivered.class,
        sent -> hearing.notify(id, sent.version(), sent.delivery(), desk.actor(), desk.now()));
  }
}
