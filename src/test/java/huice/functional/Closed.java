package huice.functional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An address that does not say who may call it. */
@Path("/test/closed")
public class Closed {
  @GET
  @Operation(hidden = true)
  public String get() {
    return "never";
  }
}
