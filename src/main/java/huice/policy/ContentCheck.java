package huice.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has the readers of the files read what a workbook holds, so that every problem that they find is
 * told by sheet and row.
 */
final class ContentCheck {
  private final String pack;
  private final PackFiles files;
  private final String workbook;
  private final Problems problems;

  private ContentCheck(String pack, PackFiles files, String workbook, Problems problems) {
    this.pack = pack;
    this.files = files;
    this.workbook = workbook;
    this.problems = problems;
  }

  static void check(
      String pack, PackFiles files, PackContent content, String workbook, Problems problems) {
    Problems found = Problems.empty();
    ContentCheck check = new ContentCheck(pack, files, workbook, found);
    check.parameters(content);
    check.cases(content);
    check.items(content);
    found.all().stream().filter(p -> !p.notice()).forEach(problems::add);
  }

  private Problems here(String sheet) {
    return problems.in(WorkbookReader.place(workbook, sheet));
  }

  private void parameters(PackContent content) {
    Problems here = here(PackSheets.PARAMETERS);
    content
        .parameters()
        .forEach(
            (name, tree) -> ParameterReader.read(pack, name, Section.of(tree, tree.line(), here)));
  }

  private void cases(PackContent content) {
    Problems here = here(PackSheets.CASES);
    FactsFolder.Read facts = FactsFolder.read(files.in(FactsFolder.FOLDER), Problems.empty());
    content
        .cases()
        .forEach(
            (scheme, cases) -> {
              Section section = Section.of(CaseTable.file(scheme, cases), cases.line(), here);
              new TestCaseReader(pack, scheme, false, facts, section).read();
            });
  }

  private void items(PackContent content) {
    SmallFiles small = new SmallFiles(pack, new ArrayList<>());
    content
        .items()
        .forEach(
            (sheet, items) -> {
              Section section = Section.of(sheet.tree(items), 1, here(sheet.name()));
              switch (sheet.key()) {
                case "clauses" -> ClauseReader.read(pack, section, source());
                case "questions" -> small.questions(section);
                case "adopted" -> small.services(section);
                default -> small.interactions(section);
              }
            });
  }

  private SourceText source() {
    String folder = "policies/" + pack + "/";
    List<SourceFile> own = files.in(folder);
    return SourceText.read(policy(own, folder), folder, own, Problems.empty());
  }

  private static @Nullable Section policy(List<SourceFile> own, String folder) {
    Problems scratch = Problems.empty();
    for (SourceFile file : own) {
      if (file.path().equals(folder + "policy.yaml")) {
        Tree tree = Trees.yaml(file.bytes()).tree();
        return tree == null ? null : Section.of(tree, 1, scratch);
      }
    }
    return null;
  }
}
