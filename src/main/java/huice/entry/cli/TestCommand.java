package huice.entry.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import huice.explain.Page;
import huice.model.Problem;
import huice.model.Release;
import huice.model.Truth;
import huice.simulation.CaseFailure;
import huice.simulation.CaseReport;
import huice.simulation.Workbench;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code test [PACK]}: runs the cases and tells which conditions they have seen how. */
@Command(name = "test", description = "运行个案，统计条件覆盖 / run the cases, with coverage by condition")
final class TestCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(arity = "0..1", paramLabel = "PACK", description = "只测一个政策包 / one pack only")
  private @Nullable String pack;

  @Override
  public Integer call() {
    Workbench workbench = common.workbench();
    Release release = workbench.release();
    if (release != null) {
      common.pack(pack, release);
    }
    int cases = release == null ? 0 : release.cases().size();
    CaseReport report =
        workbench.run(s -> pack == null || pack.equals(s.pack()), common.progress(cases));
    List<Problem> broken = ProblemList.problems(workbench.problems());
    if (common.json()) {
      common.print(json -> write(json, report));
    } else {
      common.print(page(report));
    }
    if (!broken.isEmpty()) {
      common
          .err()
          .println(
              common.say(
                  "文件另有 " + broken.size() + " 个问题，有问题的项目没有测试，见 ./huice check",
                  "the files have "
                      + broken.size()
                      + " problem(s), schemes with problems were not"
                      + " tested: see ./huice check"));
    }
    boolean good = report.failures().isEmpty() && report.problems().isEmpty() && broken.isEmpty();
    return good ? Main.GOOD : Main.PROBLEMS;
  }

  private Page page(CaseReport report) {
    Page page = common.page();
    for (CaseFailure failure : report.failures()) {
      page.raw(
          0,
          failure.testCase().file()
              + ":"
              + failure.testCase().line()
              + ": 「"
              + failure.testCase().name()
              + "」");
      for (CaseFailure.Difference difference : failure.differences()) {
        page.line(
            4,
            common.say(
                difference.of() + "：应为 " + difference.expected() + "，得到 " + difference.came(),
                difference.of()
                    + ": expected "
                    + difference.expected()
                    + ", came "
                    + difference.came()));
      }
      for (Problem problem : failure.problems()) {
        page.line(
            4,
            common.say(
                problem.what().zh() + "；" + problem.instead().zh(),
                problem.what().en() + "; " + problem.instead().en()));
      }
      failure.reasons().forEach(reason -> page.line(6, reason));
      page.blank();
    }
    int conditions = report.coverage().conditions().size();
    page.line(
        0,
        common.say(
            "个案 " + report.cases() + "，通过 " + report.passed() + "，未通过 " + report.failed(),
            report.cases()
                + " cases, "
                + report.passed()
                + " passed, "
                + report.failed()
                + " failed"));
    page.line(
        0,
        common.say(
            "条件 "
                + conditions
                + "：见过满足 "
                + seen(report, Truth.MET)
                + "，不满足 "
                + seen(report, Truth.NOT_MET)
                + "，未知 "
                + seen(report, Truth.UNKNOWN),
            conditions
                + " conditions: "
                + seen(report, Truth.MET)
                + " seen met, "
                + seen(report, Truth.NOT_MET)
                + " not met, "
                + seen(report, Truth.UNKNOWN)
                + " unknown"));
    return page;
  }

  private static int seen(CaseReport report, Truth truth) {
    return report.coverage().seen(truth);
  }

  private static void write(JsonGenerator json, CaseReport report) throws IOException {
    json.writeStartObject();
    json.writeNumberField("cases", report.cases());
    json.writeNumberField("passed", report.passed());
    json.writeNumberField("failed", report.failed());
    json.writeNumberField("conditions", report.coverage().conditions().size());
    json.writeNumberField("metSeen", seen(report, Truth.MET));
    json.writeNumberField("notMetSeen", seen(report, Truth.NOT_MET));
    json.writeNumberField("unknownSeen", seen(report, Truth.UNKNOWN));
    json.writeArrayFieldStart("failures");
    for (CaseFailure failure : report.failures()) {
      json.writeStartObject();
      json.writeStringField("file", failure.testCase().file());
      json.writeNumberField("line", failure.testCase().line());
      json.writeStringField("scheme", failure.testCase().scheme());
      json.writeStringField("case", failure.testCase().name());
      json.writeArrayFieldStart("differences");
      for (CaseFailure.Difference difference : failure.differences()) {
        json.writeStartObject();
        json.writeStringField("of", difference.of());
        json.writeStringField("expected", difference.expected());
        json.writeStringField("came", difference.came());
        json.writeEndObject();
      }
      json.writeEndArray();
      ProblemList.write(json, "problems", failure.problems());
      json.writeArrayFieldStart("reasons");
      for (String reason : failure.reasons()) {
        json.writeString(reason);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    ProblemList.write(json, "problems", report.problems());
    json.writeEndObject();
  }
}
