package huice.policy;

import static huice.policy.Words.shown;

import huice.model.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is given in the cases of one file: a case may be like an earlier one with changes. */
final class GivenCases {
  private final Problems problems;

  /** What is given in the cases so far, by name. */
  private final Map<String, Tree.Mapping> given = new LinkedHashMap<>();

  GivenCases(Problems problems) {
    this.problems = problems;
  }

  /** What the next case is given; null after a problem. */
  Tree.@Nullable Mapping next(Section section) {
    String name = section.required("name");
    if (given.containsKey(name) && !name.isEmpty()) {
      problems.add(
          section.line("name"),
          Words.say("个案「%s」写了两次", "the case \"%s\" is written twice", shown(name)),
          Text.of("请另取名称", "choose another name"));
      return null;
    }
    Tree.Mapping tree = given(section);
    if (tree != null) {
      given.put(name, tree);
    }
    return tree;
  }

  /** The case's own tree of on, from, to and facts, with what it takes over and changes. */
  private Tree.@Nullable Mapping given(Section section) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    String like = section.text("like");
    if (like != null) {
      Tree.Mapping earlier = given.get(like);
      if (earlier == null) {
        problems.add(
            section.line("like"),
            Words.say("前面没有个案「%s」", "there is no earlier case \"%s\"", shown(like)),
            Words.instead(like, given.keySet()));
        return null;
      }
      entries.putAll(earlier.entries());
      if (section.has("facts")) {
        problems.add(
            section.line("facts"),
            Text.of("写了 like 就不能再写 facts", "like and facts exclude each other"),
            Text.of("请用 change 写不同之处", "write the differences under change"));
        return null;
      }
    } else if (section.has("change") || section.has("remove")) {
      problems.add(
          section.line(section.has("change") ? "change" : "remove"),
          Text.of("change 和 remove 要与 like 同用", "change and remove go with like"),
          Text.of("请写 like: 前面的个案", "write like: EARLIER CASE"));
    }
    for (String key : List.of("on", "from", "to", "facts")) {
      Tree value = section.tree(key);
      if (value != null) {
        entries.put(key, new Tree.Entry(key, section.line(key), value));
      }
    }
    return changed(section, new Tree.Mapping(entries, section.line()));
  }

  private Tree.Mapping changed(Section section, Tree.Mapping tree) {
    Tree.Entry facts = tree.entries().get("facts");
    if (facts == null || !(facts.value() instanceof Tree.Mapping mapping)) {
      return tree;
    }
    Tree result = mapping;
    Section changes = section.section("change");
    for (Tree.Entry change : changes == null ? List.<Tree.Entry>of() : changes.entries()) {
      result = changed(result, change.key(), change.line(), change.value());
    }
    for (String path : section.words("remove")) {
      result = changed(result, path, section.line("remove"), null);
    }
    Map<String, Tree.Entry> entries = new LinkedHashMap<>(tree.entries());
    entries.put("facts", new Tree.Entry("facts", facts.line(), result));
    return new Tree.Mapping(entries, tree.line());
  }

  private Tree changed(Tree tree, String path, int line, @Nullable Tree value) {
    TreePath.Changed changed = TreePath.change(tree, path, line, value);
    if (changed.fault() != null) {
      problems.add(line, changed.fault(), changed.instead());
    }
    return changed.tree();
  }
}
