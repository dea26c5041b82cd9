package huice.casework.decision;

import huice.engine.CompiledRelease;
import huice.explain.AssessmentJson;
import huice.model.Assessment;
import huice.model.Case;
import huice.model.Outcome;
import huice.store.RuleSeen;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the rules of a release make of a case for one scheme and subject; {@code alone}: the outcome
 * without the others that were asked with it, as it is kept.
 */
record Found(
    CompiledRelease release, Case given, Outcome outcome, Assessment alone, List<RuleSeen> rules) {
  Found {
    rules = List.copyOf(rules);
  }

  /** The outcome as a new decision keeps it. */
  String kept() {
    return new String(AssessmentJson.kept(alone), StandardCharsets.UTF_8);
  }

  /** The outcome in the form in which another one was kept. */
  String keptAs(String other) {
    return new String(
        AssessmentJson.kept(alone, AssessmentJson.form(other)), StandardCharsets.UTF_8);
  }
}
