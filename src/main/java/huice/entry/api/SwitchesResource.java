package huice.entry.api;

import huice.casework.decision.Switches;
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

/** What is switched off (R38). */
@Path("/api/switches")
@Tag(name = "switches", description = "停用 Kill switches")
@Produces(MediaType.APPLICATION_JSON)
public class SwitchesResource {
  private final Switches switches;
  private final Desk desk;

  SwitchesResource(Switches switches, Desk desk) {
    this.switches = switches;
    this.desk = desk;
  }

  @GET
  @RolesAllowed({"policy-officer", "auditor", "certifier", "reviewer"})
  @Operation(
      operationId = "listSwitches",
      summary = "停用的规则、项目、发布及所涉申请 Kill switches with the applications they touch")
  public List<Switches.Switch> list() {
    return switches.all(desk.now());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"policy-officer"})
  @Operation(
      operationId = "setSwitch",
      summary = "停用一条规则、一个项目或者一个发布 Switches a rule, scheme or release off")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.NewSwitch.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = Switches.Switch.class)))
  public Response setSwitch(@Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        DecisionBodies.NewSwitch.class,
        sent -> switches.set(sent.kind(), sent.target(), sent.reason(), desk.actor(), desk.now()));
  }

  @POST
  @Path("{id}/lifting")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"policy-officer"})
  @Operation(operationId = "liftSwitch", summary = "恢复 Switches it on again")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DecisionBodies.Reason.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = Switches.Switch.class)))
  public Response liftSwitch(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        DecisionBodies.Reason.class,
        sent -> switches.lift(id, sent.reason(), desk.actor(), desk.now()));
  }
}
