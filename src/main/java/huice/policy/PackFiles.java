package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Problem;
import huice.model.RuleText;
import huice.model.Table;
import huice.model.Text;
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
  private static final List<String> FORMS = List.of(".yaml", ".xlsx", ".csv");

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
      if (FORMS.contains(file.ending())) {
        Problems here = problems.in(file.path());
        new OfficerFile(file, pack, here).parameters().forEach(p -> parameter(file, p, here));
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

  private void parameter(SourceFile file, NamedTree parameter, Problems here) {
    int line = parameter.tree().line();
    if (owners.containsKey(PARAMETERS + "/" + parameter.name())) {
      here.add(
          line,
          say(
              "参数文件「%s」已在 %s 里写过",
              "the parameter file \"%s\" is written in %s already",
              shown(parameter.name()),
              owners.get(PARAMETERS + "/" + parameter.name()).path()),
          Text.of("请只留一个，或另取文件名", "keep one of them or choose another file name"));
    } else if (Packs.named(parameter.name(), 0, here)) {
      owners.put(PARAMETERS + "/" + parameter.name(), file);
      content.parameters().put(parameter.name(), parameter.tree());
    }
  }

  private void cases() {
    for (SourceFile file : in("test-cases/" + pack + "/")) {
      Problems here = problems.in(file.path());
      boolean story = file.parts().size() != 3;
      if (story || !FORMS.contains(file.ending()) || !Packs.named(file.baseName(), 0, here)) {
        continue;
      }
      Tree tree = new OfficerFile(file, pack, here).cases();
      Section section = tree == null ? null : Section.of(tree, 1, here);
      if (section != null && owners.putIfAbsent(CASES + "/" + file.baseName(), file) == null) {
        List<Tree> cases = section.items("cases");
        content.cases().put(file.baseName(), new Tree.Sequence(cases, section.line("cases")));
      } else if (section != null) {
        here.add(
            0,
            say(
                "项目「%s」的个案已在 %s 里写过",
                "the cases of the scheme \"%s\" are written in %s already",
                file.baseName(),
                owners.get(CASES + "/" + file.baseName()).path()),
            Text.of("请合到一个文件里", "put them into one file"));
      }
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
