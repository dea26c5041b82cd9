package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Case;
import huice.model.Dictionary;
import huice.model.TestCase;
import huice.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one file of given–expect cases; a case may be like an earlier one with changes. */
final class TestCaseReader {
  private final String pack;
  private final String scheme;
  private final FactsFolder.Read facts;
  private final Section file;
  private final Problems problems;

  /** What is given in the cases so far, by name. */
  private final Map<String, Tree.Mapping> given = new LinkedHashMap<>();

  TestCaseReader(String pack, String scheme, FactsFolder.Read facts, Section file) {
    this.pack = pack;
    this.scheme = scheme;
    this.facts = facts;
    this.file = file;
    this.problems = file.problems();
  }

  List<TestCase> read() {
    file.known("scheme", "cases");
    String named = file.required("scheme");
    if (!named.isEmpty() && !named.equals(scheme)) {
      problems.add(
          file.line("scheme"),
          say(
              "文件里写的是「%s」，文件名是「%s」",
              "the file says \"%s\" and is called \"%s\"", shown(named), scheme),
          say("请写 scheme: %s", "write scheme: %s", scheme));
    }
    List<Section> sections = file.sections("cases");
    if (sections.isEmpty() && (!file.has("cases") || file.tree("cases") instanceof Tree.Sequence)) {
      problems.add(
          file.line("cases"),
          Text.of("没有个案", "there are no cases"),
          Text.of("请写 cases", "write cases"));
    }
    List<TestCase> cases = new ArrayList<>();
    for (Section section : sections) {
      TestCase testCase = testCase(section);
      if (testCase != null) {
        cases.add(testCase);
      }
    }
    return cases;
  }

  private @Nullable TestCase testCase(Section section) {
    section.known(
        "name", "on", "from", "to", "facts", "like", "change", "remove", "expect", "note");
    String name = section.required("name");
    if (given.containsKey(name) && !name.isEmpty()) {
      problems.add(
          section.line("name"),
          say("个案「%s」写了两次", "the case \"%s\" is written twice", shown(name)),
          Text.of("请另取名称", "choose another name"));
      return null;
    }
    Tree.Mapping tree = given(section);
    if (tree == null) {
      return null;
    }
    given.put(name, tree);
    Map<String, Object> expect = ExpectReader.read(section);
    Dictionary dictionary = facts.dictionary();
    if (dictionary == null) {
      return null;
    }
    CaseReader.Read read = CaseReader.read(dictionary, tree, null, facts.broken());
    problems.addAll(read.faults());
    Case result = read.given();
    return result == null || expect == null
        ? null
        : new TestCase(pack, scheme, name, result, expect, problems.file(), section.line());
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
            say("前面没有个案「%s」", "there is no earlier case \"%s\"", shown(like)),
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
