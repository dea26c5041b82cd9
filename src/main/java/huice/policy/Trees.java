package huice.policy;

import static huice.policy.Words.say;

import huice.model.Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML and JSON into a {@link Tree}, whatever the bytes hold: within limits of size, depth
 * and number of values, and with every fault as data. No anchors, aliases or tags; no key twice.
 */
public final class Trees {
  /** The largest text that is read, in bytes. */
  public static final int LIMIT = 2 * 1024 * 1024;

  static final int DEPTH = 32;
  static final int NODES = 200_000;

  private Trees() {}

  /**
   * What came of reading: the tree (null when nothing useful could be read), the faults, and what
   * the writer should know besides. {@code tooLarge} when the limit of size was passed.
   */
  public record Parsed(
      @Nullable Tree tree, List<CaseFault> faults, List<CaseFault> notices, boolean tooLarge) {
    public Parsed {
      faults = List.copyOf(faults);
      notices = List.copyOf(notices);
    }

    static Parsed fault(CaseFault fault) {
      return new Parsed(null, List.of(fault), List.of(), false);
    }
  }

  public static Parsed yaml(byte[] bytes) {
    if (bytes.length > LIMIT) {
      return tooLarge();
    }
    Decoding decoding = Decoding.of(bytes);
    if (decoding.text() == null) {
      return new Parsed(null, decoding.faults(), decoding.notices(), false);
    }
    Parsed parsed = YamlTree.parse(decoding.text());
    return new Parsed(parsed.tree(), parsed.faults(), decoding.notices(), false);
  }

  /** JSON in UTF-8 (RFC 8259). */
  public static Parsed json(byte[] bytes) {
    if (bytes.length > LIMIT) {
      return tooLarge();
    }
    Decoding decoding = Decoding.of(bytes);
    if (decoding.text() == null || !decoding.notices().isEmpty()) {
      return Parsed.fault(
          new CaseFault(
              "",
              1,
              Text.of("内容不是 UTF-8 编码的 JSON", "the content is not JSON in UTF-8"),
              Text.of("请用 UTF-8 编码", "encode it in UTF-8")));
    }
    return JsonTree.parse(decoding.text());
  }

  /** Reads at most {@link #LIMIT} bytes. */
  public static Parsed json(InputStream in) throws IOException {
    return json(in.readNBytes(LIMIT + 1));
  }

  /** What a program holds as maps, lists, strings, numbers and booleans, as if it had been read. */
  public static Tree of(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Tree.Entry> entries = new LinkedHashMap<>();
      map.forEach(
          (key, one) -> {
            String name = key.toString();
            entries.put(name, new Tree.Entry(name, 0, of(one)));
          });
      return new Tree.Mapping(entries, 0);
    }
    if (value instanceof Iterable<?> items) {
      List<Tree> all = new ArrayList<>();
      items.forEach(item -> all.add(of(item)));
      return new Tree.Sequence(all, 0);
    }
    Tree.Scalar.Form form =
        value instanceof Boolean
            ? Tree.Scalar.Form.TRUTH
            : value instanceof Number ? Tree.Scalar.Form.NUMBER : Tree.Scalar.Form.QUOTED;
    return new Tree.Scalar(value.toString(), form, 0);
  }

  private static Parsed tooLarge() {
    CaseFault fault =
        new CaseFault(
            "",
            0,
            say("内容超过 %d KiB", "the content is larger than %d KiB", LIMIT / 1024),
            Text.of("请拆成几份", "split it"));
    return new Parsed(null, List.of(fault), List.of(), true);
  }

  static CaseFault tooDeep(String pointer, int line) {
    return new CaseFault(
        pointer,
        line,
        say("嵌套超过 %d 层", "nested more than %d levels deep", DEPTH),
        Text.of("请改成较平的写法", "write it flatter"));
  }

  static CaseFault tooMany(String pointer, int line) {
    return new CaseFault(
        pointer,
        line,
        say("内容超过 %d 项", "holds more than %d values", NODES),
        Text.of("请拆成几份", "split it"));
  }

  static CaseFault twice(String pointer, int line, String key) {
    return new CaseFault(
        pointer,
        line,
        say("「%s」写了两次", "\"%s\" is written twice", Words.shown(key)),
        Text.of("请只留一个", "keep one of them"));
  }
}
