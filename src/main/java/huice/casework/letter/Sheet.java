package huice.casework.letter;

import java.util.List;

/**
 * A letter as it is to be read: title, a head of names and values, sections. Both forms, HTML and
 * PDF, are made from it.
 *
 * @param language as HTML names it
 * @param dir {@code ltr} or {@code rtl}
 */
record Sheet(
    String language,
    String dir,
    String title,
    List<List<String>> head,
    List<Section> sections,
    List<String> foot) {
  Sheet {
    head = List.copyOf(head);
    sections = List.copyOf(sections);
    foot = List.copyOf(foot);
  }

  /** A part with a heading, empty for the opening. */
  record Section(String heading, List<Block> blocks) {
    Section {
      blocks = List.copyOf(blocks);
    }
  }

  /** What sections are made of. */
  sealed interface Block {}

  record Paragraph(String text) implements Block {}

  /** What matters most, set off. */
  record Strong(String text) implements Block {}

  record Points(List<Point> points) implements Block {
    Points {
      points = List.copyOf(points);
    }
  }

  /** A point with lines below it. */
  record Point(String text, List<String> details) {
    Point {
      details = List.copyOf(details);
    }
  }

  record Grid(List<String> heads, List<List<String>> rows) implements Block {
    Grid {
      heads = List.copyOf(heads);
      rows = List.copyOf(rows);
    }
  }
}
