package huice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written as YAML is read back as the same, whatever words it holds. */
class YamlTextTest {
  private static final List<String> PIECES =
      List.of(
          "甲",
          "a",
          "1",
          " ",
          ":",
          ": ",
          " #",
          "#",
          "-",
          "- ",
          "?",
          "{",
          "}",
          "[",
          "]",
          ",",
          "'",
          "\"",
          "&",
          "*",
          "!",
          "|",
          ">",
          "%",
          "@",
          "`",
          "\\",
          "~",
          "null",
          "true",
          "---",
          "...",
          "=",
          "<<",
          "\n",
          "\t",
          "：",
          "〔",
          "2024-01-01",
          "2/3",
          "\u0085",
          "\u2028");

  private final Random random = new Random(17);

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      word.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return word.toString();
  }

  private Tree tree(int depth) {
    int kind = depth > 3 ? 0 : random.nextInt(4);
    if (kind == 1) {
      List<Tree> items = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        items.add(tree(depth + 1));
      }
      return new Tree.Sequence(items, 1);
    }
    if (kind > 1) {
      return mapping(depth);
    }
    return new Tree.Scalar(word(), Tree.Scalar.Form.QUOTED, 1);
  }

  private Tree.Mapping mapping(int depth) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      String key = word().strip();
      if (!key.isEmpty()) {
        entries.put(key, new Tree.Entry(key, 1, tree(depth + 1)));
      }
    }
    return new Tree.Mapping(entries, 1);
  }

  @Test
  void anyTreeComesBackFromBlockAndFlowStyle() {
    for (int i = 0; i < 4000; i++) {
      Tree.Mapping tree = mapping(0);
      String block = YamlText.block(tree, random.nextInt(4), 20 + random.nextInt(60));
      assertThat(same(tree, block)).as(block).isTrue();
      assertThat(same(tree, YamlText.flow(tree))).as(YamlText.flow(tree)).isTrue();
    }
  }

  @Test
  void anyValueComesBackFromACell() {
    for (int i = 0; i < 4000; i++) {
      Tree tree = tree(1);
      String cell = CellValue.written(tree, true);
      Problems problems = Problems.empty();
      Tree back = CellValue.read(cell, true, 1, problems);
      assertThat(problems.all()).as(cell).isEmpty();
      assertThat(SameTree.same(tree, Objects.requireNonNull(back))).as(cell).isTrue();
    }
  }

  @Test
  void aWordStaysPlainWhereThatIsSafe() {
    assertThat(YamlText.flow(scalar("register:x"))).isEqualTo("'register:x'");
    assertThat(YamlText.block(mapping("en", "Twice the wage, from day 1"), 1, 80))
        .isEqualTo("en: Twice the wage, from day 1\n");
    assertThat(YamlText.block(mapping("en", "Last year's: wage"), 1, 80))
        .isEqualTo("en: 'Last year''s: wage'\n");
  }

  @Test
  void theShippedFilesComeBackTheSame() throws IOException {
    try (Stream<Path> files =
        Stream.concat(Files.walk(Path.of("policies")), Files.walk(Path.of("test-cases")))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        Tree tree = Objects.requireNonNull(Trees.yaml(Files.readAllBytes(file)).tree());
        assertThat(same(tree, YamlText.block(tree, 3, 110))).as(file.toString()).isTrue();
      }
    }
  }

  private static Tree scalar(String word) {
    return CellValue.scalar(word, 1);
  }

  private static Tree mapping(String key, String value) {
    return new Tree.Mapping(Map.of(key, new Tree.Entry(key, 1, scalar(value))), 1);
  }

  private static boolean same(Tree tree, String text) {
    Trees.Parsed parsed = YamlTree.parse(text);
    Tree back = parsed.tree();
    return parsed.faults().isEmpty() && back != null && SameTree.same(tree, back);
  }
}
