package huice.entry.api;

import huice.casework.AccountKeeping;
import huice.casework.Accounts;
import huice.model.Actor;
import io.quarkus.security.UnauthorizedException;
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
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whoever has signed in, as the service knows them; for every role. */
@Path("/api/me")
@Tag(name = "accounts", description = "账号 Accounts")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
  private final Caller caller;
  private final Accounts accounts;
  private final AccountKeeping keeping;
  private final Writes writes;
  private final JsonBody json;
  private final Clock clock;

  MeResource(
      Caller caller,
      Accounts accounts,
      AccountKeeping keeping,
      Writes writes,
      JsonBody json,
      Clock clock) {
    this.caller = caller;
    this.accounts = accounts;
    this.keeping = keeping;
    this.writes = writes;
    this.json = json;
    this.clock = clock;
  }

  /** An account as its holder reads it. */
  @Schema(name = "Me")
  public record Me(UUID id, String name, String shown, String role, String office) {
    static Me of(Accounts.Open account) {
      Actor actor = account.actor();
      return new Me(actor.id(), actor.name(), account.shown(), actor.role().id(), actor.office());
    }
  }

  /** The present password and another. */
  @Schema(name = "OwnPassword")
  public record OwnPassword(
      @Schema(required = true) @Nullable String present,
      @Schema(required = true) @Nullable String password) {
    @Override
    public String toString() {
      return "own password";
    }
  }

  @GET
  @Operation(operationId = "me", summary = "登录者的账号 The account that has signed in")
  @APIResponse(
      responseCode = "200",
      description = "账号 The account",
      content = @Content(schema = @Schema(implementation = Me.class)))
  public Me me() {
    return me(caller.actor());
  }

  @POST
  @Path("password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changePassword",
      summary = "更换自己的密码 Takes another password",
      description = "已有的登录随即失效。 Sessions under the old one end.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = OwnPassword.class)))
  @APIResponse(
      responseCode = "200",
      description = "已更换 Done",
      content = @Content(schema = @Schema(implementation = Me.class)))
  public Response password(@Context HttpHeaders headers, SentBody body) {
    OwnPassword sent = json.read(body, OwnPassword.class);
    Actor holder = caller.actor();
    return writes.once(
        headers,
        () -> {
          keeping.ownPassword(holder, sent.present(), sent.password(), clock.instant());
          return Writes.Answer.ok(me(holder));
        });
  }

  private Me me(Actor actor) {
    return accounts.of(actor.id()).map(Me::of).orElseThrow(UnauthorizedException::new);
  }
}
