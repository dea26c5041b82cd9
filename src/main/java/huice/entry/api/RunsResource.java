package huice.entry.api;

import huice.casework.run.RunView;
import huice.casework.run.Runs;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Assesses everybody who wants to be told, or only what changed; decides nothing. */
@Path("/api/runs")
@Tag(name = "runs", description = "全县测算 The county run")
@Produces(MediaType.APPLICATION_JSON)
public class RunsResource {
  private static final int SHOWN = 50;

  private final Runs runs;
  private final Desk desk;
  private final JsonBody bodies;
  private final Writes writes;
  private final Clock clock;

  RunsResource(Runs runs, Desk desk, JsonBody bodies, Writes writes, Clock clock) {
    this.runs = runs;
    this.desk = desk;
    this.bodies = bodies;
    this.writes = writes;
    this.clock = clock;
  }

  /** What to run: the day, today when left out; one scheme, or all; everybody, or what changed. */
  @Schema(name = "NewRun")
  public record NewRun(
      @Nullable LocalDate on, @Nullable String scheme, @Nullable Boolean everybody) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"administrator", "policy-officer", "service"})
  @Operation(
      operationId = "beginRun",
      summary = "测算全县：登记、同意并愿意被告知的人 Assesses everybody who wants to be told",
      description =
          "只是测算，不作任何决定。不写 everybody 就只测算情况、日期或规则有变化的人；被中断的会接着办。"
              + " An assessment, no decision. Without everybody only those whose facts, dates or"
              + " rules changed; one that was cut off is gone on with.")
  @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewRun.class)))
  @APIResponse(
      responseCode = "202",
      description = "已开始 Begun",
      content = @Content(schema = @Schema(implementation = RunView.class)))
  public Response beginRun(@Context HttpHeaders headers, SentBody body) {
    NewRun sent = bodies.read(body, NewRun.class);
    LocalDate on = sent.on();
    Runs.Order order =
        new Runs.Order(
            on == null ? desk.now().today() : on,
            sent.scheme(),
            Boolean.TRUE.equals(sent.everybody()));
    return writes.once(
        headers, body, () -> new Writes.Answer(202, runs.begin(desk.actor(), order, clock)));
  }

  @GET
  @RolesAllowed({"administrator", "policy-officer", "service", "auditor"})
  @Operation(operationId = "listRuns", summary = "最近的全县测算 The latest runs, the last first")
  public List<RunView> list() {
    return runs.latest(SHOWN);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"administrator", "policy-officer", "service", "auditor"})
  @Operation(operationId = "run", summary = "一次全县测算的进度 How a run stands")
  @APIResponse(
      responseCode = "200",
      description = "进度 How it stands",
      content = @Content(schema = @Schema(implementation = RunView.class)))
  public RunView run(@PathParam("id") String id) {
    return runs.find(Ids.of(id));
  }
}
