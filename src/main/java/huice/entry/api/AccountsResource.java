package huice.entry.api;

import huice.casework.AccountKeeping;
import huice.model.Actor;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who may use the service; for administrators, who see no case. */
@Path("/api/accounts")
@Tag(name = "accounts", description = "账号 Accounts")
@RolesAllowed("administrator")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {
  private final AccountKeeping accounts;
  private final Caller caller;
  private final Writes writes;
  private final JsonBody json;
  private final Clock clock;

  AccountsResource(
      AccountKeeping accounts, Caller caller, Writes writes, JsonBody json, Clock clock) {
    this.accounts = accounts;
    this.caller = caller;
    this.writes = writes;
    this.json = json;
    this.clock = clock;
  }

  /** An account as an administrator reads it. */
  @Schema(name = "Account")
  public record View(
      UUID id,
      @Schema(description = "登录名。 What is typed to sign in.") String name,
      @Schema(description = "显示的姓名或程序名。 The name as people read it.") String shown,
      @Schema(
              enumeration = {
                "caseworker",
                "reviewer",
                "certifier",
                "policy-officer",
                "auditor",
                "administrator",
                "service"
              })
          String role,
      String office,
      @Schema(description = "是否用本系统的密码登录。 Whether it signs in with a password kept here.")
          boolean password,
      Instant createdAt,
      @Nullable Instant disabledAt) {
    static View of(AccountKeeping.Listed account) {
      return new View(
          account.id(),
          account.name(),
          account.shown(),
          account.role().id(),
          account.office(),
          account.password(),
          account.createdAt(),
          account.disabledAt());
    }
  }

  /** A new account as it is sent. */
  @Schema(name = "NewAccount")
  public record NewAccount(
      @Schema(required = true) @Nullable String name,
      @Schema(required = true) @Nullable String shown,
      @Schema(required = true) @Nullable String role,
      @Schema(required = true) @Nullable String office,
      @Schema(
              description =
                  "至少 12 个字符；由统一身份认证登录的账号不写。"
                      + " At least 12 characters; left out where an identity provider signs in.")
          @Nullable String password) {
    /** Tells this request from another; a password is hashed slowly or not at all. */
    byte[] withoutPassword() {
      return String.join("\n", "" + name, "" + shown, "" + role, "" + office)
          .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return "new account";
    }

    AccountKeeping.Wanted wanted() {
      return new AccountKeeping.Wanted(name, shown, role, office, password);
    }
  }

  /** A password as it is sent. */
  @Schema(name = "NewPassword")
  public record NewPassword(@Schema(required = true) @Nullable String password) {
    @Override
    public String toString() {
      return "new password";
    }
  }

  @GET
  @Operation(operationId = "accounts", summary = "全部账号 All accounts")
  @APIResponse(
      responseCode = "200",
      description = "账号 The accounts",
      content = @Content(schema = @Schema(implementation = View[].class)))
  public List<View> all() {
    return accounts.all().stream().map(View::of).toList();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createAccount",
      summary = "新建账号 A new account",
      description = "程序所用的账号角色为 service。 The role of a program's account is service.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = NewAccount.class)))
  @APIResponse(
      responseCode = "201",
      description = "已建立 Created",
      content = @Content(schema = @Schema(implementation = View.class)))
  public Response create(@Context HttpHeaders headers, SentBody body) {
    NewAccount account = json.read(body, NewAccount.class);
    Actor by = caller.actor();
    return writes.once(
        headers,
        account.withoutPassword(),
        () ->
            Writes.Answer.created(View.of(accounts.create(by, account.wanted(), clock.instant()))));
  }

  @POST
  @Path("{id}/disable")
  @Operation(operationId = "disableAccount", summary = "停用账号，立即生效 Disables an account at once")
  @APIResponse(
      responseCode = "200",
      description = "已停用 Disabled",
      content = @Content(schema = @Schema(implementation = View.class)))
  public Response disable(@PathParam("id") UUID id, @Context HttpHeaders headers) {
    Actor by = caller.actor();
    return writes.once(
        headers, () -> Writes.Answer.ok(View.of(accounts.disable(by, id, clock.instant()))));
  }

  @POST
  @Path("{id}/password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "resetPassword",
      summary = "重设密码，原有登录随即失效 Another password; sessions under the old one end")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = NewPassword.class)))
  @APIResponse(
      responseCode = "200",
      description = "已重设 Done",
      content = @Content(schema = @Schema(implementation = View.class)))
  public Response password(@PathParam("id") UUID id, @Context HttpHeaders headers, SentBody body) {
    NewPassword sent = json.read(body, NewPassword.class);
    Actor by = caller.actor();
    return writes.once(
        headers,
        () ->
            Writes.Answer.ok(View.of(accounts.password(by, id, sent.password(), clock.instant()))));
  }
}
