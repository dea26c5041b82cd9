package huice.casework.decision;

import huice.engine.CompiledRelease;
import huice.model.Case;
import huice.model.Outcome;
import huice.store.RuleSeen;
import java.util.List;

/** What the rules of a release make of a case for one scheme and subject, as it is kept. */
record Found(
    CompiledRelease release,
    Case given,
    Outcome outcome,
    String outcomeJson,
    List<RuleSeen> rules) {
  Found {
    rules = List.copyOf(rules);
  }
}
