package huice.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A tree written as YAML in the style of the packs. */
final class YamlText {
  private static final Set<String> NOTHING = Set.of("~", "null", "Null", "NULL");
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`=<";

  private final int forced;
  private final int width;
  private final StringBuilder out = new StringBuilder();

  private YamlText(int forced, int width) {
    this.forced = forced;
    this.width = width;
  }

  /**
   * In block style down to so many levels; below, whatever fits into the width stands on one line.
   */
  static String block(Tree tree, int forced, int width) {
    if (tree instanceof Tree.Scalar || empty(tree)) {
      return line(tree) + "\n";
    }
    YamlText text = new YamlText(forced, width);
    text.lines(tree, 0, 0);
    return text.out.toString();
  }

  /** On one line. */
  static String flow(Tree tree) {
    if (tree instanceof Tree.Sequence sequence) {
      return sequence.items().stream()
          .map(YamlText::flow)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (tree instanceof Tree.Mapping mapping) {
      return mapping.entries().values().stream()
          .map(e -> word(e.key(), true) + ": " + flow(e.value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return scalar((Tree.Scalar) tree, true);
  }

  private void lines(Tree tree, int depth, int indent) {
    if (tree instanceof Tree.Mapping mapping) {
      boolean first = true;
      for (Tree.Entry entry : mapping.entries().values()) {
        // the first key of a list's item stands on the line of its dash
        if (!first || out.length() == 0 || out.charAt(out.length() - 1) == '\n') {
          indent(indent);
        }
        first = false;
        out.append(word(entry.key(), true)).append(':');
        value(entry.value(), depth + 1, indent);
      }
    } else if (tree instanceof Tree.Sequence sequence) {
      for (Tree item : sequence.items()) {
        indent(indent);
        out.append('-');
        item(item, depth + 1, indent);
      }
    }
  }

  private void value(Tree tree, int depth, int indent) {
    if (onOneLine(tree, depth)) {
      out.append(' ').append(line(tree)).append('\n');
    } else {
      out.append('\n');
      lines(tree, depth, indent + 2);
    }
  }

  private void item(Tree tree, int depth, int indent) {
    if (onOneLine(tree, depth)) {
      out.append(' ').append(line(tree)).append('\n');
    } else if (tree instanceof Tree.Mapping) {
      out.append(' ');
      lines(tree, depth, indent + 2);
    } else {
      out.append('\n');
      lines(tree, depth, indent + 2);
    }
  }

  private boolean onOneLine(Tree tree, int depth) {
    if (tree instanceof Tree.Scalar || empty(tree)) {
      return true;
    }
    int used = out.length() - out.lastIndexOf("\n") - 1;
    return depth >= forced && used + 1 + flow(tree).length() <= width;
  }

  private static boolean empty(Tree tree) {
    return (tree instanceof Tree.Mapping mapping && mapping.entries().isEmpty())
        || (tree instanceof Tree.Sequence sequence && sequence.items().isEmpty());
  }

  private static String line(Tree tree) {
    return tree instanceof Tree.Scalar scalar ? scalar(scalar, false) : flow(tree);
  }

  private void indent(int indent) {
    out.append(" ".repeat(indent));
  }

  private static String scalar(Tree.Scalar scalar, boolean flow) {
    return scalar.form() == Tree.Scalar.Form.NOTHING ? "null" : word(scalar.text().strip(), flow);
  }

  /** A word as it is where that is safe, else in quotes. */
  private static String word(String text, boolean flow) {
    if (text.chars().anyMatch(c -> c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028)) {
      return quoted(text);
    }
    return plain(text, flow) ? text : "'" + text.replace("'", "''") + "'";
  }

  private static boolean plain(String text, boolean flow) {
    return !text.isEmpty()
        && text.equals(text.strip())
        && INDICATORS.indexOf(text.charAt(0)) < 0
        && !NOTHING.contains(text)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.endsWith(":")
        && !(flow && text.chars().anyMatch(c -> ",[]{}:".indexOf(c) >= 0))
        && List.of("---", "...").stream().noneMatch(text::startsWith);
  }

  /** In double quotes, with everything that is not plain text escaped. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029) {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
