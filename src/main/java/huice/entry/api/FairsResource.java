package huice.entry.api;

import huice.casework.vacancy.Fairs;
import huice.entry.api.ProblemDetails.Fault;
import huice.model.Text;
import jakarta.annotation.security.PermitAll;
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
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The calendar of fairs, for everybody. */
@Path("/api/fairs")
@Tag(name = "fairs", description = "招聘活动 Fairs")
@Produces(MediaType.APPLICATION_JSON)
public class FairsResource {
  private final Fairs fairs;
  private final Desk desk;

  FairsResource(Fairs fairs, Desk desk) {
    this.fairs = fairs;
    this.desk = desk;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "fairsOfMonth",
      summary = "一个月的招聘活动和计入的场次 The fairs of a month, and how many count")
  public Fairs.Month fairsOfMonth(@QueryParam("month") @Nullable String month) {
    return fairs.month(month == null ? YearMonth.from(desk.now().today()) : month(month));
  }

  private static YearMonth month(String text) {
    if (!text.matches("(19|20|21)\\d\\d-(0[1-9]|1[0-2])")) {
      throw Query.refused(
          List.of(
              Fault.inQuery(
                  "month",
                  Text.of("不是月份", "this is no month"),
                  Text.of("按 年-月 写，如 2026-03", "write year-month: 2026-03"))));
    }
    return YearMonth.parse(text);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(operationId = "enterFair", summary = "安排一场 Plans a fair")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Fairs.Draft.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = Fairs.View.class)))
  public Response enterFair(@Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers, body, Fairs.Draft.class, sent -> fairs.enter(sent, desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/cancellation")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(operationId = "cancelFair", summary = "取消；不再计入 Cancels it; it counts no more")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ServiceBodies.Nothing.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = Fairs.View.class)))
  public Response cancelFair(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        ServiceBodies.Nothing.class,
        sent -> fairs.cancel(id, desk.actor(), desk.now()));
  }
}
