package huice.entry.api;

import huice.casework.LiveRelease;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The dictionary of facts: what may be sent, in words for a form. */
@Path("/api/facts")
@Tag(name = "facts", description = "事实词典 The dictionary of facts")
@PermitAll
public class FactsResource {
  private final LiveRelease live;

  FactsResource(LiveRelease live) {
    this.live = live;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "facts",
      summary = "可以填报的全部事实 Every fact that may be sent",
      description =
          "词典之外的内容不能填报、保存或读取。" + " What is not in the dictionary cannot be sent, stored or read.")
  @APIResponse(
      responseCode = "200",
      description = "事实词典 The dictionary",
      content = @Content(schema = @Schema(implementation = FactList.class)))
  public FactList facts() {
    return FactList.of(live.get().source());
  }
}
