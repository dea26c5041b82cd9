package huice.entry.api;

import huice.casework.Invalid;
import huice.model.Text;
import huice.policy.Tree;
import huice.policy.Trees;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a body that is one JSON object. Every fault is told at once by {@link #check},
 * which comes before any use; until then a faulty field reads as something harmless.
 */
final class Fields {
  private static final Text REQUIRED = Text.of("没有填写", "it is missing");
  private static final Text FILL_IN = Text.of("请填写", "fill it in");
  private static final int LONGEST = 200;
  private static final LocalDate SOME_DAY = LocalDate.EPOCH;

  private final Tree.Mapping body;
  private final List<Invalid.Fault> faults = new ArrayList<>();

  private Fields(Tree.Mapping body, List<String> known) {
    this.body = body;
    for (String key : body.entries().keySet()) {
      if (!known.contains(key)) {
        fault(
            key,
            Text.of("没有这一项", "there is no such field"),
            Text.of("可以写：" + String.join("、", known), "one of: " + String.join(", ", known)));
      }
    }
  }

  /**
   * Reads a body that may hold these fields.
   *
   * @throws Refused when it is no JSON
   * @throws Invalid when it is no object
   */
  static Fields of(SentBody sent, String... known) {
    return new Fields(object(sent), List.of(known));
  }

  /** The body as one object, for who reads it further. */
  static Tree.Mapping object(SentBody sent) {
    Trees.Parsed parsed = Trees.json(sent.bytes());
    if (parsed.tree() == null) {
      throw CaseBody.malformed(sent.bytes());
    }
    if (parsed.tree() instanceof Tree.Mapping mapping && parsed.faults().isEmpty()) {
      return mapping;
    }
    throw new Invalid(
        parsed.faults().isEmpty()
            ? List.of(
                new Invalid.Fault(
                    "",
                    Text.of("应当是一个 JSON 对象", "a JSON object is expected"),
                    Text.of("请写 {…}", "write {…}")))
            : parsed.faults().stream()
                .map(f -> new Invalid.Fault(f.pointer(), f.what(), f.instead()))
                .toList());
  }

  /** Ends the request when anything was wrong. */
  void check() {
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  void fault(String key, Text what, Text instead) {
    faults.add(new Invalid.Fault("/" + key.replace("~", "~0").replace("/", "~1"), what, instead));
  }

  String text(String key) {
    String text = optional(key);
    if (text == null && !faulty(key)) {
      fault(key, REQUIRED, FILL_IN);
    }
    return text == null ? "" : text;
  }

  /** Null when left out. */
  @Nullable String optional(String key) {
    Tree tree = body.get(key);
    if (tree == null || tree.nothing()) {
      return null;
    }
    String text = tree instanceof Tree.Scalar scalar ? scalar.text().strip() : "";
    if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(c -> c < ' ')) {
      fault(
          key,
          Text.of("应当是 1 至 " + LONGEST + " 个字", "1 to " + LONGEST + " characters are expected"),
          FILL_IN);
      return null;
    }
    return text;
  }

  String oneOf(String key, List<String> words) {
    String word = text(key);
    if (!word.isEmpty() && !words.contains(word)) {
      fault(
          key,
          Text.of("不能这样写", "it cannot be this"),
          Text.of("可以写：" + String.join("、", words), "one of: " + String.join(", ", words)));
    }
    return word;
  }

  LocalDate day(String key, LocalDate last) {
    LocalDate day = optionalDay(key, last);
    if (day == null && !faulty(key)) {
      fault(key, REQUIRED, FILL_IN);
    }
    return day == null ? SOME_DAY : day;
  }

  /** A day not after another; null when left out. */
  @Nullable LocalDate optionalDay(String key, LocalDate last) {
    String text = optional(key);
    if (text == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1900 && !day.isAfter(last)) {
        return day;
      }
      fault(
          key,
          Text.of("不在 1900 年至今天之间", "it is not within 1900 and today"),
          Text.of("请核对日期", "check the date"));
    } catch (DateTimeException e) {
      fault(
          key,
          Text.of("不是日期", "this is no date"),
          Text.of("按 年-月-日 写，如 2024-09-01", "write year-month-day: 2024-09-01"));
    }
    return null;
  }

  boolean flag(String key) {
    return oneOf(key, List.of("true", "false")).equals("true");
  }

  UUID id(String key) {
    String text = text(key);
    UUID id = text.isEmpty() ? null : Ids.parsed(text);
    if (id == null && !faulty(key)) {
      fault(key, Text.of("不是标识", "this is no id"), Text.of("请写 id", "write the id"));
    }
    return id == null ? new UUID(0, 0) : id;
  }

  /** The version that the sender saw; null when left out. */
  @Nullable Integer version() {
    String text = optional("version");
    if (text == null) {
      return null;
    }
    if (text.matches("[0-9]{1,9}")) {
      return Integer.valueOf(text);
    }
    fault("version", Text.of("不是版本号", "this is no version"), FILL_IN);
    return null;
  }

  private boolean faulty(String key) {
    return faults.stream().anyMatch(f -> f.pointer().equals("/" + key));
  }
}
