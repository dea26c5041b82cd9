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

/**
 * Reads one file of given–expect cases: those of a scheme, or the steps of a story, each of which
 * expects outcomes of several schemes. A case may be like an earlier one with changes.
 */
final class TestCaseReader {
  private final String pack;
  private final String baseName;
  private final boolean story;
  private final FactsFolder.Read facts;
  private final Section file;
  private final Problems problems;
  private final GivenCases given;

  TestCaseReader(
      String pack, String baseName, boolean story, FactsFolder.Read facts, Section file) {
    this.pack = pack;
    this.baseName = baseName;
    this.story = story;
    this.facts = facts;
    this.file = file;
    this.problems = file.problems();
    this.given = new GivenCases(problems);
  }

  List<TestCase> read() {
    String title = story ? story() : scheme();
    List<Section> sections = file.sections("cases");
    if (sections.isEmpty() && (!file.has("cases") || file.tree("cases") instanceof Tree.Sequence)) {
      problems.add(
          file.line("cases"),
          Text.of("没有个案", "there are no cases"),
          Text.of("请写 cases", "write cases"));
    }
    List<TestCase> cases = new ArrayList<>();
    sections.forEach(section -> cases.addAll(cases(title, section)));
    return cases;
  }

  private String story() {
    file.known("story", "cases");
    return file.required("story");
  }

  private String scheme() {
    file.known("scheme", "cases");
    String named = file.required("scheme");
    if (!named.isEmpty() && !named.equals(baseName)) {
      problems.add(
          file.line("scheme"),
          say(
              "文件里写的是「%s」，文件名是「%s」",
              "the file says \"%s\" and is called \"%s\"", shown(named), baseName),
          say("请写 scheme: %s", "write scheme: %s", baseName));
    }
    return baseName;
  }

  /** One case, or one for each scheme that a step of a story expects something of. */
  private List<TestCase> cases(String title, Section section) {
    section.known(
        "name", "on", "from", "to", "facts", "like", "change", "remove", "expect", "note");
    Tree.Mapping tree = given.next(section);
    if (tree == null) {
      return List.of();
    }
    String name = section.required("name");
    Map<String, Map<String, Object>> expected = new LinkedHashMap<>();
    if (story) {
      expected.putAll(ExpectReader.bySchemes(section));
    } else {
      Map<String, Object> expect = ExpectReader.read(section);
      if (expect != null) {
        expected.put(baseName, expect);
      }
    }
    Dictionary dictionary = facts.dictionary();
    if (dictionary == null) {
      return List.of();
    }
    CaseReader.Read read = CaseReader.read(dictionary, tree, null, facts.broken());
    problems.addAll(read.faults());
    Case result = read.given();
    if (result == null) {
      return List.of();
    }
    String shownName = story ? title + "：" + name : name;
    List<TestCase> cases = new ArrayList<>();
    expected.forEach(
        (key, expect) -> {
          String[] words = key.split(" ", 2);
          Map<String, Object> whole = new LinkedHashMap<>(expect);
          if (words.length > 1) {
            whole.put("subject", words[1]);
          }
          cases.add(
              new TestCase(
                  pack, words[0], shownName, result, whole, problems.file(), section.line()));
        });
    return cases;
  }
}
