package huice.entry.api;

import huice.casework.decision.Reassessments;
import huice.casework.decision.Replays;
import huice.casework.decision.Touched;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What became of decisions when rules or facts turn out otherwise. */
@Path("/api")
@Tag(name = "looking-back", description = "回看 Looking back")
@Produces(MediaType.APPLICATION_JSON)
public class LookingBackResource {
  private final Touched touched;
  private final Replays replays;
  private final Reassessments reassessments;
  private final Desk desk;

  LookingBackResource(Touched touched, Replays replays, Reassessments reassessments, Desk desk) {
    this.touched = touched;
    this.replays = replays;
    this.reassessments = reassessments;
    this.desk = desk;
  }

  @GET
  @Path("touched")
  @RolesAllowed({"policy-officer", "auditor"})
  @Operation(
      operationId = "touched",
      summary = "一条规则参与过的全部决定，按另一发布重算 Every decision a rule took part in, asked again")
  public Touched.Found touched(
      @Parameter(description = "条件的编号 The condition's id", required = true) @QueryParam("rule")
          @Nullable String rule,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @Parameter(description = "发布的摘要；不写为现行的 A release's digest; the live one when left out")
          @QueryParam("release")
          @Nullable String release) {
    return touched.find(
        Words.required("rule", rule),
        Words.day("from", from, LocalDate.of(1900, 1, 1)),
        Words.day("to", to, LocalDate.of(9999, 12, 31)),
        release,
        desk.actor(),
        desk.now());
  }

  @POST
  @Path("replays")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"auditor"})
  @Operation(
      operationId = "replay",
      summary = "重算已作的决定并逐字节比较 Decides kept decisions again and compares byte for byte")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Period.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = Replays.Replay.class)))
  public Response replay(@Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        DecisionBodies.Period.class,
        sent -> replays.replay(sent.from(), sent.to(), desk.actor(), desk.now()));
  }

  @POST
  @Path("reassessments")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier", "service"})
  @Operation(
      operationId = "reassess",
      summary = "事实变化后重新测算受影响的决定 Decides again what changed facts affect")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.OfRecord.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ReassessmentList.class)))
  public Response reassess(@Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        DecisionBodies.OfRecord.class,
        sent -> new ReassessmentList(reassessments.of(sent.record(), desk.actor(), desk.now())));
  }

  @POST
  @Path("reassessments/running")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"certifier", "service"})
  @Operation(
      operationId = "reassessRunningAwards",
      summary = "发布改变在领待遇的条件后重新测算 Decides again running awards whose terms a release changed",
      description =
          "只提出意见，不生效；已看过的不再看。 Only proposals come of it; what was looked at is"
              + " not looked at again.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Nothing.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = ReassessmentList.class)))
  public Response reassessRunningAwards(@Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        DecisionBodies.Nothing.class,
        sent -> new ReassessmentList(reassessments.ofRunningAwards(desk.actor(), desk.now())));
  }

  /** What changed facts affect. */
  public record ReassessmentList(List<Reassessments.Reassessed> reassessed) {}
}
