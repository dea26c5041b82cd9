package huice.entry.api;

import huice.casework.Visit;
import huice.casework.money.BankAccounts;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where payees want their money, shown by the last four digits. */
@Path("/api/bank-accounts")
@Tag(name = "bank-accounts", description = "收款账户 Bank accounts")
@Produces(MediaType.APPLICATION_JSON)
public class BankAccountsResource {
  private final BankAccounts accounts;
  private final Desk desk;

  BankAccountsResource(BankAccounts accounts, Desk desk) {
    this.accounts = accounts;
    this.desk = desk;
  }

  @GET
  @Path("{id}")
  @RolesAllowed({"caseworker", "certifier", "reviewer", "auditor"})
  @Operation(
      operationId = "bankAccounts",
      summary = "一个收款人的账户，只显示末四位 A payee’s accounts, last four digits only")
  public List<BankAccounts.Shown> bankAccounts(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose) {
    return accounts.of(id, desk.actor(), Visits.of(present, purpose), desk.now());
  }

  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker"})
  @Operation(
      operationId = "addBankAccount",
      summary = "登记本人说明的账户 Keeps an account in the payee’s own word")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.NewBankAccount.class)))
  @APIResponse(
      responseCode = "201",
      description = "现在的样子 As it is now",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = BankAccounts.Shown.class)))
  public Response addBankAccount(
      @PathParam("id") UUID id,
      @QueryParam("present") @Nullable String present,
      @QueryParam("purpose") @Nullable String purpose,
      @Context HttpHeaders headers,
      SentBody body) {
    return desk.made(
        headers,
        body,
        MoneyBodies.NewBankAccount.class,
        sent ->
            accounts.add(
                id, sent.account(), desk.actor(), Visits.of(present, purpose), desk.now()));
  }

  @POST
  @Path("{id}/checks")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({"caseworker", "certifier"})
  @Operation(
      operationId = "checkBankAccount",
      summary = "由第二人核对改过的账户 A second person checks a changed account")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = MoneyBodies.AccountCheck.class)))
  @APIResponse(
      responseCode = "200",
      description = "现在的样子 As it is now",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = BankAccounts.Shown.class)))
  public Response checkBankAccount(
      @PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    return desk.done(
        headers,
        body,
        MoneyBodies.AccountCheck.class,
        sent -> accounts.confirm(id, sent.account(), desk.actor(), Visit.NONE, desk.now()));
  }
}
