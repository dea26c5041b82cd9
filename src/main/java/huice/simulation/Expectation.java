package huice.simulation;

import huice.explain.Nearest;
import huice.model.ConditionResult;
import huice.model.GivenUp;
import huice.model.Missing;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.model.Result;
import huice.model.TestCase;
import huice.model.Text;
import huice.model.Truth;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a case expects with what came. Only what is named is compared; its keys are checked
 * where the file is read.
 */
final class Expectation {
  private final TestCase testCase;
  private final Findings findings;

  Expectation(TestCase testCase) {
    this.testCase = testCase;
    this.findings = new Findings(testCase);
  }

  Findings findings() {
    return findings;
  }

  boolean wants(String key) {
    return testCase.expect().containsKey(key);
  }

  /** The subject whose outcome is meant; null when the case does not say. */
  @Nullable String subject() {
    return wants("subject") ? Findings.word(testCase.expect().get("subject")) : null;
  }

  void compare(Outcome came) {
    Map<String, Object> expect = testCase.expect();
    result(expect, "", came.outcome());
    if (expect.containsKey("indicative")) {
      findings.same(
          "indicative",
          Findings.word(expect.get("indicative")),
          Boolean.toString(came.indicative()));
    }
    new AmountExpectation(findings).amount(expect, "", came.amount());
    new AmountExpectation(findings).shares(expect, came.amount());
    conditions(expect, "", came.conditions());
    missing(expect, "", came.missing());
    months(expect, came.months());
    findings.date(expect, "recheckOn", came.recheckOn());
    findings.date(expect, "possibleFrom", came.possibleFrom());
    new DueExpectation(findings).due(expect, came.due());
    findings.list(expect, "givenUp", came.givenUp().stream().map(GivenUp::scheme).toList());
    findings.list(expect, "choose", came.choose());
    findings.list(expect, "unsettled", came.unsettled());
  }

  private void result(Map<String, Object> expect, String of, Result came) {
    if (!expect.containsKey("outcome")) {
      return;
    }
    findings.same(of + "outcome", Findings.word(expect.get("outcome")), came.name());
  }

  private void conditions(Map<String, Object> expect, String of, List<ConditionResult> came) {
    for (Map.Entry<String, Object> entry : findings.mapping(expect, "conditions").entrySet()) {
      String key = entry.getKey();
      List<ConditionResult> found =
          came.stream()
              .filter(
                  c -> c.id().equals(key) || Findings.plain(c.text()).equals(Findings.plain(key)))
              .toList();
      if (found.isEmpty()) {
        List<String> texts = came.stream().map(ConditionResult::text).toList();
        findings.problem(
            Text.of("没有条件「" + key + "」", "there is no condition \"" + key + "\""),
            Nearest.instead(key, texts));
      }
      for (ConditionResult condition : found) {
        findings.same(
            of + "conditions " + key, Findings.word(entry.getValue()), truth(condition.result()));
      }
    }
  }

  static String truth(Truth truth) {
    return switch (truth) {
      case MET -> "met";
      case NOT_MET -> "not met";
      case UNKNOWN -> "unknown";
    };
  }

  private void missing(Map<String, Object> expect, String of, List<Missing> came) {
    if (expect.containsKey("missing")) {
      findings.set(
          of + "missing", expect.get("missing"), came.stream().map(Missing::fact).toList());
    }
  }

  private void months(Map<String, Object> expect, List<MonthLine> came) {
    for (Map.Entry<String, Object> entry : findings.mapping(expect, "months").entrySet()) {
      YearMonth month = month(entry.getKey());
      if (month == null) {
        continue;
      }
      String of = "months " + month + " ";
      MonthLine line =
          came.stream()
              .filter(l -> !month.isBefore(l.month()) && !month.isAfter(l.to()))
              .findFirst()
              .orElse(null);
      Map<String, Object> inside = Findings.inside(entry.getValue(), "outcome");
      if (line == null) {
        findings.same(of.strip(), Findings.word(entry.getValue()), Findings.NONE);
      } else {
        result(inside, of, line.outcome());
        new AmountExpectation(findings).amount(inside, of, line.amount());
        conditions(inside, of, line.conditions());
        missing(inside, of, line.missing());
      }
    }
  }

  /** Null for what is no month: the reader of the file has told. */
  private static @Nullable YearMonth month(String word) {
    try {
      return YearMonth.parse(word);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
