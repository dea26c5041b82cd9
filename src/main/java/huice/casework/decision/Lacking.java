package huice.casework.decision;

import com.fasterxml.jackson.databind.JsonNode;
import huice.store.ActRow;
import huice.store.DecisionRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is missing for a proposal, beside what the person was told before (R53). */
record Lacking(List<JsonNode> all, List<String> askedLater, boolean fault) {
  Lacking {
    all = List.copyOf(all);
    askedLater = List.copyOf(askedLater);
  }

  static Lacking of(Views views, Courses.Loaded loaded, DecisionRow proposal) {
    List<JsonNode> all = new ArrayList<>();
    views.tree(proposal.outcome()).at("/outcomes/0/missing").forEach(all::add);
    Set<String> told = new HashSet<>();
    boolean before = false;
    for (ActRow act : loaded.acts()) {
      if (act.kind().equals(Act.TELL_MISSING.name())) {
        before = true;
        for (JsonNode one : views.tree(act.content()).path("missing")) {
          told.add(one.path("fact").asText());
        }
      }
    }
    List<String> later =
        all.stream().map(m -> m.path("fact").asText()).filter(f -> !told.contains(f)).toList();
    return new Lacking(all, before ? later : List.of(), before && !later.isEmpty());
  }
}
