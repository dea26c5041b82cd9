package huice.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * Text measured in terminal columns: Chinese characters and their punctuation take two. Lines break
 * at spaces and between Chinese characters, never before a closing or after an opening mark.
 */
public final class Columns {
  private static final String CLOSING = "，。；：、？！）〕」』》】”’,.;:?!)]}%";
  private static final String OPENING = "（〔「『《【“‘([{";

  private Columns() {}

  public static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return wide(point) ? 2 : 1;
  }

  /** Unicode's East Asian Width W and F, without the rare blocks. */
  private static boolean wide(int point) {
    return (point >= 0x1100 && point <= 0x115F)
        || (point >= 0x2E80 && point <= 0x303E)
        || (point >= 0x3041 && point <= 0xA4CF)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0xFE30 && point <= 0xFE6F)
        || (point >= 0xFF01 && point <= 0xFF60)
        || (point >= 0xFFE0 && point <= 0xFFE6)
        || (point >= 0x1F300 && point <= 0x1FAFF)
        || (point >= 0x20000 && point <= 0x3FFFD);
  }

  /** The text with spaces after it, up to a width; longer text stays whole. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** Lines no wider than {@code width}; at least one. A single part that is wider is cut. */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String part : parts(text)) {
      int wanted = width(part.stripTrailing());
      if (used > 0 && used + wanted > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        used = 0;
      }
      String rest = part;
      while (width(rest.stripTrailing()) > width) {
        int cut = cut(rest, width);
        lines.add(rest.substring(0, cut));
        rest = rest.substring(cut);
      }
      line.append(rest);
      used += width(rest);
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** How much of a part fits, at least one character. */
  private static int cut(String part, int width) {
    int used = 0;
    int at = 0;
    while (at < part.length()) {
      int point = part.codePointAt(at);
      if (at > 0 && used + width(point) > width) {
        break;
      }
      used += width(point);
      at += Character.charCount(point);
    }
    return at;
  }

  /** Pieces between which a line may break; spaces belong to the piece before them. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int before = -1;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      if (before >= 0 && mayBreak(before, point)) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.appendCodePoint(point);
      before = point;
      at += Character.charCount(point);
    }
    if (part.length() > 0) {
      parts.add(part.toString());
    }
    return parts;
  }

  private static boolean mayBreak(int before, int after) {
    if (after == ' ' || CLOSING.indexOf(after) >= 0 || OPENING.indexOf(before) >= 0) {
      return false;
    }
    return before == ' ' || wide(before) || wide(after);
  }
}
