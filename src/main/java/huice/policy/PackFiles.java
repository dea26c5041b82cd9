package huice.policy;

import huice.model.Problem;
import huice.model.RuleText;
import huice.model.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of one pack as they stand in its folders, with what a workbook holds of them. */
final class PackFiles {
  static final String PARAMETERS = "parameters";
  static final String CASES = "test-cases";
  static final String RULES = "rules";

  private final String pack;
  private final List<SourceFile> all;
  private final Problems problems;
  private final PackContent content = PackContent.empty();

  /** The file of each parameter, scheme and small file, by {@code kind/name}. */
  private final Map<String, SourceFile> owners = new LinkedHashMap<>();

  private PackFiles(String pack, List<SourceFile> all, Problems problems) {
    this.pack = pack;
    this.all = all;
    this.problems = problems;
  }

  static PackFiles read(Path root, String pack, Problems problems) {
    Problems found = Problems.empty();
    List<SourceFile> all = SourceFiles.under(root, found);
    for (Problem problem : found.all()) {
      boolean own = problem.file().contains("/" + pack + "/") || !problem.file().contains("/");
      if (own && !problem.notice()) {
        problems.add(problem);
      }
    }
    PackFiles files = new PackFiles(pack, all, problems);
    files.policies();
    files.cases();
    files.rules();
    return files;
  }

  PackContent content() {
    return content;
  }

  /** All files of all packs. */
  List<SourceFile> all() {
    return all;
  }

  Map<String, SourceFile> owners() {
    return owners;
  }

  List<SourceFile> in(String folder) {
    return all.stream().filter(f -> f.path().startsWith(folder)).toList();
  }

  private void policies() {
    String folder = "policies/" + pack + "/";
    for (SourceFile file : in(folder + "parameters/")) {
      if (OfficerFile.FORMS.contains(file.ending())) {
        OfficerFile written = new OfficerFile(file, pack, problems.in(file.path()));
        written.parameters().forEach(p -> parameter(written, p));
      }
    }
    for (ItemSheet sheet : ItemSheet.ALL) {
      List<NamedTree> items = new ArrayList<>();
      String path = folder + sheet.file();
      for (SourceFile file : all.stream().filter(f -> f.path().equals(path)).toList()) {
        Tree tree = new OfficerFile(file, pack, problems.in(file.path())).yaml();
        owners.put(sheet.name() + "/", file);
        if (tree != null) {
          items.addAll(sheet.items(tree));
          fits(SameTree.same(sheet.tree(items), tree), file, 0);
        }
      }
      content.items().put(sheet, items);
    }
  }

  private void parameter(OfficerFile written, NamedTree parameter) {
    if (Packs.named(parameter.name(), 0, written.problems())) {
      SourceFile other = owners.putIfAbsent(PARAMETERS + "/" + parameter.name(), written.file());
      if (other == null) {
        content.parameters().put(parameter.name(), parameter.tree());
      } else {
        written.parameterTwice(parameter, other.path());
      }
    }
  }

  private void cases() {
    for (SourceFile file : in("test-cases/" + pack + "/")) {
      Problems here = problems.in(file.path());
      boolean story = file.parts().size() != 3;
      boolean read = !story && OfficerFile.FORMS.contains(file.ending());
      if (read && Packs.named(file.baseName(), 0, here)) {
        cases(new OfficerFile(file, pack, here));
      }
    }
  }

  private void cases(OfficerFile written) {
    SourceFile file = written.file();
    SourceFile other = owners.putIfAbsent(CASES + "/" + file.baseName(), file);
    if (other != null) {
      written.casesTwice(other.path());
      return;
    }
    Tree tree = written.cases();
    Section section = tree == null ? null : Section.of(tree, 1, written.problems());
    if (section != null) {
      Tree.Sequence cases = new Tree.Sequence(section.items("cases"), section.line("cases"));
      content.cases().put(file.baseName(), cases);
    }
  }

  private void rules() {
    Problems found = Problems.empty();
    RuleFiles rules = RuleFiles.read(in("rules/" + pack + "/"), found);
    found.all().stream()
        .filter(p -> !p.notice() && p.file().startsWith("rules/" + pack + "/"))
        .forEach(problems::add);
    rules.schemes().forEach((scheme, file) -> owners.put(RULES + "/" + scheme, file));
    for (RuleText text : rules.texts()) {
      content.rules().put(text.scheme(), PackContent.trimmed(text.lines()));
    }
    for (Table table : rules.tables()) {
      content.tables().put(table.scheme(), table);
    }
  }

  private void fits(boolean whole, SourceFile file, int line) {
    if (!whole) {
      problems.in(file.path()).add(line, PackSheets.NO_PLACE, PackSheets.CHECK);
    }
  }
}
