package huice.simulation.impact;

import huice.model.Text;

/** HTML put together piece by piece; whatever is no markup is escaped. Not thread-safe. */
final class Markup {
  private final StringBuilder html = new StringBuilder();

  /** As it stands. */
  Markup put(String markup) {
    html.append(markup);
    return this;
  }

  Markup line(String markup) {
    return put(markup).put("\n");
  }

  /** Chinese first, English beside it in its own language. */
  Markup words(Text text) {
    put(escaped(text.zh()));
    return text.zh().equals(text.en())
        ? this
        : put(" <span lang=\"en\">" + escaped(text.en()) + "</span>");
  }

  Markup words(String zh, String en) {
    return words(Text.of(zh, en));
  }

  Markup heading(int level, String id, Text text) {
    put("<h" + level + " id=\"" + escaped(id) + "\">").words(text);
    return line("</h" + level + ">");
  }

  /** A table that scrolls by itself where it is too wide. */
  Markup table(String label, Runnable rows) {
    line(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
            + escaped(label)
            + "\"><table>");
    rows.run();
    return line("</table></div>");
  }

  Markup number(String number) {
    return put("<td class=\"number\">" + escaped(number) + "</td>");
  }

  @Override
  public String toString() {
    return html.toString();
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
