package huice.entry.page;

import huice.entry.access.SignedIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Signing in and out with a browser. Quarkus answers the sign-in form itself. */
@Path("/")
@PermitAll
@Blocking
@Produces("text/html; charset=UTF-8")
public class SignInPage {
  private final CurrentIdentityAssociation caller;

  SignInPage(CurrentIdentityAssociation caller) {
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "")
  static class Templates {
    private Templates() {}

    static native TemplateInstance signin(
        @Nullable SignedIn account, boolean failed, @Nullable Integer wait);
  }

  @GET
  @Path("sign-in")
  @Operation(hidden = true)
  public TemplateInstance signIn(
      @QueryParam("failed") @Nullable String failed, @QueryParam("wait") @Nullable String wait) {
    return Templates.signin(account(), failed != null, seconds(wait));
  }

  @POST
  @Path("sign-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response signOut(RoutingContext request) {
    FormAuthenticationMechanism.logout(request);
    return Response.seeOther(URI.create("/sign-in")).build();
  }

  /** A cookie whose account was disabled is as good as none. */
  private @Nullable SignedIn account() {
    try {
      return caller.getIdentity().getPrincipal() instanceof SignedIn account ? account : null;
    } catch (AuthenticationFailedException e) {
      return null;
    }
  }

  private static @Nullable Integer seconds(@Nullable String wait) {
    return wait != null && wait.matches("\\d{1,5}") ? Integer.valueOf(wait) : null;
  }
}
