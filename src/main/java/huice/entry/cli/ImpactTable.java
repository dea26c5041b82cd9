package huice.entry.cli;

import huice.explain.Page;
import huice.model.Text;
import huice.simulation.impact.Change;
import huice.simulation.impact.Impact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An impact on a terminal. */
final class ImpactTable {
  private static final String WITHHELD = "*";

  private final CommonOptions common;
  private final Page page;

  private ImpactTable(CommonOptions common) {
    this.common = common;
    this.page = common.page();
  }

  static Page of(Impact impact, CommonOptions common) {
    ImpactTable table = new ImpactTable(common);
    table.head(impact);
    table.changes(impact);
    table.costs(impact);
    impact.differing().forEach(s -> table.groups(s, impact));
    table.singles(impact);
    return table.page;
  }

  private void head(Impact impact) {
    page.title(say("改动的影响", "What the change comes to"));
    page.line(
        0,
        say(
            "发布 " + brief(impact.base()) + " → " + brief(impact.now()) + "，" + impact.on(),
            "release " + brief(impact.base()) + " → " + brief(impact.now()) + ", " + impact.on()));
    page.line(
        0,
        say(
            (impact.invented() ? "虚构的人和单位 " : "登记并同意的人和单位 ") + impact.people(),
            (impact.invented() ? "invented" : "consenting")
                + " people and employers: "
                + impact.people()));
    if (impact.unread() > 0) {
      page.line(
          0,
          say(
              "其中 " + impact.unread() + " 个按某一状态的词典读不出，没有计入",
              impact.unread() + " of them cannot be read by one dictionary and are left out"));
    }
    page.line(
        0,
        say(
            "规则和参数相同、无须测算的项目 " + impact.same().size() + " 个；测算的 " + impact.schemes().size() + " 个",
            "schemes that read nothing different: "
                + impact.same().size()
                + "; decided: "
                + impact.schemes().size()));
    page.line(0, say("测算没有任何效力。", "This has no effect."));
  }

  private void changes(Impact impact) {
    if (impact.schemes().isEmpty()) {
      return;
    }
    page.heading(say("各项目的变化（项）", "Changes by scheme (outcomes)"));
    List<String> heads = new ArrayList<>(List.of(say("项目", "scheme")));
    for (Change change : Change.values()) {
      heads.add(common.language().say(change.label()));
    }
    heads.add("");
    List<List<String>> rows = new ArrayList<>();
    for (Impact.Scheme scheme : impact.differing()) {
      List<String> row = new ArrayList<>(List.of(scheme.title()));
      for (Change change : Change.values()) {
        row.add(Long.toString(scheme.count(change)));
      }
      row.add(mark(scheme));
      rows.add(row);
    }
    if (!rows.isEmpty()) {
      page.table(heads, rows);
    }
    if (!impact.unchanged().isEmpty()) {
      page.line(
          0,
          say("测算了而没有任何变化：", "decided without any change: ")
              + String.join("、", impact.unchanged()));
    }
  }

  private String mark(Impact.Scheme scheme) {
    return scheme.added()
        ? say("新增", "new")
        : scheme.removed() ? say("删去", "gone") : scheme.indicative() ? say("试算", "indicative") : "";
  }

  private void costs(Impact impact) {
    if (impact.schemes().isEmpty()) {
      return;
    }
    page.heading(
        say("前后费用（元；未设定的不计入）", "Cost before and after (yuan; what is not set is in no sum)"));
    List<List<String>> rows = new ArrayList<>();
    for (Impact.Scheme scheme : impact.schemes()) {
      if (scheme.before().any() || scheme.after().any()) {
        String month = scheme.monthly() ? say("（每月）", " (a month)") : "";
        rows.add(List.of(scheme.title() + month, sum(scheme.before()), sum(scheme.after())));
      }
    }
    for (Impact.Total total : impact.totals()) {
      rows.add(List.of(total(total), sum(total.before()), sum(total.after())));
    }
    page.table(List.of(say("项目", "scheme"), say("之前", "before"), say("现在", "now")), rows);
  }

  private String total(Impact.Total total) {
    String draft = total.indicative() ? say("，试算", ", indicative") : "";
    return total.monthly()
        ? say("待遇合计，每月", "entitlements a month") + draft
        : say("待遇合计，一次性", "entitlements, once") + draft;
  }

  private String sum(Impact.Sum sum) {
    List<String> parts = new ArrayList<>();
    if (sum.summed()) {
      parts.add(sum.sum() + say("（" + sum.exact() + " 项）", " (" + sum.exact() + ")"));
    }
    if (sum.ranges() > 0) {
      String to = Objects.requireNonNullElse(sum.to(), say("无上限", "no end"));
      parts.add(sum.from() + "–" + to + say("（" + sum.ranges() + " 项）", " (" + sum.ranges() + ")"));
    }
    if (sum.notSet() > 0) {
      parts.add(say("未设定 " + sum.notSet() + " 项", "not set: " + sum.notSet()));
    }
    return String.join(" + ", parts);
  }

  private void groups(Impact.Scheme scheme, Impact impact) {
    page.heading(scheme.title() + "  " + scheme.id());
    for (Impact.Move move : scheme.moves()) {
      if (!move.from().equals(move.to())) {
        page.item(2, "· ", word(move.from()) + " → " + word(move.to()) + "  " + move.count());
      }
    }
    for (Impact.Breakdown breakdown : scheme.breakdowns()) {
      page.blank();
      if (breakdown.withheld()) {
        page.line(0, word(breakdown.label()) + say("：人数太少，不显示", ": too few people to be shown"));
      } else {
        breakdown(breakdown, impact.smallest());
      }
    }
  }

  private void breakdown(Impact.Breakdown breakdown, int smallest) {
    List<String> heads = new ArrayList<>(List.of(word(breakdown.label()), say("人数", "people")));
    for (Impact.Column column : Impact.Column.values()) {
      heads.add(word(column.label()));
    }
    heads.add("");
    boolean withheld = false;
    List<List<String>> rows = new ArrayList<>();
    for (Impact.Row row : breakdown.rows()) {
      List<String> cells = new ArrayList<>(List.of(word(row.label()), Long.toString(row.people())));
      for (@Nullable Long count : row.counts()) {
        cells.add(count == null ? WITHHELD : count.toString());
        withheld |= count == null;
      }
      cells.add("");
      rows.add(cells);
    }
    page.table(heads, rows);
    if (withheld) {
      page.line(
          0,
          say(
              WITHHELD + " 隐去：少于 " + smallest + " 人，或由它可以算出这样的数",
              WITHHELD
                  + " withheld: fewer than "
                  + smallest
                  + " people, or such a number follows"));
    }
  }

  private void singles(Impact impact) {
    if (impact.singles().isEmpty()) {
      return;
    }
    page.heading(say("最能说明问题的个例", "The most telling single cases"));
    for (Impact.Single one : impact.singles()) {
      page.blank();
      page.line(
          0,
          one.no()
              + ". "
              + one.title()
              + "（"
              + word(one.subject())
              + "）  "
              + word(one.change().label()));
      one.differences().forEach(d -> page.item(3, "· ", word(d)));
      side(say("之前", "before"), one.before(), one.after());
      side(say("现在", "now"), one.after(), one.before());
    }
  }

  /**
   * Of the reasons, those that the other side has too are left out: all stand in the other forms.
   */
  private void side(String when, Impact.@Nullable Side side, Impact.@Nullable Side other) {
    if (side == null) {
      page.line(3, when + "  " + say("没有这一项", "not there"));
      return;
    }
    String amount = side.amount() == null ? "" : "  " + word(side.amount());
    page.item(3, when + "  ", word(side.result()) + amount);
    side.reasons().stream()
        .filter(reason -> other == null || !other.reasons().contains(reason))
        .forEach(reason -> page.item(6, "", reason));
  }

  private String word(Text text) {
    return common.language().say(text);
  }

  private String say(String zh, String en) {
    return common.say(zh, en);
  }

  private static String brief(String digest) {
    return digest.length() > 12 ? digest.substring(0, 12) : digest;
  }
}
