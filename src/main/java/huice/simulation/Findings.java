package huice.simulation;

import huice.model.Problem;
import huice.model.TestCase;
import huice.model.Text;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was found while a case was compared, and how single expectations are compared. */
final class Findings {
  static final String NONE = "none";
  static final String NOT_SET = "not set";

  private final TestCase testCase;
  private final List<CaseFailure.Difference> differences = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  Findings(TestCase testCase) {
    this.testCase = testCase;
  }

  List<CaseFailure.Difference> differences() {
    return differences;
  }

  List<Problem> problems() {
    return problems;
  }

  void differ(String of, String expected, String came) {
    differences.add(new CaseFailure.Difference(of, expected, came));
  }

  void date(Map<String, Object> expect, String key, @Nullable LocalDate came) {
    if (expect.containsKey(key)) {
      same(key, word(expect.get(key)), came == null ? NONE : came.toString());
    }
  }

  void list(Map<String, Object> expect, String key, List<String> came) {
    if (expect.containsKey(key)) {
      set(key, expect.get(key), came);
    }
  }

  /** Equal whatever the order. */
  void set(String of, @Nullable Object wanted, List<String> came) {
    List<String> words =
        wanted instanceof List<?> list
            ? list.stream().map(Findings::word).toList()
            : NONE.equals(word(wanted)) ? List.of() : List.of(word(wanted));
    if (!new TreeSet<>(words).equals(new TreeSet<>(came))) {
      differ(of, words.toString(), came.toString());
    }
  }

  /** A mapping; anything else stands for its one most natural key. */
  static Map<String, Object> inside(@Nullable Object value, String single) {
    if (!(value instanceof Map<?, ?> map)) {
      return value == null ? Map.of() : Map.of(single, value);
    }
    Map<String, Object> inside = new LinkedHashMap<>();
    map.forEach((k, v) -> inside.put(word(k), v));
    return inside;
  }

  void same(String of, String wanted, String came) {
    if (!wanted.equals(came)) {
      differ(of, wanted, came);
    }
  }

  void problem(Text what, Text instead) {
    String name = "「" + testCase.name() + "」";
    problems.add(
        Problem.at(
            testCase.file(),
            testCase.line(),
            Text.of("个案" + name + "：" + what.zh(), "case " + name + ": " + what.en()),
            instead));
  }

  /**
   * A mapping that must be one; empty when it is not there, a problem when it is something else.
   */
  Map<String, Object> mapping(Map<String, Object> expect, String key) {
    Object value = expect.get(key);
    Map<String, Object> mapping = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((k, v) -> mapping.put(word(k), v));
    } else if (value != null) {
      problem(
          Text.of("「" + key + "」应当是「名称: 值」", "\"" + key + "\" consists of names with values"),
          Text.of("请写成 " + key + ": {名称: 值}", "write " + key + ": {name: value}"));
    }
    return mapping;
  }

  static String word(@Nullable Object value) {
    return value == null ? NONE : value.toString().strip();
  }

  /** Sentences are the same whatever their width, spaces and final stop. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}]+", "")
        .replaceAll("[。;,]+$", "");
  }
}
