package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.TestCase;
import huice.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code test-cases/}. */
final class CaseFiles {
  private static final String STORIES = "stories";

  private final FactsFolder.Read facts;
  private final Problems problems;
  private final Map<String, SourceFile> files = new LinkedHashMap<>();
  private final List<TestCase> cases = new ArrayList<>();
  private final List<TestCase> stories = new ArrayList<>();

  private CaseFiles(FactsFolder.Read facts, Problems problems) {
    this.facts = facts;
    this.problems = problems;
  }

  static CaseFiles read(List<SourceFile> files, FactsFolder.Read facts, Problems problems) {
    CaseFiles reader = new CaseFiles(facts, problems);
    files.forEach(reader::file);
    return reader;
  }

  List<TestCase> cases() {
    return cases;
  }

  /** What the steps of stories expect of schemes, whether there are such schemes or not. */
  List<TestCase> stories() {
    return stories;
  }

  /** The file of cases by {@code pack/scheme}, readable or not. */
  Map<String, SourceFile> files() {
    return files;
  }

  private void file(SourceFile file) {
    Problems here = problems.in(file.path());
    int depth = file.parts().size();
    boolean story = depth == 4 && file.parts().get(2).equals(STORIES);
    boolean fits =
        story ? file.ending().equals(".yaml") : OfficerFile.FORMS.contains(file.ending());
    if (depth != 3 && !story || !fits) {
      here.add(
          0,
          say("这里不放「%s」", "no \"%s\" belongs here", shown(file.name())),
          Text.of(
              "可以放：test-cases/政策包/项目.yaml、.xlsx、.csv，test-cases/政策包/stories/故事.yaml",
              "expected: test-cases/PACK/SCHEME.yaml, .xlsx or .csv,"
                  + " or test-cases/PACK/stories/STORY.yaml"));
      return;
    }
    if (!Packs.named(file.baseName(), 0, here)) {
      return;
    }
    OfficerFile written = new OfficerFile(file, file.parts().get(1), here);
    SourceFile other =
        story ? null : files.putIfAbsent(file.parts().get(1) + "/" + file.baseName(), file);
    if (other != null) {
      written.casesTwice(other.path());
      return;
    }
    Tree tree = written.cases();
    Section section = tree == null ? null : Section.of(tree, 1, here);
    if (section != null) {
      TestCaseReader reader =
          new TestCaseReader(file.parts().get(1), file.baseName(), story, facts, section);
      List<TestCase> read = reader.read();
      cases.addAll(read);
      if (story) {
        stories.addAll(read);
      }
    }
  }
}
