package huice.entry.api;

import huice.casework.task.Rounds;
import huice.casework.task.Verifications;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Entered, checked and sampled by three different persons. */
@Path("/api/verifications")
@Tag(name = "verifications", description = "三级核对 Verification of entries")
@Produces(MediaType.APPLICATION_JSON)
public class VerificationsResource {
  private final Verifications verifications;
  private final Rounds rounds;
  private final Desk desk;

  VerificationsResource(Verifications verifications, Rounds rounds, Desk desk) {
    this.verifications = verifications;
    this.rounds = rounds;
    this.desk = desk;
  }

  @GET
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(
      operationId = "listVerifications",
      summary = "待核查、待抽查的录入，不列姓名 Entries that wait, without the person")
  public List<Verifications.Line> listVerifications() {
    return verifications.waiting(desk.actor());
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(
      operationId = "verification",
      summary = "一次申请要核对的情况 The facts of one application, to be compared")
  public Verifications.View verification(@PathParam("id") String id) {
    return verifications.view(Ids.of(id), desk.actor(), desk.now());
  }

  @POST
  @Path("{id}/check")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(
      operationId = "checkEntry",
      summary = "核查；录入的人不能核查 Checks an entry; whoever entered it cannot")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = TaskBodies.Verified.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = Verifications.View.class)))
  public Response checkEntry(
      @PathParam("id") String id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        TaskBodies.Verified.class,
        sent -> verifications.check(Ids.of(id), sent.found(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/sample")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"certifier", "reviewer"})
  @Operation(
      operationId = "sampleEntry",
      summary = "抽查；录入和核查的人不能抽查 Samples a drawn entry; a third person does")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = TaskBodies.Verified.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = Verifications.View.class)))
  public Response sampleEntry(
      @PathParam("id") String id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        TaskBodies.Verified.class,
        sent -> verifications.sample(Ids.of(id), sent.found(), desk.actor(), desk.now()));
  }

  @GET
  @Path("rounds")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(
      operationId = "verificationRounds",
      summary = "已截止的各轮，种子可重算 Closed rounds; the seed draws the same again")
  public List<Rounds.View> verificationRounds() {
    return rounds.list(desk.actor());
  }

  @POST
  @Path("rounds")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"certifier"})
  @Operation(
      operationId = "closeRound",
      summary = "截止录入并抽样 Closes the round, then draws the sample")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = TaskBodies.Round.class)))
  @APIResponse(
      responseCode = "201",
      description = "抽样 The sample",
      content = @Content(schema = @Schema(implementation = Rounds.View.class)))
  public Response closeRound(@Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        TaskBodies.Round.class,
        sent -> rounds.close(sent.size(), sent.why(), desk.actor(), desk.now()));
  }
}
