package huice.simulation.impact;

import huice.model.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An impact as HTML, Chinese first: as a part of a page, or as a document of its own that needs
 * nothing from outside and can be printed and kept.
 */
public final class ImpactHtml {
  private static final String STYLE = "/META-INF/resources/impact.css";

  private final Impact impact;
  private final Markup html = new Markup();

  private ImpactHtml(Impact impact) {
    this.impact = impact;
  }

  /** A whole document with its style sheet inside. */
  public static String document(Impact impact) {
    String title = "改动的影响 " + impact.on() + " — 惠策 Huice";
    return "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"UTF-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + Markup.escaped(title)
        + "</title>\n<style>\n"
        + style()
        + "</style></head>\n<body class=\"alone\"><main>\n<h1>改动的影响"
        + " <span lang=\"en\">What the change comes to</span></h1>\n"
        + part(impact)
        + "<p class=\"quiet\">测算没有任何效力，不是决定。"
        + " <span lang=\"en\">An assessment has no effect and is not a decision.</span></p>\n"
        + "</main></body></html>\n";
  }

  /** What stands below the title; headings begin with the second level. */
  public static String part(Impact impact) {
    ImpactHtml page = new ImpactHtml(impact);
    page.html.line("<div class=\"impact\">");
    page.about();
    page.glance();
    if (!impact.schemes().isEmpty()) {
      page.changes();
      page.costs();
      new ImpactGroups(impact, page.html).told();
      page.singles();
    }
    page.html.line("</div>");
    return page.html.toString();
  }

  private static String style() {
    try (InputStream in = Objects.requireNonNull(ImpactHtml.class.getResourceAsStream(STYLE))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void about() {
    html.line("<dl class=\"about\">");
    about("测算日期", "Assessed on", impact.on());
    about("原来的发布", "Release before", impact.base());
    about("现在的发布", "Release now", impact.now());
    about(
        impact.invented() ? "虚构的人和单位" : "登记并同意的人和单位",
        impact.invented() ? "Invented people and employers" : "Consenting people and employers",
        ImpactCharts.count(impact.people()));
    if (impact.unread() > 0) {
      about(
          "按某一状态的词典读不出，没有计入",
          "Not readable by one of the dictionaries, left out",
          ImpactCharts.count(impact.unread()));
    }
    if (!impact.only().isEmpty()) {
      about("只看", "Only", String.join("、", impact.only()));
    }
    html.line("</dl>");
  }

  private void about(String zh, String en, String value) {
    html.put("<div><dt>").words(zh, en).put("</dt><dd>");
    html.put(Markup.escaped(value)).line("</dd></div>");
  }

  private void glance() {
    if (impact.differing().isEmpty()) {
      html.put("<p class=\"lead\">")
          .words("没有一项结果或金额不同。", "No result and no amount is different.")
          .line("</p>");
    } else {
      html.line("<ul class=\"figures\">");
      figure(Change.GAINS);
      figure(Change.MORE);
      figure(Change.LOSES);
      figure(Change.LESS);
      figure(Change.NOW_AGAINST);
      figure(Change.TO_MISSING);
      figure(Change.TO_UNSETTLED);
      html.line("</ul>");
    }
    html.put("<p>")
        .words(
            "规则和所读的一切都相同、无须测算的项目 "
                + impact.same().size()
                + " 个；测算了 "
                + impact.schemes().size()
                + " 个。一人可有几项，这里按项计。",
            impact.same().size()
                + " schemes read nothing different and were not decided; "
                + impact.schemes().size()
                + " were. Numbers are of outcomes; a person may have several.")
        .line("</p>");
  }

  private void figure(Change change) {
    html.put("<li><strong>" + ImpactCharts.count(impact.count(change)) + "</strong> ")
        .words(change.label())
        .line("</li>");
  }

  private void changes() {
    html.heading(2, "changes", Text.of("谁得谁失", "Who gains, who loses"));
    List<Impact.Scheme> differing = impact.differing();
    if (!differing.isEmpty()) {
      html.line("<ul class=\"legend\">");
      legend(ImpactCharts.GAIN, "得到或金额增加", "gains, or more");
      legend(ImpactCharts.LOSE, "失去或金额减少", "loses, or less");
      legend(ImpactCharts.AGAINST, "未定转为不符合", "was open, now not");
      legend(ImpactCharts.MISSING, "转为缺信息", "now missing facts");
      legend(ImpactCharts.UNSETTLED, "转为未定", "now unsettled");
      html.line("</ul>").put("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
      html.put(" aria-label=\"得失图 chart of gains and losses\">");
      html.put(ImpactCharts.changes(differing)).line("</div>");
    }
    if (!differing.isEmpty()) {
      html.table("各项目的变化 changes by scheme", this::changesTable);
    }
    if (!impact.unchanged().isEmpty()) {
      html.put("<p>").words("测算了而没有任何变化：", "Decided without any change:");
      html.put(" " + Markup.escaped(String.join("、", impact.unchanged()))).line("</p>");
    }
  }

  private void legend(String colour, String zh, String en) {
    html.put("<li>" + ImpactCharts.patch(colour) + " ").words(zh, en).line("</li>");
  }

  private void changesTable() {
    html.put("<thead><tr><th scope=\"col\">").words("项目", "Scheme").put("</th>");
    for (Change change : Change.values()) {
      html.put("<th scope=\"col\" class=\"number\">").words(change.label()).put("</th>");
    }
    html.line("</tr></thead><tbody>");
    for (Impact.Scheme scheme : impact.differing()) {
      html.put("<tr><th scope=\"row\">" + Markup.escaped(scheme.title()));
      mark(scheme);
      html.put("</th>");
      for (Change change : Change.values()) {
        html.number(ImpactCharts.count(scheme.count(change)));
      }
      html.line("</tr>");
    }
    html.line("</tbody>");
  }

  private void mark(Impact.Scheme scheme) {
    if (scheme.added()) {
      html.put(" <em>").words("新增", "new").put("</em>");
    }
    if (scheme.removed()) {
      html.put(" <em>").words("删去", "gone").put("</em>");
    }
    if (scheme.indicative()) {
      html.put(" <em>").words("试算", "indicative").put("</em>");
    }
  }

  private void costs() {
    List<Impact.Scheme> paying =
        impact.schemes().stream().filter(s -> s.before().any() || s.after().any()).toList();
    if (paying.isEmpty()) {
      return;
    }
    html.heading(2, "costs", Text.of("前后费用", "Cost before and after"));
    html.put("<p>")
        .words(
            "元。只加确定的金额；取决于尚缺信息的按范围另列（图中浅色）；未设定的只计项数，不当作零。" + "按月的项目是一个月的费用。义务的金额由用人单位承担，不计入合计。",
            "In yuan. Only exact amounts are summed; those that depend on missing facts are told as"
                + " ranges (pale); what is not set is counted and is not 0. Monthly schemes: one"
                + " month. What obligations cost employers is in no total.")
        .line("</p>");
    html.put(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"费用图 chart of cost\">");
    html.put(ImpactCharts.costs(paying)).line("</div>");
    html.table("前后费用 cost before and after", () -> costTable(paying));
  }

  private void costTable(List<Impact.Scheme> paying) {
    html.put("<thead><tr><th scope=\"col\">").words("项目", "Scheme").put("</th>");
    html.put("<th scope=\"col\" class=\"number\">").words("之前", "Before").put("</th>");
    html.put("<th scope=\"col\" class=\"number\">").words("现在", "Now").put("</th>");
    html.put("<th scope=\"col\" class=\"number\">").words("确定金额之差", "Difference of exact sums");
    html.line("</th></tr></thead><tbody>");
    for (Impact.Scheme scheme : paying) {
      Text often = scheme.monthly() ? Text.of("每月", "a month") : Text.of("一次", "once");
      costRow("", Text.of(scheme.title(), scheme.title()), often, scheme.before(), scheme.after());
    }
    for (Impact.Total total : impact.totals()) {
      Text often = total.monthly() ? Text.of("每月", "a month") : Text.of("一次", "once");
      Text title =
          total.indicative()
              ? Text.of("待遇合计，试算", "Entitlements, indicative")
              : Text.of("待遇合计", "Entitlements");
      costRow(" class=\"total\"", title, often, total.before(), total.after());
    }
    html.line("</tbody>");
  }

  private void costRow(String kind, Text title, Text often, Impact.Sum before, Impact.Sum after) {
    BigDecimal apart = new BigDecimal(after.sum()).subtract(new BigDecimal(before.sum()));
    html.put("<tr" + kind + "><th scope=\"row\">").words(title).put(" <span class=\"quiet\">");
    html.words(often).put("</span></th>");
    sum(before);
    sum(after);
    String sign = apart.signum() > 0 ? "+" : "";
    boolean known = before.summed() && after.summed();
    html.number(known ? sign + ImpactCharts.money(apart) : "—").line("</tr>");
  }

  private void sum(Impact.Sum sum) {
    List<String> parts = new ArrayList<>();
    if (sum.summed()) {
      String exact = ImpactCharts.money(new BigDecimal(sum.sum()));
      parts.add(exact + small(ImpactCharts.count(sum.exact()) + " 项"));
    }
    if (sum.ranges() > 0) {
      String from = ImpactCharts.money(new BigDecimal(Objects.requireNonNull(sum.from())));
      String to = sum.to() == null ? "无上限" : ImpactCharts.money(new BigDecimal(sum.to()));
      parts.add("范围 " + from + " 至 " + to + small(ImpactCharts.count(sum.ranges()) + " 项"));
    }
    if (sum.notSet() > 0) {
      parts.add(
          "未设定 <span lang=\"en\">not set</span>" + small(ImpactCharts.count(sum.notSet()) + " 项"));
    }
    html.put("<td class=\"number\">" + String.join("<br>", parts) + "</td>");
  }

  private static String small(String words) {
    return " <span class=\"quiet\">" + words + "</span>";
  }

  private void singles() {
    if (impact.singles().isEmpty()) {
      return;
    }
    html.heading(2, "singles", Text.of("最能说明问题的个例", "The most telling single cases"));
    html.put("<p>")
        .words(
            impact.invented()
                ? "人是虚构的。结果改变的在前，其次是金额相差最大的，各项目、各种变化轮流取。"
                : "真人的个例：不显示任何个人信息，只有结果、条件和参数。",
            impact.invented()
                ? "Nobody is real. Changes of result first, then the largest differences, taken in"
                    + " turn from all schemes and kinds of change."
                : "Real cases without anything personal: results, conditions and parameters only.")
        .line("</p>");
    impact.singles().forEach(this::single);
  }

  private void single(Impact.Single one) {
    html.put("<section class=\"single\" aria-labelledby=\"single-" + one.no() + "\">");
    html.put("<h3 id=\"single-" + one.no() + "\">" + one.no() + ". ");
    html.put(Markup.escaped(one.title()) + " <em>").words(one.change().label()).put("</em> ");
    html.put("<span class=\"quiet\">").words(one.subject()).line("</span></h3>");
    if (!one.differences().isEmpty()) {
      html.line("<ul class=\"differences\">");
      one.differences().forEach(d -> html.put("<li>").words(d).line("</li>"));
      html.line("</ul>");
    }
    html.line("<div class=\"sides\">");
    side(Text.of("之前", "Before"), one.before(), one.after());
    side(Text.of("现在", "Now"), one.after(), one.before());
    html.line("</div></section>");
  }

  private void side(Text when, Impact.@Nullable Side side, Impact.@Nullable Side other) {
    html.put("<div><h4>").words(when).line("</h4>");
    if (side == null) {
      html.put("<p>").words("没有这一项", "not there").line("</p></div>");
      return;
    }
    html.put("<p class=\"result\">").words(side.result());
    if (side.amount() != null) {
      html.put(" <strong>").words(side.amount()).put("</strong>");
    }
    html.line("</p><ul class=\"reasons\">");
    for (String reason : side.reasons()) {
      String own = Impact.own(reason, other) ? " class=\"own\"" : "";
      html.line("<li" + own + ">" + Markup.escaped(reason) + "</li>");
    }
    html.line("</ul></div>");
  }
}
