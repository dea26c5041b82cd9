package huice.casework.report;

import huice.casework.SettingsFile;
import jakarta.inject.Singleton;
import java.util.List;

/** How reports are cut. Immutable. */
@Singleton
class ReportSettings {
  private final int fewest;
  private final int unopenedDays;
  private final List<Integer> ages;

  ReportSettings() {
    SettingsFile reports = SettingsFile.shipped("/tasks/settings.yaml").map("reports");
    this.fewest = reports.number("fewest");
    this.unopenedDays = reports.number("unopened-days");
    this.ages = reports.numbers("ages");
  }

  /** Fewer than these in a cell are not shown. */
  int fewest() {
    return fewest;
  }

  /** An application that nobody looked at for so many days was not opened. */
  int unopenedDays() {
    return unopenedDays;
  }

  /** The full years at which bands begin. */
  List<Integer> ages() {
    return ages;
  }
}
