package huice.entry.api;

import huice.entry.api.ProblemDetails.Fault;
import huice.model.Text;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses words in an address that no database can keep or compare, before any address looks at
 * them. Safe to use from all threads.
 */
final class SaneAddress {
  @ServerRequestFilter
  void check(ContainerRequestContext request) {
    MultivaluedMap<String, String> asked = request.getUriInfo().getQueryParameters();
    List<Fault> faults =
        asked.entrySet().stream()
            .filter(parameter -> parameter.getValue().stream().anyMatch(SaneAddress::insane))
            .map(parameter -> fault(parameter.getKey()))
            .toList();
    if (!faults.isEmpty()) {
      throw Query.refused(faults);
    }
    if (insane(request.getUriInfo().getPath())) {
      throw new Refused(ProblemKind.NOT_FOUND, ProblemKind.NOT_FOUND.remedy(), List.of());
    }
  }

  private static boolean insane(String word) {
    return word.indexOf('\0') >= 0;
  }

  private static Fault fault(String name) {
    return Fault.inQuery(
        name,
        Text.of("含有不能使用的字符", "it holds a character that cannot be used"),
        Text.of("去掉它", "leave it out"));
  }
}
