package huice.entry.cli;

import huice.engine.SchemeInfo;
import huice.entry.SchemeFile;
import huice.model.Release;
import huice.simulation.CaseReport;
import huice.simulation.Workbench;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain SCHEME}: rule, clauses, parameters in force on a day and cases on one page. */
@Command(
    name = "explain",
    description = "一页看懂一个项目：规则、条款、参数、个案 / a scheme's rule, clauses, parameters, cases")
final class ExplainCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "SCHEME", description = "项目 / the scheme's id")
  private String scheme;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "参数的日期，默认今天 / the day for which parameters are shown, today by default")
  private @Nullable LocalDate on;

  @Override
  public Integer call() {
    Workbench workbench = common.workbench();
    SchemeInfo info = new SchemeChoice(common, workbench).compiled(scheme);
    Release release = workbench.release();
    if (release == null) {
      return Main.PROBLEMS;
    }
    LocalDate day = on != null ? on : LocalDate.now(Main.CLOCK);
    SchemeFile file = SchemeFile.of(release, info);
    CaseReport report = workbench.run(s -> s.id().equals(info.id()), done -> {});
    SchemePage page = new SchemePage(release.dictionary(), file, day, report);
    if (common.json()) {
      common.print(page::write);
    } else {
      common.print(page.text(common.page(), common.language()));
    }
    return Main.GOOD;
  }
}
