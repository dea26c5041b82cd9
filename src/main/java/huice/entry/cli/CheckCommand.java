package huice.entry.cli;

import huice.model.Pack;
import huice.model.Problem;
import huice.model.Release;
import huice.simulation.Workbench;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code check [PACK]}: everything that is wrong in the packs, all at once. */
@Command(name = "check", description = "检查政策、规则和个案，列出全部问题 / check the packs and list every problem")
final class CheckCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(
      arity = "0..1",
      paramLabel = "PACK",
      description = "只看一个政策包（及公用文件） / one pack and what all packs share")
  private @Nullable String pack;

  @Override
  public Integer call() {
    Workbench workbench = common.workbench();
    Release release = workbench.release();
    if (release != null) {
      common.pack(pack, release);
    }
    int cases = release == null ? 0 : release.cases().size();
    List<Problem> all =
        workbench.check(common.progress(cases)).stream().filter(this::wanted).toList();
    if (common.json()) {
      common.print(
          json -> {
            json.writeStartObject();
            json.writeStringField("release", release == null ? null : release.digest());
            json.writeArrayFieldStart("packs");
            for (Pack each : release == null ? List.<Pack>of() : release.packs()) {
              if (pack == null || pack.equals(each.id())) {
                json.writeString(each.id());
              }
            }
            json.writeEndArray();
            ProblemList.write(json, "problems", ProblemList.problems(all));
            ProblemList.write(json, "notices", ProblemList.notices(all));
            json.writeEndObject();
          });
    } else {
      all.forEach(p -> common.out().println(ProblemList.line(p, common.language())));
      common.out().println(summary(workbench, all));
    }
    return ProblemList.problems(all).isEmpty() ? Main.GOOD : Main.PROBLEMS;
  }

  /** Files of the pack, and those that belong to no pack. */
  private boolean wanted(Problem problem) {
    if (pack == null) {
      return true;
    }
    String[] parts = problem.file().split("/");
    return parts.length < 3 || parts[1].equals("facts") || parts[1].equals(pack);
  }

  private String summary(Workbench workbench, List<Problem> all) {
    int problems = ProblemList.problems(all).size();
    int notices = all.size() - problems;
    int schemes = workbench.schemes().size();
    String zh = problems == 0 ? "没有问题" : problems + " 个问题";
    String en = problems == 0 ? "no problems" : problems + " problem(s)";
    return common.say(
        zh + "，" + notices + " 条提示；可以测算的项目 " + schemes + " 个",
        en + ", " + notices + " notice(s); " + schemes + " scheme(s) can decide");
  }
}
