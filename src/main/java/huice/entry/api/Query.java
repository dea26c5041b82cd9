package huice.entry.api;

import huice.entry.api.ProblemDetails.Fault;
import huice.explain.Nearest;
import huice.model.Text;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** The number of a page, from 0; the only parameter of a list that comes in pages. */
  static int page(UriInfo address, @Nullable String page) {
    List<Fault> faults = new ArrayList<>(unknown(address, List.of("page")));
    if (page != null && !page.matches("[0-9]{1,5}")) {
      faults.add(
          Fault.inQuery(
              "page",
              Text.of("不是页码", "not the number of a page"),
              Text.of("请写 0 起的整数，至多五位", "write a whole number from 0, of five digits at most")));
    }
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
    return page == null ? 0 : Integer.parseInt(page);
  }

  static Refused refused(List<Fault> faults) {
    return new Refused(ProblemKind.QUERY, Text.of("查询参数有误。", "The query has faults."), faults);
  }

  private static Fault unknown(String name, List<String> names) {
    return Fault.inQuery(
        name, Text.of("没有这个参数", "there is no such parameter"), Nearest.instead(name, names));
  }
}
