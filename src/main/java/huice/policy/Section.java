package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of an officer's file, read key by key. Whatever is missing or of the wrong form is
 * reported once and answered with null, an empty text or an empty list.
 */
final class Section {
  private final Tree.Mapping mapping;
  private final int line;
  private final Problems problems;

  private Section(Tree.Mapping mapping, int line, Problems problems) {
    this.mapping = mapping;
    this.line = line;
    this.problems = problems;
  }

  /** Null, and a problem, when the tree is not a mapping. */
  static @Nullable Section of(Tree tree, int line, Problems problems) {
    if (tree instanceof Tree.Mapping mapping) {
      return new Section(mapping, line, problems);
    }
    problems.add(
        tree.line(),
        Text.of("这里应当是「名称: 值」", "names with values are expected here"),
        Text.of("请每行写一个「名称: 值」", "write one \"name: value\" a line"));
    return null;
  }

  static Section of(Tree.Mapping mapping, int line, Problems problems) {
    return new Section(mapping, line, problems);
  }

  int line() {
    return line;
  }

  Problems problems() {
    return problems;
  }

  boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  /** The line of a key, or of the section where it is missing. */
  int line(String key) {
    Tree.Entry entry = mapping.entries().get(key);
    return entry == null ? line : entry.line();
  }

  Iterable<Tree.Entry> entries() {
    return mapping.entries().values();
  }

  /** Reports every key that is not one of these. */
  Section known(String... keys) {
    List<String> list = List.of(keys);
    for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
      if (!list.contains(entry.getKey())) {
        problems.add(
            entry.getValue().line(),
            say("这里没有「%s」这个键", "there is no key \"%s\" here", shown(entry.getKey())),
            Words.instead(entry.getKey(), list));
      }
    }
    return this;
  }

  @Nullable Tree tree(String key) {
    return mapping.get(key);
  }

  /** A single value as written, null when missing; a value of another form is a problem. */
  Tree.@Nullable Scalar scalar(String key) {
    Tree tree = mapping.get(key);
    if (tree == null) {
      return null;
    }
    if (tree instanceof Tree.Scalar scalar && !blank(scalar)) {
      return scalar;
    }
    problems.add(
        line(key),
        tree instanceof Tree.Scalar
            ? say("「%s」没有填写", "\"%s\" is empty", key)
            : say("「%s」应当是一个值", "\"%s\" must be one value", key),
        Text.of("请填写，或者删去这一行", "fill it in or delete the line"));
    return null;
  }

  @Nullable String text(String key) {
    Tree.Scalar scalar = scalar(key);
    return scalar == null ? null : scalar.text().strip();
  }

  /** A text that must be there; empty after a problem. */
  String required(String key, Text missing, Text instead) {
    if (!has(key)) {
      problems.add(line, missing, instead);
      return "";
    }
    String text = text(key);
    return text == null ? "" : text;
  }

  String required(String key) {
    return required(
        key, say("没有写明 %s", "no %s", key), say("请加一行「%s: …」", "add a line \"%s: …\"", key));
  }

  /** One of the given words; null when missing or another. */
  @Nullable String oneOf(String key, List<String> words) {
    String text = text(key);
    if (text == null || words.contains(text)) {
      return text;
    }
    problems.add(
        line(key),
        say("%s 不能写「%s」", "%s cannot be \"%s\"", key, shown(text)),
        say("可以写：%s", "one of: %s", String.join("、", words)));
    return null;
  }

  /** A text in Chinese and English, both required. */
  Text bilingual(String key) {
    Tree tree = mapping.get(key);
    if (tree == null) {
      problems.add(
          line,
          say("没有写明 %s", "no %s", key),
          say("请写「%s: {zh: …, en: …}」", "write \"%s: {zh: …, en: …}\"", key));
      return Text.of("", "");
    }
    return bilingual(tree, line(key), problems);
  }

  static Text bilingual(Tree tree, int line, Problems problems) {
    if (!(tree instanceof Tree.Mapping)) {
      problems.add(
          line,
          Text.of("这段文字要有中文和英文", "this text must be in Chinese and English"),
          Text.of("请写「{zh: …, en: …}」", "write \"{zh: …, en: …}\""));
      return Text.of("", "");
    }
    Section section = new Section((Tree.Mapping) tree, line, problems).known("zh", "en");
    return Text.of(section.required("zh"), section.required("en"));
  }

  /** A day, null when missing or not a day. */
  @Nullable LocalDate date(String key) {
    Tree.Scalar scalar = scalar(key);
    if (scalar == null) {
      return null;
    }
    LocalDate date = Days.day(scalar.text());
    if (date == null) {
      problems.add(line(key), Days.noDay(scalar.text()), Days.WRITE_DAY);
    }
    return date;
  }

  /** {@code true} or {@code false}; false when missing. */
  boolean flag(String key) {
    return "true".equals(oneOf(key, List.of("true", "false")));
  }

  /** The items of a list; empty when missing; another form is a problem. */
  List<Tree> items(String key) {
    Tree tree = mapping.get(key);
    if (tree == null) {
      return List.of();
    }
    if (tree instanceof Tree.Sequence sequence) {
      return sequence.items();
    }
    problems.add(
        line(key),
        say("「%s」应当是一个列表", "\"%s\" must be a list", key),
        Text.of("请写成 [甲, 乙]，或者每行以「- 」开头", "write [a, b], or begin each line with \"- \""));
    return List.of();
  }

  /** The items of a list of mappings. */
  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    for (Tree item : items(key)) {
      Section section = of(item, item.line(), problems);
      if (section != null) {
        sections.add(section);
      }
    }
    return sections;
  }

  /** A list of words; a word given twice or an item that is no word is a problem. */
  List<String> words(String key) {
    List<String> words = new ArrayList<>();
    for (Tree item : items(key)) {
      if (!(item instanceof Tree.Scalar scalar) || blank(scalar)) {
        problems.add(
            item.line(),
            say("「%s」里应当都是文字", "\"%s\" must hold words only", key),
            Text.of("请写文字", "write a word"));
      } else if (words.contains(scalar.text().strip())) {
        problems.add(
            item.line(),
            say("「%s」写了两次", "\"%s\" is written twice", shown(scalar.text())),
            Text.of("请只留一个", "keep one of them"));
      } else {
        words.add(scalar.text().strip());
      }
    }
    return words;
  }

  /** A mapping below a key; null when missing. */
  @Nullable Section section(String key) {
    Tree tree = mapping.get(key);
    return tree == null ? null : of(tree, line(key), problems);
  }

  private static boolean blank(Tree.Scalar scalar) {
    return scalar.form() == Tree.Scalar.Form.NOTHING || scalar.text().isBlank();
  }
}
