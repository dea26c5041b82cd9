package huice.casework.letter;

import huice.casework.letter.Sheet.Block;
import huice.casework.letter.Sheet.Grid;
import huice.casework.letter.Sheet.Paragraph;
import huice.casework.letter.Sheet.Point;
import huice.casework.letter.Sheet.Points;
import huice.casework.letter.Sheet.Section;
import huice.casework.letter.Sheet.Strong;
import java.util.List;

/**
 * Writes a sheet as one HTML page that is well-formed XML too and stands alone: no script, no
 * picture, nothing fetched. Stateless.
 */
final class SheetHtml {
  /** Logical sides only, so that right-to-left languages are set by {@code dir} alone. */
  private static final String STYLE =
      """
      @page { size: A4; margin: 22mm 20mm 20mm 20mm;
        @bottom-center { content: counter(page) " / " counter(pages); font-family: Own, Letter, Han;
          font-size: 8.5pt; color: #4a545e; } }
      body { font-family: Own, Letter, Han, system-ui, "PingFang SC", "Microsoft YaHei",
          "Noto Sans CJK SC", sans-serif; font-size: 10.5pt; line-height: 1.6; color: #1d2329;
        max-width: 46em; margin: 0 auto; overflow-wrap: break-word; }
      h1 { font-size: 18pt; font-weight: normal; text-align: center; margin: 0 0 6mm 0; }
      h2 { font-size: 12.5pt; font-weight: normal; margin: 6mm 0 1.5mm 0; padding-bottom: 0.8mm;
        border-bottom: 0.6pt solid #4a545e; page-break-after: avoid; }
      p { margin: 1.5mm 0; }
      p.strong { font-size: 12.5pt; margin: 2mm 0; }
      ol { margin: 1mm 0; padding: 0 7mm; }
      li { margin: 1.5mm 0; page-break-inside: avoid; }
      li p { margin: 0.4mm 0; color: #4a545e; font-size: 9.5pt; }
      table { width: 100%; border-collapse: collapse; margin: 1.5mm 0; }
      tr { page-break-inside: avoid; }
      th, td { border-bottom: 0.4pt solid #c9d0d6; padding: 1mm 1mm; vertical-align: top;
        font-weight: normal; }
      th { color: #4a545e; }
      [dir=ltr] th, [dir=ltr] td { text-align: left; }
      [dir=rtl] th, [dir=rtl] td { text-align: right; }
      .head th { width: 26%; }
      .closing { margin-top: 8mm; }
      """;

  private final StringBuilder out = new StringBuilder(1 << 13);

  private SheetHtml() {}

  static String of(Sheet sheet) {
    return new SheetHtml().page(sheet);
  }

  private String page(Sheet sheet) {
    out.append("<!DOCTYPE html>\n<html lang=\"").append(escaped(sheet.language()));
    out.append("\" dir=\"").append(escaped(sheet.dir())).append("\">\n<head>\n");
    out.append("<meta charset=\"UTF-8\"/>\n<title>").append(escaped(sheet.title()));
    out.append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
    out.append("<div class=\"letter\" dir=\"").append(escaped(sheet.dir())).append("\" lang=\"");
    out.append(escaped(sheet.language())).append("\">\n");
    element("h1", sheet.title());
    out.append("<table class=\"head\">\n<tbody>\n");
    for (List<String> row : sheet.head()) {
      out.append("<tr><th scope=\"row\">").append(escaped(row.get(0))).append("</th><td>");
      out.append(escaped(row.get(1))).append("</td></tr>\n");
    }
    out.append("</tbody>\n</table>\n");
    sheet.sections().forEach(this::section);
    out.append("<div class=\"closing\">\n");
    sheet.foot().forEach(line -> element("p", line));
    out.append("</div>\n</div>\n</body>\n</html>\n");
    return out.toString();
  }

  private void section(Section section) {
    if (!section.heading().isEmpty()) {
      element("h2", section.heading());
    }
    section.blocks().forEach(this::block);
  }

  private void block(Block block) {
    if (block instanceof Paragraph paragraph) {
      element("p", paragraph.text());
    } else if (block instanceof Strong strong) {
      out.append("<p class=\"strong\">").append(escaped(strong.text())).append("</p>\n");
    } else if (block instanceof Points points) {
      out.append("<ol>\n");
      points.points().forEach(this::point);
      out.append("</ol>\n");
    } else if (block instanceof Grid grid) {
      grid(grid);
    }
  }

  private void point(Point point) {
    out.append("<li>").append(escaped(point.text()));
    point.details().forEach(d -> out.append("<p>").append(escaped(d)).append("</p>"));
    out.append("</li>\n");
  }

  private void grid(Grid grid) {
    out.append("<table>\n<thead><tr>");
    grid.heads().forEach(h -> out.append("<th scope=\"col\">").append(escaped(h)).append("</th>"));
    out.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : grid.rows()) {
      out.append("<tr>");
      row.forEach(cell -> out.append("<td>").append(escaped(cell)).append("</td>"));
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  private void element(String name, String text) {
    out.append('<').append(name).append('>').append(escaped(text));
    out.append("</").append(name).append(">\n");
  }

  /** What people wrote may hold anything; what XML has no room for is left out. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                  if (Fonts.legal(c)) {
                    safe.appendCodePoint(c);
                  }
                }
              }
            });
    return safe.toString();
  }
}
