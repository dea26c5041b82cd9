package huice.entry.api;

import huice.casework.money.Payments;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the bank confirmed as paid, and what is to be done about the rest. */
@Path("/api/payments")
@Tag(name = "payments", description = "支付台账 Payments")
@Produces(MediaType.APPLICATION_JSON)
public class PaymentsResource {
  private final Payments payments;
  private final Desk desk;

  PaymentsResource(Payments payments, Desk desk) {
    this.payments = payments;
    this.desk = desk;
  }

  @GET
  @Path("ledger")
  @RolesAllowed({"auditor", "certifier"})
  @Operation(
      operationId = "ledger",
      summary = "一段日子的台账 The ledger of some days, at most a thousand lines")
  public List<Payments.Line> ledger(
      @QueryParam("from") @Nullable LocalDate from,
      @QueryParam("to") @Nullable LocalDate to,
      @QueryParam("after") @Nullable Long after) {
    return payments.ledger(
        from == null ? LocalDate.EPOCH : from,
        to == null ? desk.now().today() : to,
        after == null ? 0 : after);
  }

  @GET
  @Path("tasks")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(operationId = "paymentTasks", summary = "付款失败待办 Payments that failed, to be done")
  public List<Payments.Task> paymentTasks() {
    return payments.tasks(desk.actor(), desk.now());
  }
}
