package huice.simulation.impact;

import huice.model.Text;
import huice.policy.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An impact as one table for spreadsheet programs: a row for every number. */
public final class ImpactCsv {
  private static final List<String> HEADS =
      List.of(
          "表 table",
          "项目 scheme",
          "名称 title",
          "分组 grouping",
          "组 group",
          "内容 what",
          "之前 before",
          "现在 now",
          "数 count");
  private static final String WITHHELD = "隐去 withheld";

  private final List<List<String>> rows = new ArrayList<>();

  private ImpactCsv() {}

  public static byte[] of(Impact impact) {
    ImpactCsv csv = new ImpactCsv();
    csv.rows.add(HEADS);
    csv.about(impact);
    impact.schemes().forEach(csv::scheme);
    impact.totals().forEach(csv::total);
    impact.singles().forEach(csv::single);
    return TableText.csv(csv.rows);
  }

  private void about(Impact impact) {
    add("about", "", "", "", "", "发布 release", impact.base(), impact.now(), "");
    add("about", "", "", "", "", "日期 on", "", impact.on(), "");
    String who = impact.invented() ? "虚构的人和单位 invented" : "登记并同意的人和单位 consenting";
    add("about", "", "", "", "", who, "", "", number(impact.people()));
    add("about", "", "", "", "", "读不出 not read", "", "", number(impact.unread()));
  }

  private void scheme(Impact.Scheme scheme) {
    scheme
        .changes()
        .forEach(
            (change, count) ->
                add(
                    "changes",
                    scheme.id(),
                    scheme.title(),
                    "",
                    "",
                    both(change.label()),
                    "",
                    "",
                    number(count)));
    for (Impact.Move move : scheme.moves()) {
      add(
          "moves",
          scheme.id(),
          scheme.title(),
          "",
          "",
          "结果 result",
          both(move.from()),
          both(move.to()),
          number(move.count()));
    }
    String often = scheme.monthly() ? "每月 a month" : "一次 once";
    sums("cost", scheme.id(), scheme.title(), often, scheme.before(), scheme.after());
    for (Impact.Breakdown breakdown : scheme.breakdowns()) {
      breakdown(scheme, breakdown);
    }
  }

  private void breakdown(Impact.Scheme scheme, Impact.Breakdown breakdown) {
    String grouping = both(breakdown.label());
    if (breakdown.withheld()) {
      add("groups", scheme.id(), scheme.title(), grouping, "", "", "", "", WITHHELD);
    }
    for (Impact.Row row : breakdown.rows()) {
      String group = both(row.label());
      add(
          "groups",
          scheme.id(),
          scheme.title(),
          grouping,
          group,
          "人数 people",
          "",
          "",
          number(row.people()));
      for (Impact.Column column : Impact.Column.values()) {
        @Nullable Long count = row.counts().get(column.ordinal());
        add(
            "groups",
            scheme.id(),
            scheme.title(),
            grouping,
            group,
            both(column.label()),
            "",
            "",
            count == null ? WITHHELD : number(count));
      }
    }
  }

  private void total(Impact.Total total) {
    String often = total.monthly() ? "每月 a month" : "一次 once";
    String draft = total.indicative() ? "，试算 indicative" : "";
    sums("total", "", "待遇合计 entitlements" + draft, often, total.before(), total.after());
  }

  private void sums(
      String table, String id, String title, String often, Impact.Sum before, Impact.Sum after) {
    add(table, id, title, "", often, "确定的金额 exact", before.sum(), after.sum(), "");
    add(
        table,
        id,
        title,
        "",
        often,
        "确定的项数 exact, outcomes",
        number(before.exact()),
        number(after.exact()),
        "");
    add(
        table,
        id,
        title,
        "",
        often,
        "范围的项数 ranges, outcomes",
        number(before.ranges()),
        number(after.ranges()),
        "");
    add(
        table,
        id,
        title,
        "",
        often,
        "范围的下限 ranges, from",
        end(before.from()),
        end(after.from()),
        "");
    add(table, id, title, "", often, "范围的上限 ranges, to", end(before.to()), end(after.to()), "");
    add(
        table,
        id,
        title,
        "",
        often,
        "未设定的项数 not set, outcomes",
        number(before.notSet()),
        number(after.notSet()),
        "");
  }

  private void single(Impact.Single one) {
    add(
        "singles",
        one.scheme(),
        one.title(),
        number(one.no()),
        both(one.subject()),
        both(one.change().label()),
        side(one.before()),
        side(one.after()),
        "");
  }

  private static String side(Impact.@Nullable Side side) {
    if (side == null) {
      return "";
    }
    String amount = side.amount() == null ? "" : " " + side.amount().zh();
    return side.result().zh() + amount + "\n" + String.join("\n", side.reasons());
  }

  private void add(String... cells) {
    rows.add(List.of(cells));
  }

  private static String end(@Nullable String sum) {
    return Objects.requireNonNullElse(sum, "");
  }

  private static String number(long number) {
    return Long.toString(number);
  }

  private static String both(Text text) {
    return text.zh().equals(text.en()) ? text.zh() : text.zh() + " " + text.en();
  }
}
