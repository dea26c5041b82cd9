package huice.entry.cli;

import huice.engine.Ask;
import huice.engine.CompiledRelease;
import huice.engine.SchemeInfo;
import huice.entry.AssessmentJson;
import huice.explain.Explainer;
import huice.model.Assessment;
import huice.model.Case;
import huice.model.Problem;
import huice.model.Release;
import huice.model.Text;
import huice.policy.CaseFault;
import huice.policy.CaseReader;
import huice.policy.Trees;
import huice.simulation.Workbench;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decide CASE.yaml}: assesses one case from a file and keeps nothing. */
@Command(name = "decide", description = "测算一个个案并说明理由 / assess one case from a file, with reasons")
final class DecideCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "CASE.yaml", description = "个案文件（YAML 或 JSON） / the case, YAML or JSON")
  private Path file;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "测算日期，代替文件中的 on / the day, instead of the file's own")
  private @Nullable LocalDate on;

  @Option(
      names = "--scheme",
      paramLabel = "S",
      description = "只测算该项目，可重复 / this scheme only; may be repeated")
  private List<String> schemes = List.of();

  @Option(names = "--from", paramLabel = "MONTH", description = "逐月项目的首月 / first month asked about")
  private @Nullable YearMonth from;

  @Option(names = "--to", paramLabel = "MONTH", description = "逐月项目的末月 / last month asked about")
  private @Nullable YearMonth to;

  @Override
  public Integer call() {
    byte[] bytes = common.bytes(file, Trees.LIMIT);
    Workbench workbench = common.workbench();
    Release release = workbench.release();
    CompiledRelease compiled = workbench.compiled();
    List<Problem> broken = ProblemList.problems(workbench.problems());
    if (release == null || compiled == null) {
      broken.forEach(p -> common.err().println(ProblemList.line(p, common.language())));
      return Main.PROBLEMS;
    }
    SchemeChoice choice = new SchemeChoice(common, workbench);
    Set<String> asked = new LinkedHashSet<>();
    schemes.forEach(s -> asked.add(choice.compiled(s).id()));
    Case given = read(release, bytes);
    if (given == null) {
      return Main.PROBLEMS;
    }
    Assessment assessment = compiled.assess(given, new Ask(asked, true, true));
    show(release, workbench, assessment);
    return warn(broken) ? Main.PROBLEMS : Main.GOOD;
  }

  /** Null after all faults of the case were told. */
  private @Nullable Case read(Release release, byte[] bytes) {
    boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    Trees.Parsed parsed = json ? Trees.json(bytes) : Trees.yaml(bytes);
    CaseReader.Read read = CaseReader.read(release.dictionary(), parsed, on);
    read.notices().forEach(this::tell);
    read.faults().forEach(this::tell);
    Case given = read.given();
    if (given == null || (from == null && to == null)) {
      return given;
    }
    YearMonth first = from != null ? from : given.from() != null ? given.from() : to;
    YearMonth last = to != null ? to : given.to() != null ? given.to() : from;
    if (first != null && last != null && first.isAfter(last)) {
      throw common.wrongUse(
          "首月 " + first + " 在末月 " + last + " 之后",
          "the first month " + first + " is after the last, " + last);
    }
    return new Case(given.on(), first, last, given.roots());
  }

  private void tell(CaseFault fault) {
    String place = fault.line() > 0 ? file + ":" + fault.line() : file.toString();
    Text text =
        Text.of(
            fault.what().zh() + "；" + fault.instead().zh(),
            fault.what().en() + "; " + fault.instead().en());
    common.err().println(place + ": " + common.language().say(text));
  }

  private void show(Release release, Workbench workbench, Assessment assessment) {
    if (common.json()) {
      common.print(json -> AssessmentJson.write(json, assessment));
      return;
    }
    Map<String, Text> titles =
        workbench.schemes().stream()
            .collect(Collectors.toMap(SchemeInfo::id, s -> Text.of(s.title(), s.id())));
    Explainer explainer = new Explainer(release, titles, common.language(), common.width());
    common.out().print(explainer.assessment(assessment));
    common.out().flush();
  }

  private boolean warn(List<Problem> broken) {
    if (!broken.isEmpty()) {
      common
          .err()
          .println(
              common.say(
                  "注意：政策文件有 " + broken.size() + " 个问题，有问题的项目不在其中，见 ./huice check",
                  "note: the packs have "
                      + broken.size()
                      + " problem(s), schemes with problems are"
                      + " left out: see ./huice check"));
    }
    return !broken.isEmpty();
  }
}
