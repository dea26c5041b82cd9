package huice.entry.page.task;

import huice.casework.task.Basis;
import java.util.List;
import java.util.stream.Collectors;

/** What a due day rests on, in words for a list and for a page. */
final class Why {
  private Why() {}

  /** Clause, parameter and day in one line. */
  static String brief(Basis basis) {
    String clause =
        basis.clauses().isEmpty() ? "" : basis.clauses().get(basis.clauses().size() - 1);
    String since = basis.since() == null ? "" : "，自 " + basis.since();
    if (!basis.asked().isEmpty()) {
      return clause + "，要先问清 " + basis.asked().size() + " 项";
    }
    String gaps = basis.notSet().isEmpty() ? "" : "，〔" + String.join("〕〔", basis.notSet()) + "〕未公布";
    return clause + named(basis) + gaps + since;
  }

  /** The parameter that the rhythm's sentence names, or all there are. */
  private static String named(Basis basis) {
    String rhythm = basis.rhythm();
    List<Basis.Used> used =
        basis.parameters().stream()
            .filter(one -> one.value() != null)
            .filter(one -> rhythm == null || rhythm.contains("〔" + one.name() + "〕"))
            .toList();
    return used.stream().map(Why::parameter).collect(Collectors.joining());
  }

  static String parameter(Basis.Used used) {
    return "〔" + used.name() + "〕" + (used.value() == null ? "未公布" : used.value());
  }
}
