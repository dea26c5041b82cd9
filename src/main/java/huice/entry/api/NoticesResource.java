package huice.entry.api;

import huice.casework.money.Notices;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** Who is to be paid, masked, for some days. */
@Path("/api/notices")
@Tag(name = "notices", description = "公示 Public notices")
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {
  private final Notices notices;
  private final Desk desk;

  NoticesResource(Notices notices, Desk desk) {
    this.notices = notices;
    this.desk = desk;
  }

  @GET
  @PermitAll
  @Operation(operationId = "notices", summary = "正在公示的 What is shown now")
  public List<Notices.View> notices() {
    return notices.up(desk.now().today());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(
      operationId = "showNotice",
      summary = "公示一个项目待付的 Shows those of a scheme who are to be paid")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.NewNotice.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content = @Content(schema = @Schema(implementation = Notices.View.class)))
  public Response showNotice(@Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        MoneyBodies.NewNotice.class,
        sent -> notices.show(sent.scheme(), desk.actor(), desk.now()));
  }

  @GET
  @Path("all")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(operationId = "allNotices", summary = "全部公示，没有名单 All notices, without their lines")
  public List<Notices.View> allNotices() {
    return notices.all();
  }
}
