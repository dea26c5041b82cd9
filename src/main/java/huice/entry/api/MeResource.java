package huice.entry.api;

import huice.entry.access.SignedIn;
import huice.model.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whoever has signed in, as the service knows them. */
@Path("/api/me")
@Tag(name = "accounts", description = "账号 Accounts")
@RolesAllowed("**")
public class MeResource {
  private final SecurityIdentity identity;

  MeResource(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** An account as its holder reads it. */
  @Schema(name = "Me")
  public record Me(String id, String name, String shown, String role, String office) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "me", summary = "登录者的账号 The account that has signed in")
  public Me me() {
    SignedIn signedIn = (SignedIn) identity.getPrincipal();
    Actor actor = signedIn.actor();
    return new Me(
        actor.id().toString(), actor.name(), signedIn.shown(), actor.role().id(), actor.office());
  }
}
