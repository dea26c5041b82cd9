package huice.entry.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import huice.casework.CheckedRelease;
import huice.casework.Conflict;
import huice.casework.ReleaseChecks;
import huice.casework.impact.ImpactView;
import huice.casework.impact.Impacts;
import huice.entry.ImpactDoor;
import huice.entry.ImpactForm;
import huice.entry.api.ProblemDetails.Fault;
import huice.entry.api.Writes.Answer;
import huice.model.Text;
import huice.simulation.impact.Impact;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate release would change, worked out beside the live one and without any effect
 * (R48, R50).
 */
@Path("/api/impacts")
@Tag(name = "impacts", description = "影响评估 Impact assessments")
@Produces(MediaType.APPLICATION_JSON)
public class ImpactsResource {
  private static final List<String> NAMES = List.of("base", "on", "scheme", "invented");
  private static final String OFFICER = "policy-officer";

  private final ImpactDoor door;
  private final Impacts impacts;
  private final ReleaseChecks checks;
  private final Writes writes;
  private final Caller caller;
  private final Clock clock;
  private final ObjectMapper json;

  ImpactsResource(
      ImpactDoor door,
      Impacts impacts,
      ReleaseChecks checks,
      Writes writes,
      Caller caller,
      Clock clock,
      ObjectMapper json) {
    this.door = door;
    this.impacts = impacts;
    this.checks = checks;
    this.writes = writes;
    this.caller = caller;
    this.clock = clock;
    this.json = json;
  }

  /** How a comparison stands and, when it is done, what came of it. */
  @Schema(name = "ImpactAssessment")
  public record Assessment(
      ImpactView assessment,
      @Schema(
              type = SchemaType.OBJECT,
              description = "结果；未算完时没有 The result; nothing until it is done")
          @Nullable JsonNode result) {}

  /** Who answers for a difference, and how; for the description only. */
  @Schema(name = "ImpactAnswer")
  record Answering(
      @Schema(required = true) String scheme,
      @Schema(required = true) String change,
      @Schema(required = true, description = "说明，或为什么可以接受 Why") String reason) {}

  @POST
  @RolesAllowed(OFFICER)
  @Consumes("application/zip")
  @Operation(
      operationId = "beginImpact",
      summary = "评估一个候选发布的影响 Assess what a candidate release would change",
      description =
          "请求体是 policies、rules、test-cases 全部文件的 zip。与现行发布（或 base）并行测算登记并同意的人，"
              + "或 invented 个虚构的人；不产生任何效力，只留下计数和遮盖的个例。进度见 GET。"
              + " The body is a zip of all files. Decides those who registered and consent, or"
              + " invented people; no effect, only counts and masked cases are kept.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/zip",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "202",
      description = "已开始 Begun",
      content = @Content(schema = @Schema(implementation = ImpactView.class)))
  public Response begin(
      @Parameter(description = "与哪个发布相比，不写为现行的 The release before; the live one when left out")
          @QueryParam("base")
          @Nullable String base,
      @Parameter(
              description = "测算日期，不写为今天 The day; today when left out",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @QueryParam("on")
          @Nullable String on,
      @Parameter(description = "只看一个项目 One scheme only") @QueryParam("scheme")
          @Nullable String scheme,
      @Parameter(
              description =
                  "多少虚构的人，不写为登记并同意的人 How many invented people; the registered when left out")
          @QueryParam("invented")
          @Nullable String invented,
      @Context UriInfo address,
      @Context HttpHeaders headers,
      SentBody body) {
    ImpactDoor.Asked asked = asked(base, on, scheme, invented, Query.unknown(address, NAMES));
    CheckedRelease candidate = checks.proposed(body.bytes());
    ImpactDoor.Pair pair = door.pair(candidate, asked);
    return writes.once(
        headers, body, () -> new Answer(202, door.begin(caller.actor(), pair, asked)));
  }

  private static ImpactDoor.Asked asked(
      @Nullable String base,
      @Nullable String on,
      @Nullable String scheme,
      @Nullable String invented,
      List<Fault> unknown) {
    List<Fault> faults = new ArrayList<>(unknown);
    LocalDate day = on == null ? null : Words.day(on).orElse(null);
    if (on != null && day == null) {
      faults.add(
          Fault.inQuery(
              "on",
              Text.of("不是日期", "this is no date"),
              Text.of("按 年-月-日 写，如 2024-09-01", "write year-month-day: 2024-09-01")));
    }
    Integer people = null;
    if (invented != null) {
      people = invented.matches("[1-9][0-9]{0,6}") ? Integer.valueOf(invented) : null;
      if (people == null || people > ImpactDoor.MOST_INVENTED) {
        faults.add(
            Fault.inQuery(
                "invented",
                Text.of("不是人数，或太大", "not a number of people, or too large"),
                Text.of(
                    "请写 1 至 " + ImpactDoor.MOST_INVENTED,
                    "write 1 to " + ImpactDoor.MOST_INVENTED)));
      }
    }
    if (!faults.isEmpty()) {
      throw Query.refused(faults);
    }
    return new ImpactDoor.Asked(base, day, scheme, people);
  }

  @GET
  @RolesAllowed({OFFICER, "certifier", "auditor"})
  @Operation(operationId = "impacts", summary = "最近的影响评估 The latest impact assessments")
  public List<ImpactView> latest() {
    return impacts.latest();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({OFFICER, "certifier", "auditor"})
  @Operation(operationId = "impact", summary = "一次影响评估：进度和结果 One: its progress and result")
  @APIResponse(
      responseCode = "200",
      description = "影响评估 The assessment",
      content = @Content(schema = @Schema(implementation = Assessment.class)))
  public Assessment impact(@PathParam("id") String id) {
    UUID known = Ids.of(id);
    ImpactView view = impacts.view(known);
    JsonNode result = door.impact(known).<JsonNode>map(json::valueToTree).orElse(null);
    return new Assessment(view, result);
  }

  @GET
  @Path("/{id}/report")
  @RolesAllowed({OFFICER, "certifier", "auditor"})
  @Produces({"text/html", "text/csv", MediaType.APPLICATION_JSON})
  @Operation(operationId = "impactReport", summary = "结果，作为文件 The result as a file")
  public Response report(
      @PathParam("id") String id,
      @Parameter(
              description = "格式 The form",
              schema =
                  @Schema(
                      enumeration = {"html", "csv", "json"},
                      defaultValue = "html"))
          @QueryParam("form")
          @Nullable String form,
      @Context UriInfo address) {
    List<Fault> faults = new ArrayList<>(Query.unknown(address, List.of("form")));
    ImpactForm wanted = ImpactForm.of(form == null ? "html" : form).orElse(ImpactForm.HTML);
    if (form != null && !ImpactForm.ids().contains(form)) {
      faults.add(
          Fault.inQuery(
              "form",
              Text.of("没有这种格式", "there is no such form"),
              Text.of("请写 html、csv 或 json", "write html, csv or json")));
    }
    if (!faults.isEmpty()) {
      throw Query.refused(faults);
    }
    UUID known = Ids.of(id);
    impacts.view(known);
    Impact impact =
        door.impact(known)
            .orElseThrow(() -> new Conflict(Text.of("还没有算完。", "It is not done yet.")));
    return file(wanted, known, impact);
  }

  private static Response file(ImpactForm form, UUID id, Impact impact) {
    return Response.ok(form.bytes(impact))
        .type(form.type())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"impact-" + id + "." + form.id() + "\"")
        .build();
  }

  @POST
  @Path("/{id}/answers")
  @RolesAllowed({OFFICER, "certifier"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "answerForImpact",
      summary = "说明或接受一项差异 Explain or accept a difference, under one's own name")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Answering.class)))
  @APIResponse(
      responseCode = "200",
      description = "已记录 Recorded",
      content = @Content(schema = @Schema(implementation = ImpactView.class)))
  public Response answer(@PathParam("id") String id, @Context HttpHeaders headers, SentBody body) {
    Fields fields = Fields.of(body, "scheme", "change", "reason");
    String scheme = fields.text("scheme");
    String change = fields.text("change");
    String reason = fields.text("reason");
    fields.check();
    UUID known = Ids.of(id);
    return writes.once(
        headers,
        body,
        () ->
            Answer.ok(
                impacts.answer(caller.actor(), known, scheme, change, reason, clock.instant())));
  }
}
