package huice.entry.api;

import huice.casework.employer.FindingView;
import huice.casework.employer.Findings;
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
import org.jspecify.annotations.Nullable;

/** Proposals to inspectors about duties found not kept, and what inspectors answer. */
@Path("/api/findings")
@Tag(name = "employers")
@Produces(MediaType.APPLICATION_JSON)
public class FindingsResource {
  private final Findings findings;
  private final Desk desk;

  FindingsResource(Findings findings, Desk desk) {
    this.findings = findings;
    this.desk = desk;
  }

  @GET
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(
      operationId = "listFindings",
      summary = "移交劳动监察的建议，待答复的在前 Proposals to inspectors, those without an answer first")
  public List<FindingView> list() {
    return findings.proposed(desk.actor());
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(
      operationId = "getFinding",
      summary = "一项存下的测算及全部理由 A finding with all its reasons, as it was made")
  public FindingView get(@PathParam("id") UUID id) {
    return findings.view(id, desk.actor(), desk.now());
  }

  @POST
  @Path("{id}/openings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "reviewer"})
  @Operation(
      operationId = "openFinding",
      summary = "打开理由，移交以前须先打开 Opens the reasons, as is needed before handing on")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Nothing.class)))
  @APIResponse(
      responseCode = "200",
      description = "连同理由 With its reasons",
      content = @Content(schema = @Schema(implementation = FindingView.class)))
  public Response open(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        DecisionBodies.Nothing.class,
        sent -> findings.open(id, desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/proposals")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(
      operationId = "proposeToInspector",
      summary = "移交劳动监察核实，没有任何效力 Hands it on to an inspector; without effect on anybody")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Nothing.class)))
  @APIResponse(
      responseCode = "201",
      description = "已移交 Handed on",
      content = @Content(schema = @Schema(implementation = FindingView.class)))
  public Response propose(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        DecisionBodies.Nothing.class,
        sent -> findings.propose(id, desk.actor(), desk.now()));
  }

  /** What the inspector says; {@code why} is needed where it is not taken up. */
  @Schema(name = "InspectorAnswer")
  public record AnswerBody(
      @Schema(required = true) FindingView.Answer answer, @Nullable String why) {}

  @POST
  @Path("{id}/answers")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("reviewer")
  @Operation(
      operationId = "answerFinding",
      summary = "由另一人登记监察的答复 Another person records the inspector's answer")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = AnswerBody.class)))
  @APIResponse(
      responseCode = "201",
      description = "已答复 Answered",
      content = @Content(schema = @Schema(implementation = FindingView.class)))
  public Response answer(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        AnswerBody.class,
        sent -> findings.answer(id, sent.answer(), sent.why(), desk.actor(), desk.now()));
  }
}
