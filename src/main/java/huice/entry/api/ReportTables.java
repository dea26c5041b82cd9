package huice.entry.api;

import huice.casework.decision.Confirmations;
import huice.casework.report.Disparity;
import huice.casework.report.Reports;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports as tables; what is not shown because it is small is an asterisk. */
final class ReportTables {
  private static final String HIDDEN = "*";

  private ReportTables() {}

  static List<List<String>> monthly(Reports.Monthly report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("月份", "项目", "人数（单位数）", "金额（元）"));
    report
        .lines()
        .forEach(
            line ->
                rows.add(
                    List.of(
                        report.month().toString(),
                        line.title(),
                        cell(line.people()),
                        cell(line.sum()))));
    rows.add(List.of(report.month().toString(), "合计", cell(report.people()), cell(report.sum())));
    return rows;
  }

  static List<List<String>> courses(Reports.Courses report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("项目", "受理", "没有打开", "停滞", "撤回"));
    report
        .lines()
        .forEach(
            line ->
                rows.add(
                    List.of(
                        line.title(),
                        cell(line.received()),
                        cell(line.unopened()),
                        cell(line.stalled()),
                        cell(line.withdrawn()))));
    return rows;
  }

  static List<List<String>> confirmations(List<Confirmations.Line> lines) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("机构", "项目", "确认", "改判", "改判率（%）", "确认用时中位数（秒）", "警示"));
    lines.forEach(
        line ->
            rows.add(
                List.of(
                    line.office(),
                    line.scheme(),
                    Long.toString(line.confirmed()),
                    Long.toString(line.overridden()),
                    Integer.toString(line.overrideRate()),
                    line.medianSeconds() == null ? "" : line.medianSeconds().toString(),
                    line.alarm() ? "是" : "否")));
    return rows;
  }

  static List<List<String>> disparity(Disparity.View report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("按什么分", "群体", "已决定", "有利（%）", "用时中位数（天）", "人均联系次数"));
    report
        .cuts()
        .forEach(
            cut ->
                cut.groups()
                    .forEach(
                        group ->
                            rows.add(
                                List.of(
                                    cut.title().zh(),
                                    group.name().zh(),
                                    cell(group.decided()),
                                    rest(group, group.favourable()),
                                    rest(group, group.medianDays()),
                                    cell(group.contacts())))));
    return rows;
  }

  /** Where nothing was decided there is nothing to hide. */
  private static String rest(Disparity.Group group, @Nullable Object value) {
    Long decided = group.decided();
    return decided != null && decided == 0 ? "" : cell(value);
  }

  private static String cell(@Nullable Object value) {
    return value == null ? HIDDEN : value.toString();
  }
}
