package huice.policy;

import huice.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says, as a tree. A nested one that begins with { or [ is YAML in flow style, one in
 * double quotes is YAML's quoted text, everything else stands for itself.
 */
final class CellValue {
  private static final Text PLAIN =
      Text.of(
          "以 { 或 [ 开头的按 YAML 读：请写 {名称: 值} 或 [甲, 乙]；只是文字就加英文双引号",
          "what begins with { or [ is read as YAML: write {name: value} or [a, b]; "
              + "put a mere text in double quotes");

  private CellValue() {}

  /** Null after a problem. */
  static @Nullable Tree read(String word, boolean nested, int line, Problems problems) {
    boolean quoted = word.startsWith("\"");
    if (!quoted && !(nested && (word.startsWith("{") || word.startsWith("[")))) {
      return scalar(word, line);
    }
    Trees.Parsed parsed = YamlTree.parse(word);
    Tree tree = parsed.tree();
    if (quoted) {
      boolean whole = tree instanceof Tree.Scalar && parsed.faults().isEmpty();
      return tree == null || !whole ? scalar(word, line) : at(tree, line);
    }
    parsed.faults().forEach(f -> problems.add(line, f.what(), PLAIN));
    return tree == null || !parsed.faults().isEmpty() ? null : at(tree, line);
  }

  static Tree.Scalar scalar(String word, int line) {
    return new Tree.Scalar(word, Tree.Scalar.Form.PLAIN, line);
  }

  /** What a cell must hold to be read as this tree. */
  static String written(Tree tree, boolean nested) {
    if (!(tree instanceof Tree.Scalar scalar)) {
      return YamlText.flow(tree);
    }
    String text = scalar.text().strip();
    boolean taken =
        text.startsWith("\"") || (nested && (text.startsWith("{") || text.startsWith("[")));
    return taken || text.isEmpty() || text.indexOf('\n') >= 0 ? YamlText.quoted(text) : text;
  }

  /** The same tree, all of it on one line. */
  static Tree at(Tree tree, int line) {
    if (tree instanceof Tree.Sequence sequence) {
      List<Tree> items = new ArrayList<>();
      sequence.items().forEach(i -> items.add(at(i, line)));
      return new Tree.Sequence(items, line);
    }
    if (tree instanceof Tree.Mapping mapping) {
      Map<String, Tree.Entry> entries = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach((k, e) -> entries.put(k, new Tree.Entry(k, line, at(e.value(), line))));
      return new Tree.Mapping(entries, line);
    }
    Tree.Scalar scalar = (Tree.Scalar) tree;
    return new Tree.Scalar(scalar.text(), scalar.form(), line);
  }
}
