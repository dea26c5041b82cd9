package huice.simulation.impact;

import huice.model.Text;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The part of a page that tells, scheme by scheme, which results moved and in which groups. */
final class ImpactGroups {
  private final Impact impact;
  private final Markup html;

  ImpactGroups(Impact impact, Markup html) {
    this.impact = impact;
    this.html = html;
  }

  void told() {
    List<Impact.Scheme> differing = impact.differing();
    if (differing.isEmpty()) {
      return;
    }
    html.heading(2, "groups", Text.of("各项目、各组的人", "By scheme and group"));
    html.put("<p>")
        .words(
            "按人计，一人有几项的按最能说明问题的一项计。少于 " + impact.smallest() + " 人的数隐去（＊），并隐去能算出它的其他数；少于这么多人的组合并。",
            "Of people, each by the most telling change. Numbers of fewer than "
                + impact.smallest()
                + " are withheld (＊), with those they would follow from; smaller groups are"
                + " taken together.")
        .line("</p>");
    differing.forEach(this::scheme);
  }

  private void scheme(Impact.Scheme scheme) {
    html.line("<section class=\"scheme\">");
    html.heading(3, "s-" + scheme.id(), Text.of(scheme.title(), scheme.title()));
    html.line("<ul class=\"moves\">");
    for (Impact.Move move : scheme.moves()) {
      if (!move.from().equals(move.to())) {
        html.put("<li>").words(move.from()).put(" → ").words(move.to());
        html.line("：<strong>" + ImpactCharts.count(move.count()) + "</strong></li>");
      }
    }
    html.line("</ul>");
    for (Impact.Breakdown breakdown : scheme.breakdowns()) {
      breakdown(scheme, breakdown);
    }
    html.line("</section>");
  }

  private void breakdown(Impact.Scheme scheme, Impact.Breakdown breakdown) {
    if (breakdown.withheld()) {
      html.put("<p>").words(breakdown.label()).put("：");
      html.words("人数太少，不显示。", "too few people to be shown.").line("</p>");
      return;
    }
    double most =
        breakdown.rows().stream()
            .mapToDouble(
                row -> Math.max(share(row, Impact.Column.LOSE), share(row, Impact.Column.GAIN)))
            .max()
            .orElse(0);
    html.table(
        scheme.title() + " " + breakdown.label().zh(),
        () -> {
          head(breakdown);
          html.line("<tbody>");
          breakdown.rows().forEach(row -> row(row, most));
          html.line("</tbody>");
        });
  }

  private void head(Impact.Breakdown breakdown) {
    html.put("<thead><tr><th scope=\"col\">").words(breakdown.label()).put("</th>");
    html.put("<th scope=\"col\" class=\"number\">").words("人数", "People").put("</th>");
    for (Impact.Column column : Impact.Column.values()) {
      html.put("<th scope=\"col\" class=\"number\">").words(column.label()).put("</th>");
    }
    html.put("<th scope=\"col\">").words("受损、得益占比", "Shares: lose, gain");
    html.line("</th></tr></thead>");
  }

  private void row(Impact.Row row, double most) {
    html.put("<tr><th scope=\"row\">").words(row.label()).put("</th>");
    html.number(ImpactCharts.count(row.people()));
    for (@Nullable Long count : row.counts()) {
      if (count == null) {
        html.put("<td class=\"number\"><span aria-hidden=\"true\">＊</span>");
        html.put("<span class=\"unseen\">隐去 withheld</span></td>");
      } else {
        html.number(ImpactCharts.count(count));
      }
    }
    html.put("<td class=\"shares\">");
    double lose = share(row, Impact.Column.LOSE);
    double gain = share(row, Impact.Column.GAIN);
    html.put(ImpactCharts.share(Math.max(lose, 0), Math.max(gain, 0), most));
    html.put(" <span class=\"quiet\">" + percent(lose) + " / " + percent(gain) + "</span>");
    html.line("</td></tr>");
  }

  /** Below 0 where the number is withheld. */
  private static double share(Impact.Row row, Impact.Column column) {
    @Nullable Long count = row.counts().get(column.ordinal());
    return count == null ? -1 : (double) count / Math.max(1, row.people());
  }

  private static String percent(double share) {
    return share < 0 ? "＊" : String.format(Locale.ROOT, "%.1f%%", share * 100);
  }
}
