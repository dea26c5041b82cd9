package huice.policy;

import static huice.policy.Words.say;

import huice.model.Dictionary;
import huice.model.Loaded;
import huice.model.Pack;
import huice.model.Release;
import huice.model.RuleText;
import huice.model.Table;
import huice.model.TestCase;
import huice.model.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code policies/}, {@code rules/} and {@code test-cases/} below a folder into one release,
 * with all problems of all files at once. Whatever a file holds, nothing is thrown.
 */
public final class Packs {
  private final List<SourceFile> files;
  private final Problems problems;
  private final Lines lines = new Lines();

  private Packs(List<SourceFile> files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  public static Loaded load(Path root) {
    return load(ReleaseFiles.under(root));
  }

  /** The same from files that were read already; their own problems are told with the others. */
  public static Loaded load(ReleaseFiles files) {
    Problems problems = Problems.empty();
    files.problems().forEach(problem -> problems.in(problem.file()).add(problem));
    Release release = new Packs(files.files(), problems).release();
    return new Loaded(release, problems.all());
  }

  private @Nullable Release release() {
    FactsFolder.Read facts = FactsFolder.read(in(FactsFolder.FOLDER), problems);
    RuleFiles rules = RuleFiles.read(in("rules/"), problems);
    CaseFiles cases = CaseFiles.read(in("test-cases/"), facts, problems);
    List<PackReader> readers = packs();
    List<Pack> packs = readers.stream().map(PackReader::read).toList();
    List<SmallFiles.Mention> adopted =
        readers.stream().flatMap(reader -> reader.adopted().stream()).toList();
    new Links(packs, adopted, rules, cases, facts, lines, problems).check();
    Dictionary dictionary = facts.dictionary();
    RuleText vocabulary = rules.vocabulary();
    if (dictionary == null || vocabulary == null) {
      return null;
    }
    List<RuleText> texts = rules.texts();
    List<Table> tables = rules.tables();
    List<TestCase> tests = cases.cases();
    return new Release(
        SourceFiles.digest(files), dictionary, packs, vocabulary, texts, tables, tests);
  }

  private List<SourceFile> in(String folder) {
    return files.stream().filter(f -> f.path().startsWith(folder)).toList();
  }

  /** One reader for each folder below {@code policies/} but the dictionary's. */
  private List<PackReader> packs() {
    List<PackReader> readers = new ArrayList<>();
    List<SourceFile> own = new ArrayList<>();
    String pack = "";
    for (SourceFile file : in("policies/")) {
      List<String> parts = file.parts();
      if (parts.size() < 3) {
        problems
            .in(file.path())
            .add(
                0,
                Text.of("文件不在任何政策包里", "the file is in no pack"),
                Text.of("请放进 policies/政策包/", "move it to policies/PACK/"));
      } else if (!parts.get(1).equals("facts")) {
        if (!parts.get(1).equals(pack) && !own.isEmpty()) {
          readers.add(new PackReader(pack, List.copyOf(own), problems, lines));
          own.clear();
        }
        pack = parts.get(1);
        own.add(file);
      }
    }
    if (!own.isEmpty()) {
      readers.add(new PackReader(pack, List.copyOf(own), problems, lines));
    }
    return readers;
  }

  /** Whether a folder or file may be called so; a problem is added when not. */
  static boolean named(String name, int line, Problems problems) {
    if (name.matches("[a-z0-9][a-z0-9-]{0,79}")) {
      return true;
    }
    problems.add(
        line,
        say("「%s」不能作文件名", "\"%s\" cannot be the name of a file or folder", Words.shown(name)),
        Text.of("请用小写英文字母、数字和连字符", "use lower-case letters, digits and hyphens"));
    return false;
  }
}
