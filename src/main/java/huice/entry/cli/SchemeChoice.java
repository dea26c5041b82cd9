package huice.entry.cli;

import huice.engine.SchemeInfo;
import huice.model.Release;
import huice.simulation.Workbench;
import java.util.LinkedHashSet;
import java.util.Set;

/** Schemes named on the command line: each must exist and have compiled. */
final class SchemeChoice {
  private final CommonOptions common;
  private final Workbench workbench;

  SchemeChoice(CommonOptions common, Workbench workbench) {
    this.common = common;
    this.workbench = workbench;
  }

  SchemeInfo compiled(String scheme) {
    return workbench
        .scheme(scheme)
        .orElseThrow(
            () ->
                files().contains(scheme)
                    ? common.wrongUse(
                        "项目「" + scheme + "」的规则有问题，见 ./huice check",
                        "the rule of \"" + scheme + "\" has problems: see ./huice check")
                    : common.unknown("项目", "scheme", scheme, files()));
  }

  private Set<String> files() {
    Set<String> files = new LinkedHashSet<>();
    Release release = workbench.release();
    if (release != null) {
      release.rules().forEach(r -> files.add(r.scheme()));
      release.tables().forEach(t -> files.add(t.scheme()));
    }
    return files;
  }
}
