package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Result;
import huice.model.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a case expects. Who runs the cases compares it; here its words are checked. */
final class ExpectReader {
  private static final List<String> RESULTS =
      Arrays.stream(Result.values()).map(Enum::name).toList();
  private static final List<String> TRUTHS = List.of("met", "not met", "unknown");

  private ExpectReader() {}

  /** Null when there is nothing. */
  static @Nullable Map<String, Object> read(Section section) {
    Section expect = expected(section, "expect: {outcome: …}");
    return expect == null ? null : read(expect, section.tree("expect"));
  }

  /**
   * What a step of a story expects, by scheme. A key is a scheme's id, with a space and the subject
   * after it where there are several: {@code written-contract worker.employments[1]}.
   */
  static Map<String, Map<String, Object>> bySchemes(Section section) {
    Map<String, Map<String, Object>> expected = new LinkedHashMap<>();
    Section all = expected(section, "expect: {SCHEME: {outcome: …}}");
    if (all == null) {
      return expected;
    }
    for (Tree.Entry entry : all.entries()) {
      Section one = all.section(entry.key());
      Map<String, Object> words = one == null ? null : read(one, entry.value());
      if (words != null) {
        expected.put(entry.key(), words);
      }
    }
    return expected;
  }

  private static @Nullable Section expected(Section section, String form) {
    Section expect = section.section("expect");
    if (expect == null && !section.has("expect")) {
      section.required(
          "expect",
          Text.of("没有写明预期结果 expect", "no expected result"),
          Text.of("请写 " + form, "write " + form));
    }
    return expect;
  }

  private static @Nullable Map<String, Object> read(Section expect, @Nullable Tree tree) {
    words(expect, "outcome", RESULTS);
    Section conditions =
        expect.tree("conditions") instanceof Tree.Mapping ? expect.section("conditions") : null;
    if (conditions != null) {
      conditions.entries().forEach(e -> words(conditions, e.key(), TRUTHS));
    }
    Section months =
        expect.tree("months") instanceof Tree.Mapping ? expect.section("months") : null;
    if (months != null) {
      months.entries().forEach(e -> month(months, e));
    }
    return tree instanceof Tree.Mapping mapping ? map(mapping) : null;
  }

  private static void month(Section months, Tree.Entry entry) {
    if (Days.month(entry.key()) == null) {
      months.problems().add(entry.line(), Days.noMonth(entry.key()), Days.WRITE_MONTH);
    }
    if (entry.value() instanceof Tree.Scalar) {
      words(months, entry.key(), RESULTS);
    }
  }

  private static void words(Section section, String key, List<String> allowed) {
    String word = section.tree(key) instanceof Tree.Scalar ? section.text(key) : null;
    if (word != null && !allowed.contains(word)) {
      section
          .problems()
          .add(
              section.line(key),
              say("预期结果不能写「%s」", "\"%s\" cannot be expected", shown(word)),
              Words.instead(word, allowed));
    }
  }

  private static Map<String, Object> map(Tree.Mapping mapping) {
    Map<String, Object> map = new LinkedHashMap<>();
    mapping.entries().values().forEach(e -> map.put(e.key(), plain(e.value())));
    return map;
  }

  private static Object plain(Tree tree) {
    if (tree instanceof Tree.Mapping mapping) {
      return map(mapping);
    }
    if (tree instanceof Tree.Sequence sequence) {
      List<Object> list = new ArrayList<>();
      sequence.items().forEach(i -> list.add(plain(i)));
      return list;
    }
    return tree instanceof Tree.Scalar scalar ? scalar.text() : "";
  }
}
