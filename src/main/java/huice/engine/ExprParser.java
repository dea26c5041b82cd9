package huice.engine;

import huice.engine.measure.Call;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the only expressions a rule may hold: {@code CALL}, {@code CALL OP CALL} and statements
 * {@code name.name(…);}, where a call's arguments are quoted words and further calls, and {@code
 * true} and {@code false} stand for themselves. Whatever is not of that form is refused, so nothing
 * else can reach the engine.
 */
final class ExprParser {
  private static final int MAX_DEPTH = 12;

  /** What could not be read; {@code offset} counts characters from the start of the text. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    final int offset;
    final String found;

    Refused(int offset, String found) {
      super(found);
      this.offset = offset;
      this.found = found;
    }
  }

  record Comparison(Call left, Op op, Call right) {}

  /** A statement and where it begins in the text. */
  record Statement(Call call, int offset) {}

  private final String text;
  private int at;

  private ExprParser(String text) {
    this.text = text;
  }

  static Comparison comparison(String text) throws Refused {
    ExprParser parser = new ExprParser(text);
    Call left = parser.call(0);
    Op op = parser.op();
    Call right = parser.call(0);
    parser.end();
    return new Comparison(left, op, right);
  }

  /** A lone call, as decision tables and columns have it. */
  static Call measure(String text) throws Refused {
    ExprParser parser = new ExprParser(text);
    Call call = parser.call(0);
    parser.end();
    return call;
  }

  static List<Statement> statements(String text) throws Refused {
    ExprParser parser = new ExprParser(text);
    List<Statement> found = new ArrayList<>();
    parser.blank();
    while (parser.at < text.length()) {
      int start = parser.at;
      found.add(new Statement(parser.call(0), start));
      parser.expect(';');
      parser.blank();
    }
    return found;
  }

  private Call call(int depth) throws Refused {
    if (depth > MAX_DEPTH) {
      throw refused();
    }
    String name = name();
    if (name.equals("true") || name.equals("false")) {
      return new Call(name, List.of());
    }
    expect('(');
    List<Call.Arg> args = new ArrayList<>();
    blank();
    if (peek() != ')') {
      args.add(arg(depth));
      blank();
      while (peek() == ',') {
        at++;
        args.add(arg(depth));
        blank();
      }
    }
    expect(')');
    return new Call(name, args);
  }

  private Call.Arg arg(int depth) throws Refused {
    blank();
    return peek() == '"' ? new Call.Word(word()) : new Call.Nested(call(depth + 1));
  }

  private String word() throws Refused {
    int start = ++at;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' || text.charAt(at) == '\n') {
        throw refused();
      }
      at++;
    }
    if (at >= text.length()) {
      throw refused();
    }
    return text.substring(start, at++);
  }

  private String name() throws Refused {
    blank();
    int start = at;
    while (at < text.length()
        && (isLetter(text.charAt(at)) || (at > start && text.charAt(at) == '.'))) {
      at++;
    }
    if (at == start) {
      throw refused();
    }
    return text.substring(start, at);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private Op op() throws Refused {
    blank();
    for (Op op : new Op[] {Op.EQ, Op.NE, Op.LE, Op.GE, Op.LT, Op.GT}) {
      if (text.startsWith(op.sign, at)) {
        at += op.sign.length();
        return op;
      }
    }
    throw refused();
  }

  private void expect(char c) throws Refused {
    blank();
    if (peek() != c) {
      throw refused();
    }
    at++;
  }

  private void end() throws Refused {
    blank();
    if (at < text.length()) {
      throw refused();
    }
  }

  private void blank() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private Refused refused() {
    int from = Math.min(at, text.length());
    return new Refused(from, text.substring(from, Math.min(text.length(), from + 40)).strip());
  }
}
