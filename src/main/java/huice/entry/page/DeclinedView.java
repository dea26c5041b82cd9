package huice.entry.page;

import huice.model.Clause;
import huice.model.Release;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A reason for which clauses are deliberately not encoded, with those clauses. */
record DeclinedView(String reason, List<Clause> clauses) {
  static List<DeclinedView> all(Release release) {
    Map<String, List<Clause>> byReason =
        release.packs().stream()
            .flatMap(pack -> pack.clauses().stream())
            .filter(clause -> clause.status() == Clause.Status.DECLINED)
            .collect(
                Collectors.groupingBy(Clause::reason, LinkedHashMap::new, Collectors.toList()));
    return byReason.entrySet().stream()
        .map(entry -> new DeclinedView(entry.getKey(), entry.getValue()))
        .toList();
  }
}
