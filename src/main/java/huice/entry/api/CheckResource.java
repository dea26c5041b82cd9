package huice.entry.api;

import huice.casework.LiveRelease;
import huice.engine.CompiledRelease;
import huice.explain.AssessmentJson;
import huice.model.Assessment;
import huice.model.Case;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Assesses the facts of a body against every scheme in force and keeps nothing. For a caseworker's
 * system on this machine: the service listens on the loopback address unless told otherwise. Nobody
 * has to sign in, because nothing is read from the records and nothing is left behind.
 */
@Path("/api/checks")
@Tag(name = "checks", description = "测算 Assessments")
@PermitAll
public class CheckResource {
  private static final List<String> NAMES = List.of("schemes", "reasons");

  private final LiveRelease live;
  private final CheckWorkers workers;
  private final CheckLimit limit;

  CheckResource(LiveRelease live, CheckWorkers workers, CheckLimit limit) {
    this.live = live;
    this.workers = workers;
    this.limit = limit;
  }

  @POST
  @KeepsNothing
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @NonBlocking
  @Operation(
      operationId = "check",
      summary = "测算一个个案，不保存任何内容 Assess one case; nothing is kept",
      description =
          "没有任何效力：不作决定、不留记录。未写的事实视为未知，不作不利推定。"
              + " Has no effect: decides nothing, records nothing. A fact left out is unknown and"
              + " never held against anyone.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = "application/json", schema = @Schema(ref = "Case")))
  @APIResponse(
      responseCode = "200",
      description = "各项目的结果及理由 Every scheme's outcome with reasons",
      content = @Content(mediaType = "application/json", schema = @Schema(ref = "Assessment")))
  public Uni<byte[]> check(
      @Parameter(
              description =
                  "只测算这些项目，以逗号分隔；不写为全部。 Only these schemes, by commas; all when left out.")
          @QueryParam("schemes")
          @Nullable String schemes,
      @Parameter(
              description =
                  "理由的详略：full 全部，brief 只有各条件的结果，none 只有结论；算式只在 full 中。"
                      + " How much of the reasons: all, results of conditions only, outcomes only;"
                      + " the arithmetic stands in full only.",
              schema =
                  @Schema(
                      enumeration = {"full", "brief", "none"},
                      defaultValue = "full"))
          @QueryParam("reasons")
          @Nullable String reasons,
      @Context UriInfo address,
      @Context HttpServerRequest request,
      SentBody body) {
    long wait = limit.wait(request.remoteAddress().hostAddress());
    if (wait > 0) {
      throw new TooMany(wait);
    }
    CompiledRelease release = live.get();
    Asked asked = Asked.of(release, schemes, reasons, Query.unknown(address, NAMES));
    return workers.run(() -> answer(release, asked, body));
  }

  private static byte[] answer(CompiledRelease release, Asked asked, SentBody body) {
    Case given = CaseBody.read(body.bytes(), release.source().dictionary());
    Assessment assessment = release.assess(given, asked.ask());
    return AssessmentJson.bytes(
        asked.reasons() == Asked.Reasons.FULL ? assessment : Brief.of(assessment));
  }
}
