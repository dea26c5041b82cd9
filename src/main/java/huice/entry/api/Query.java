package huice.entry.api;

import huice.entry.api.ProblemDetails.Fault;
import huice.explain.Nearest;
import huice.model.Text;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** What stands behind the question mark: a misspelt name would otherwise pass for nothing asked. */
final class Query {
  private Query() {}

  /** A fault for every parameter but these. */
  static List<Fault> unknown(UriInfo address, List<String> names) {
    return address.getQueryParameters().keySet().stream()
        .filter(name -> !names.contains(name))
        .map(name -> unknown(name, names))
        .toList();
  }

  static Refused refused(List<Fault> faults) {
    return new Refused(ProblemKind.QUERY, Text.of("查询参数有误。", "The query has faults."), faults);
  }

  private static Fault unknown(String name, List<String> names) {
    return Fault.inQuery(
        name, Text.of("没有这个参数", "there is no such parameter"), Nearest.instead(name, names));
  }
}
