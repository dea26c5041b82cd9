package huice.simulation.impact;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * The charts of an impact as SVG: no script, no style sheet, no outside font. What they show stands
 * in the tables beside them too.
 */
final class ImpactCharts {
  static final String GAIN = "#1d5f9e";
  static final String LOSE = "#b4491a";
  static final String AGAINST = "#6f1d12";
  static final String MISSING = "#76808a";
  static final String UNSETTLED = "#b9c1c9";
  static final String BEFORE = "#8d98a3";
  private static final String INK = "#1b2530";
  private static final int WIDTH = 760;
  private static final int ROW = 46;
  private static final int BAR = 16;
  private static final int MIDDLE = 380;

  /** Left and right of the longest bar there is room for its label. */
  private static final int HALF = 230;

  private static final int LONGEST = 560;

  private ImpactCharts() {}

  /** A part of a bar. */
  private record Part(String colour, ToLongFunction<Impact.Scheme> count) {}

  private static final List<Part> LEFT =
      List.of(
          new Part(LOSE, s -> s.count(Change.LOSES) + s.count(Change.LESS)),
          new Part(AGAINST, s -> s.count(Change.NOW_AGAINST)),
          new Part(MISSING, s -> s.count(Change.TO_MISSING)),
          new Part(UNSETTLED, s -> s.count(Change.TO_UNSETTLED)));

  private static final List<Part> RIGHT =
      List.of(new Part(GAIN, s -> s.count(Change.GAINS) + s.count(Change.MORE)));

  /** Who loses to the left, who gains to the right. */
  static String changes(List<Impact.Scheme> schemes) {
    long most = 1;
    for (Impact.Scheme scheme : schemes) {
      most = Math.max(most, Math.max(sum(LEFT, scheme), sum(RIGHT, scheme)));
    }
    int height = schemes.size() * ROW + 10;
    StringBuilder svg = new StringBuilder(open(height, "各项目得失的项数", "gains and losses by scheme"));
    line(svg, MIDDLE, height);
    int y = 0;
    for (Impact.Scheme scheme : schemes) {
      text(svg, MIDDLE, y + 16, "middle", "600", scheme.title());
      long left = bars(svg, scheme, LEFT, most, y + 23, -1);
      long right = bars(svg, scheme, RIGHT, most, y + 23, 1);
      text(svg, MIDDLE - 6 - (int) left, y + 36, "end", "400", count(sum(LEFT, scheme)));
      text(svg, MIDDLE + 6 + (int) right, y + 36, "start", "400", count(sum(RIGHT, scheme)));
      y += ROW;
    }
    return svg.append("</svg>\n").toString();
  }

  private static long sum(List<Part> parts, Impact.Scheme scheme) {
    return parts.stream().mapToLong(part -> part.count().applyAsLong(scheme)).sum();
  }

  /** How long they are together. */
  private static long bars(
      StringBuilder svg, Impact.Scheme scheme, List<Part> parts, long most, int y, int side) {
    long at = 0;
    for (Part part : parts) {
      long count = part.count().applyAsLong(scheme);
      if (count > 0) {
        long wide = Math.max(2, count * HALF / most);
        rect(svg, side > 0 ? MIDDLE + at : MIDDLE - at - wide, y, wide, BAR, part.colour());
        at += wide;
      }
    }
    return at;
  }

  /** What is paid before and now; what lies between the ends of ranges is pale. */
  static String costs(List<Impact.Scheme> schemes) {
    BigDecimal most = BigDecimal.ONE;
    for (Impact.Scheme scheme : schemes) {
      most = most.max(far(scheme.before())).max(far(scheme.after()));
    }
    int row = ROW + BAR + 8;
    int height = schemes.size() * row + 10;
    StringBuilder svg = new StringBuilder(open(height, "各项目前后的费用", "cost before and after"));
    int y = 0;
    for (Impact.Scheme scheme : schemes) {
      text(svg, 0, y + 16, "start", "600", scheme.title());
      cost(svg, scheme.before(), most, y + 23, BEFORE, "之前 before");
      cost(svg, scheme.after(), most, y + 23 + BAR + 4, GAIN, "现在 now");
      y += row;
    }
    return svg.append("</svg>\n").toString();
  }

  private static void cost(
      StringBuilder svg, Impact.Sum sum, BigDecimal most, int y, String colour, String when) {
    int exact = wide(new BigDecimal(sum.sum()), most);
    int far = wide(far(sum), most);
    rect(svg, 0, y, Math.max(exact, 1), BAR, colour);
    if (far > exact) {
      svg.append("<rect x=\"").append(exact).append("\" y=\"").append(y).append("\" width=\"");
      svg.append(far - exact)
          .append("\" height=\"")
          .append(BAR)
          .append("\" fill=\"")
          .append(colour);
      svg.append("\" fill-opacity=\"0.35\"/>\n");
    }
    int end = Math.max(Math.max(exact, far), 1) + 6;
    text(svg, end, y + 13, "start", "400", when + " " + told(sum));
  }

  private static String told(Impact.Sum sum) {
    String exact = sum.summed() ? money(new BigDecimal(sum.sum())) : "";
    String open = sum.notSet() > 0 ? "未设定 not set " + count(sum.notSet()) : "";
    return exact.isEmpty() || open.isEmpty() ? exact + open : exact + " + " + open;
  }

  private static BigDecimal far(Impact.Sum sum) {
    BigDecimal exact = new BigDecimal(sum.sum());
    return sum.to() == null ? exact : exact.add(new BigDecimal(sum.to()));
  }

  private static int wide(BigDecimal sum, BigDecimal most) {
    return sum.multiply(BigDecimal.valueOf(LONGEST)).divideToIntegralValue(most).intValue();
  }

  /** The shares of a group that lose and gain, in a table's cell; {@code most} is the longest. */
  static String share(double lose, double gain, double most) {
    int half = 60;
    int left = (int) Math.round(lose / Math.max(most, 0.0001) * half);
    int right = (int) Math.round(gain / Math.max(most, 0.0001) * half);
    StringBuilder svg =
        new StringBuilder(
            "<svg class=\"share\" viewBox=\"0 0 120 12\" width=\"120\" height=\"12\" ");
    svg.append("aria-hidden=\"true\" focusable=\"false\">");
    rect(svg, half - left, 0, left, 12, LOSE);
    rect(svg, half, 0, right, 12, GAIN);
    return svg.append("<rect x=\"59.5\" y=\"0\" width=\"1\" height=\"12\" fill=\"")
        .append(INK)
        .append("\"/></svg>")
        .toString();
  }

  /** A patch of a colour for a legend. */
  static String patch(String colour) {
    return "<svg viewBox=\"0 0 14 14\" width=\"14\" height=\"14\" aria-hidden=\"true\""
        + " focusable=\"false\"><rect width=\"14\" height=\"14\" fill=\""
        + colour
        + "\"/></svg>";
  }

  private static String open(int height, String zh, String en) {
    return "<svg class=\"chart\" viewBox=\"0 0 "
        + WIDTH
        + " "
        + height
        + "\" role=\"img\" aria-label=\""
        + zh
        + " "
        + en
        + "\" font-family=\"system-ui, 'Noto Sans CJK SC', sans-serif\" font-size=\"14\">\n";
  }

  private static void line(StringBuilder svg, int x, int height) {
    rect(svg, x, 20, 1, height - 24, INK);
  }

  private static void rect(
      StringBuilder svg, long x, int y, long width, int height, String colour) {
    svg.append("<rect x=\"").append(x).append("\" y=\"").append(y).append("\" width=\"");
    svg.append(width).append("\" height=\"").append(height).append("\" fill=\"").append(colour);
    svg.append("\"/>\n");
  }

  private static void text(
      StringBuilder svg, int x, int y, String anchor, String weight, String text) {
    svg.append("<text x=\"").append(x).append("\" y=\"").append(y).append("\" text-anchor=\"");
    svg.append(anchor).append("\" font-weight=\"").append(weight).append("\" fill=\"").append(INK);
    svg.append("\">").append(Markup.escaped(text)).append("</text>\n");
  }

  static String count(long count) {
    return new DecimalFormat("#,##0", new DecimalFormatSymbols(Locale.ROOT)).format(count);
  }

  static String money(BigDecimal yuan) {
    return new DecimalFormat("#,##0.00", new DecimalFormatSymbols(Locale.ROOT)).format(yuan);
  }
}
