package huice.explain;

import java.util.ArrayList;
import java.util.List;

/** A page for a terminal, built line by line and wrapped to its width. Not thread-safe. */
public final class Page {
  private static final int LEAST = 40;

  private final int width;
  private final StringBuilder text = new StringBuilder();
  private boolean empty = true;

  /** {@code width} in columns; a very narrow one is widened to stay readable. */
  public Page(int width) {
    this.width = Math.max(LEAST, width);
  }

  /** A title with a rule below it and an empty line before it, except at the top. */
  public Page title(String title) {
    blank();
    line(0, title);
    return put("═".repeat(Math.min(width, Columns.width(title))));
  }

  /** A heading with an empty line before it. */
  public Page heading(String heading) {
    blank();
    return line(0, heading);
  }

  public Page line(int indent, String line) {
    return item(indent, "", line);
  }

  /** A line that begins with a mark; what does not fit continues below the text, not the mark. */
  public Page item(int indent, String mark, String line) {
    String lead = " ".repeat(indent) + mark;
    String hang = " ".repeat(Columns.width(lead));
    String next = lead;
    for (String part : Columns.wrap(line, width - hang.length())) {
      put((next + part).stripTrailing());
      next = hang;
    }
    return this;
  }

  /** A line as it stands, never wrapped: paths, rule text, other programs' input. */
  public Page raw(int indent, String line) {
    return put((" ".repeat(indent) + line).stripTrailing());
  }

  /** Rows under heads, every column as wide as it needs; the last column is wrapped. */
  public Page table(List<String> heads, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(heads);
    all.addAll(rows);
    int last = heads.size() - 1;
    int[] widths = new int[heads.size()];
    for (List<String> row : all) {
      for (int i = 0; i < last; i++) {
        widths[i] = Math.max(widths[i], Columns.width(row.get(i)));
      }
    }
    for (List<String> row : all) {
      StringBuilder lead = new StringBuilder();
      for (int i = 0; i < last; i++) {
        lead.append(Columns.pad(row.get(i), widths[i])).append("  ");
      }
      if (Columns.width(lead.toString()) > width / 2) {
        raw(0, lead + row.get(last));
      } else {
        item(0, lead.toString(), row.get(last));
      }
    }
    return this;
  }

  /** One empty line; none at the top, never two. */
  public Page blank() {
    if (!empty) {
      text.append('\n');
      empty = true;
    }
    return this;
  }

  private Page put(String line) {
    text.append(line).append('\n');
    empty = line.isEmpty();
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
