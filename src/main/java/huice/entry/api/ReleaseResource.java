package huice.entry.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.CheckedRelease;
import huice.casework.GoingLive;
import huice.casework.LiveRelease;
import huice.casework.Proposal;
import huice.casework.ReleaseChecks;
import huice.casework.ReleaseOfTheDay;
import huice.entry.api.ProblemDetails.Fault;
import huice.entry.api.Writes.Answer;
import huice.model.Actor;
import huice.model.ReleaseStep;
import huice.model.Text;
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
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How a release goes live: proposed by one policy officer and approved by another (R7, R48). */
@Path("/api/releases")
@Tag(name = "releases", description = "发布 Releases")
@Produces(MediaType.APPLICATION_JSON)
public class ReleaseResource {
  private static final String OFFICER = "policy-officer";
  private static final List<String> NAMES = List.of("impact", "from", "terms");

  private final GoingLive goingLive;
  private final ReleaseChecks checks;
  private final ReleaseOfTheDay day;
  private final LiveRelease live;
  private final Writes writes;
  private final Caller caller;
  private final Clock clock;
  private final ObjectMapper json;

  ReleaseResource(
      GoingLive goingLive,
      ReleaseChecks checks,
      ReleaseOfTheDay day,
      LiveRelease live,
      Writes writes,
      Caller caller,
      Clock clock,
      ObjectMapper json) {
    this.goingLive = goingLive;
    this.checks = checks;
    this.day = day;
    this.live = live;
    this.writes = writes;
    this.caller = caller;
    this.clock = clock;
    this.json = json;
  }

  @GET
  @RolesAllowed({OFFICER, "auditor"})
  @Operation(operationId = "releases", summary = "现行发布和全部步骤 The live release and every step")
  @APIResponse(
      responseCode = "200",
      description = "发布 Releases",
      content = @Content(schema = @Schema(implementation = ReleaseView.class)))
  public ReleaseView releases() {
    return ReleaseView.of(
        live.get().digest(), live.fromFolder(), goingLive.history(), LocalDate.now(clock));
  }

  @POST
  @RolesAllowed(OFFICER)
  @Consumes("application/zip")
  @Operation(
      operationId = "proposeRelease",
      summary = "提出一个发布 Propose a release",
      description =
          "请求体是 policies、rules、test-cases 全部文件的 zip；有任何问题或个案不通过即不接受。"
              + " The body is a zip of all files under policies, rules and test-cases; refused with"
              + " any problem or failing case.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/zip",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "201",
      description = "已提出 Proposed",
      content = @Content(schema = @Schema(implementation = ReleaseView.Step.class)))
  public Response propose(
      @Parameter(required = true, description = "影响评估的文号 The impact assessment's reference")
          @QueryParam("impact")
          @Nullable String impact,
      @Parameter(
              required = true,
              description = "开始日期 The first day",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @QueryParam("from")
          @Nullable String from,
      @Parameter(
              description = "在发待遇：keep 沿用原条件（默认），change 改用新条件 What running awards do",
              schema =
                  @Schema(
                      enumeration = {"keep", "change"},
                      defaultValue = "keep"))
          @QueryParam("terms")
          @Nullable String terms,
      @Context UriInfo address,
      @Context HttpHeaders headers,
      SentBody body) {
    Proposal proposal = proposal(impact, from, terms, Query.unknown(address, NAMES));
    Actor actor = caller.actor();
    CheckedRelease release = checks.proposed(body.bytes());
    return step(
        headers,
        body.bytes(),
        201,
        () -> goingLive.propose(actor, release, proposal, clock.instant(), today()));
  }

  @POST
  @Path("/{release}/approve")
  @RolesAllowed(OFFICER)
  @Operation(
      operationId = "approveRelease",
      summary = "批准别人提出的发布 Approve what somebody else proposed",
      description =
          "批准前再次检查，并与 Drools 编译器的结果逐位比较。"
              + " Checked once more, and compared bit for bit with what Drools' compiler makes of it.")
  @APIResponse(
      responseCode = "200",
      description = "已批准 Approved",
      content = @Content(schema = @Schema(implementation = ReleaseView.Step.class)))
  public Response approve(@PathParam("release") String release, @Context HttpHeaders headers) {
    Actor actor = caller.actor();
    @Nullable CheckedRelease checked = goingLive.awaits(release) ? checks.approved(release) : null;
    return step(
        headers,
        new byte[0],
        200,
        () -> {
          if (checked == null) {
            throw goingLive.notAwaiting(actor);
          }
          return goingLive.approve(actor, checked, clock.instant(), today());
        });
  }

  @POST
  @Path("/{release}/reject")
  @RolesAllowed(OFFICER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "rejectRelease", summary = "不批准，或撤回自己提出的 Turn a proposal down")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ReleaseView.Reason.class)))
  @APIResponse(
      responseCode = "200",
      description = "已否决 Rejected",
      content = @Content(schema = @Schema(implementation = ReleaseView.Step.class)))
  public Response reject(
      @PathParam("release") String release, @Context HttpHeaders headers, SentBody body) {
    Actor actor = caller.actor();
    String reason = reason(body);
    return step(
        headers,
        body.bytes(),
        200,
        () -> goingLive.reject(actor, release, reason, clock.instant()));
  }

  @POST
  @Path("/rollback")
  @RolesAllowed(OFFICER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "rollBackRelease",
      summary = "立即回到上一个批准的发布 Return to the release approved before, at once")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ReleaseView.Reason.class)))
  @APIResponse(
      responseCode = "200",
      description = "已回退 Rolled back",
      content = @Content(schema = @Schema(implementation = ReleaseView.Step.class)))
  public Response rollBack(@Context HttpHeaders headers, SentBody body) {
    Actor actor = caller.actor();
    String reason = reason(body);
    return step(
        headers,
        body.bytes(),
        200,
        () -> goingLive.rollBack(actor, reason, clock.instant(), today()));
  }

  /** Does a step once and, when it is permanent, makes live what it leads to. */
  private Response step(HttpHeaders headers, byte[] body, int status, Supplier<ReleaseStep> step) {
    Response answer =
        writes.once(headers, body, () -> new Answer(status, ReleaseView.Step.of(step.get())));
    day.turn(today());
    return answer;
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static Proposal proposal(
      @Nullable String impact, @Nullable String from, @Nullable String terms, List<Fault> unknown) {
    List<Fault> faults = new ArrayList<>(unknown);
    if (impact == null || impact.isBlank()) {
      faults.add(absent("impact", "写影响评估的文号", "name the impact assessment"));
    }
    LocalDate day = from == null ? null : Words.day(from).orElse(null);
    if (day == null) {
      faults.add(absent("from", "按 年-月-日 写", "write year-month-day"));
    }
    String word = terms == null ? "keep" : terms;
    if (!word.equals("keep") && !word.equals("change")) {
      faults.add(absent("terms", "写 keep 或 change", "write keep or change"));
    }
    if (impact == null || day == null || !faults.isEmpty()) {
      throw Query.refused(faults);
    }
    return new Proposal(impact, day, ReleaseStep.Terms.of(word));
  }

  private static Fault absent(String name, String zh, String en) {
    return Fault.inQuery(name, Text.of("没有写，或不能识别", "absent or not understood"), Text.of(zh, en));
  }

  /** Empty when the body has none; what becomes of it then is told with the other faults. */
  private String reason(SentBody body) {
    try {
      JsonNode sent = json.readTree(body.bytes());
      JsonNode reason = sent == null ? null : sent.get("reason");
      return reason == null || !reason.isTextual() ? "" : reason.textValue();
    } catch (JsonProcessingException e) {
      throw new Refused(ProblemKind.MALFORMED, ProblemKind.MALFORMED.remedy(), List.of());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
