package huice.entry.cli;

import huice.engine.SchemeInfo;
import huice.simulation.Workbench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code drl SCHEME}: what an officer's sentences stand for. */
@Command(name = "drl", description = "显示规则的受限 DRL / print a scheme's restricted DRL")
final class DrlCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "SCHEME", description = "项目 / the scheme's id")
  private String scheme;

  @Override
  public Integer call() {
    Workbench workbench = common.workbench();
    SchemeInfo info = new SchemeChoice(common, workbench).compiled(scheme);
    String drl = workbench.compiled() == null ? "" : workbench.compiled().drl(info.id());
    if (common.json()) {
      common.print(
          json -> {
            json.writeStartObject();
            json.writeStringField("scheme", info.id());
            json.writeStringField("file", info.file());
            json.writeStringField("drl", drl);
            json.writeEndObject();
          });
    } else {
      common.out().print(drl.endsWith("\n") ? drl : drl + "\n");
      common.out().flush();
    }
    return Main.GOOD;
  }
}
