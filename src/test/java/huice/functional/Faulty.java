package huice.functional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An address whose code breaks with a person's data in its hands. */
@Path("/test/faulty")
@PermitAll
public class Faulty {
  static final String SECRET = "张三 653125";

  @GET
  @Operation(hidden = true)
  public String get() {
    throw new IllegalStateException(SECRET, new IllegalArgumentException(SECRET));
  }
}
