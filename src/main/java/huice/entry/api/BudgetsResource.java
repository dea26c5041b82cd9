package huice.entry.api;

import huice.casework.money.Budgets;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What may be spent of each fund in a year; not set is not 0. */
@Path("/api/budgets")
@Tag(name = "budgets", description = "资金和预算 Funds and budgets")
@Produces(MediaType.APPLICATION_JSON)
public class BudgetsResource {
  private final Budgets budgets;
  private final Desk desk;

  BudgetsResource(Budgets budgets, Desk desk) {
    this.budgets = budgets;
    this.desk = desk;
  }

  @GET
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor", "policy-officer"})
  @Operation(operationId = "budgets", summary = "一年的预算 The budgets of a year")
  public List<Budgets.Line> budgets(@QueryParam("year") @Nullable Integer year) {
    return budgets.lines(year == null ? desk.now().today().getYear() : year);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"certifier"})
  @Operation(operationId = "enterBudget", summary = "登记预算，写明依据 Enters a budget with its reference")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.NewBudget.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Budgets.Line.class)))
  public Response enterBudget(@Context HttpHeaders headers, SentBody body) {
    return desk.made(
        headers,
        body,
        MoneyBodies.NewBudget.class,
        sent -> budgets.enter(sent.entry(), desk.actor(), desk.now()));
  }
}
