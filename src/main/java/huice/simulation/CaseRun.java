package huice.simulation;

import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.explain.Reasons;
import huice.model.Outcome;
import huice.model.Problem;
import huice.model.TestCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs given–expect cases against a compiled release and keeps count of what they have seen. */
public final class CaseRun {
  private final CompiledRelease release;
  private final Map<String, SchemeInfo> schemes = new LinkedHashMap<>();
  private final List<CaseFailure> failures = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Coverage coverage;

  private CaseRun(CompiledRelease release, Predicate<SchemeInfo> wanted) {
    this.release = release;
    release.schemes().stream().filter(wanted).forEach(s -> schemes.put(s.id(), s));
    this.coverage = new Coverage(List.copyOf(schemes.values()));
  }

  /**
   * Runs the cases of the wanted schemes; cases of schemes that did not compile are left out, their
   * problems are known already. {@code progress} hears how many cases are done.
   */
  public static CaseReport of(
      CompiledRelease release, Predicate<SchemeInfo> wanted, IntConsumer progress) {
    CaseRun run = new CaseRun(release, wanted);
    int cases = 0;
    for (TestCase testCase : release.source().cases()) {
      if (run.schemes.containsKey(testCase.scheme())) {
        run.run(testCase);
        cases++;
        progress.accept(cases);
      }
    }
    return new CaseReport(cases, run.failures, run.problems, run.coverage);
  }

  private void run(TestCase testCase) {
    Expectation expectation = new Expectation(testCase);
    Ask ask = new Ask(Set.of(testCase.scheme()), true, expectation.wants("possibleFrom"));
    List<Outcome> outcomes =
        release.assess(testCase.given(), ask).outcomes().stream()
            .filter(o -> o.scheme().equals(testCase.scheme()))
            .toList();
    outcomes.forEach(coverage::see);
    Outcome meant = meant(expectation, outcomes);
    if (meant != null) {
      expectation.compare(meant);
    }
    Findings findings = expectation.findings();
    problems.addAll(findings.problems());
    if (!findings.differences().isEmpty() || !findings.problems().isEmpty()) {
      List<String> reasons = meant == null ? List.of() : Reasons.brief(meant);
      failures.add(new CaseFailure(testCase, findings.differences(), findings.problems(), reasons));
    }
  }

  /** The outcome a case speaks of; null after a difference when that cannot be told. */
  private static @Nullable Outcome meant(Expectation expectation, List<Outcome> outcomes) {
    String subject = expectation.subject();
    List<String> subjects = outcomes.stream().map(Outcome::subject).toList();
    if (Findings.NONE.equals(subject) && outcomes.isEmpty()) {
      return null;
    }
    if (subject == null) {
      if (outcomes.size() == 1) {
        return outcomes.get(0);
      }
      expectation.findings().differ("subject", "1", outcomes.size() + " " + subjects);
      return null;
    }
    for (Outcome outcome : outcomes) {
      if (outcome.subject().equals(subject) || outcome.subject().endsWith(" " + subject)) {
        return outcome;
      }
    }
    expectation.findings().differ("subject", subject, subjects.toString());
    return null;
  }
}
