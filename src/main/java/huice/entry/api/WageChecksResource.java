package huice.entry.api;

import huice.casework.complaint.WageChecks;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checks of employers' and projects' wages that are due, and what they found. */
@Path("/api/payroll-checks")
@Tag(name = "payroll-checks", description = "工资支付排查 Checks of wages")
@Produces(MediaType.APPLICATION_JSON)
public class WageChecksResource {
  private final WageChecks checks;
  private final Desk desk;

  WageChecksResource(WageChecks checks, Desk desk) {
    this.checks = checks;
    this.desk = desk;
  }

  @GET
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(operationId = "payrollChecks", summary = "到期的排查和依据 What is due, and by which rule")
  public List<WageChecks.Part> wageChecks() {
    return checks.list(desk.actor(), desk.now().today());
  }

  @POST
  @Path("{record}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("caseworker")
  @Operation(operationId = "makePayrollCheck", summary = "记下一次排查 Records a check that was made")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ServiceBodies.Result.class)))
  public Response makeWageCheck(
      @PathParam("record") UUID record, @Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        ServiceBodies.Result.class,
        sent -> {
          checks.make(record, sent.outcome(), desk.actor(), desk.now());
          return Map.of();
        });
  }
}
