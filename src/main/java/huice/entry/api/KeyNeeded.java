package huice.entry.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a writing call without {@code Idempotency-Key} before anything else of it is looked at,
 * so that no address can forget to. Safe to use from all threads.
 */
final class KeyNeeded {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @ServerRequestFilter
  void check(ContainerRequestContext request, ResourceInfo asked) {
    boolean writes =
        request.getUriInfo().getPath().startsWith("/api/")
            && !READING.contains(request.getMethod())
            && !asked.getResourceMethod().isAnnotationPresent(KeepsNothing.class);
    if (writes) {
      List<String> sent = request.getHeaders().get(Writes.KEY);
      Writes.key(sent == null ? List.of() : sent);
    }
  }
}
