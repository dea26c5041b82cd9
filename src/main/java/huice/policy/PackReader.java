package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Pack;
import huice.model.Parameter;
import huice.model.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one folder below {@code policies/}. */
final class PackReader {
  private static final List<String> FILES =
      List.of(
          "policy.yaml", "clauses.yaml", "questions.yaml", "services.yaml", "interactions.yaml");

  private final String id;
  private final String folder;
  private final List<SourceFile> files;
  private final Problems problems;
  private final List<SmallFiles.Mention> adopted = new ArrayList<>();
  private final Lines lines;

  PackReader(String id, List<SourceFile> files, Problems problems, Lines lines) {
    this.id = id;
    this.lines = lines;
    this.folder = "policies/" + id + "/";
    this.files = files;
    this.problems = problems;
  }

  Pack read() {
    Packs.named(id, 0, problems.in("policies/" + id));
    files.forEach(this::expected);
    Section policy = section("policy.yaml");
    if (policy == null) {
      missing("policy.yaml");
    } else {
      policy.known("title", "authority", "status", "from", "to", "text");
    }
    SourceText text = SourceText.read(policy, folder, files, problems);
    Section clauses = section("clauses.yaml");
    if (clauses == null) {
      missing("clauses.yaml");
    } else {
      schemeLines(clauses);
    }
    boolean inForce = policy != null && "in force".equals(status(policy));
    LocalDate from = policy == null ? null : policy.date("from");
    LocalDate to = policy == null ? null : policy.date("to");
    if (policy != null) {
      SmallFiles.order(policy, from, to);
    }
    SmallFiles small = new SmallFiles(id, adopted);
    return new Pack(
        id,
        policy == null ? Text.of(id, id) : policy.bilingual("title"),
        policy == null ? "" : policy.required("authority"),
        !inForce,
        from,
        to,
        clauses == null ? List.of() : ClauseReader.read(id, clauses, text),
        parameters(),
        items("questions.yaml", small::questions),
        items("services.yaml", small::services),
        items("interactions.yaml", small::interactions));
  }

  /** The schemes that this pack, once read, says are adopted, in whole entries and in others. */
  List<SmallFiles.Mention> adopted() {
    return adopted;
  }

  private static @Nullable String status(Section policy) {
    if (!policy.has("status")) {
      policy.required("status");
    }
    return policy.oneOf("status", List.of("draft", "in force"));
  }

  private <T> List<T> items(String name, Function<Section, List<T>> reader) {
    Section section = section(name);
    return section == null ? List.of() : reader.apply(section);
  }

  private List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    for (SourceFile file : files) {
      if (file.path().startsWith(folder + "parameters/")
          && OfficerFile.FORMS.contains(file.ending())) {
        Problems here = problems.in(file.path());
        OfficerFile written = new OfficerFile(file, id, here);
        for (NamedTree named : written.parameters()) {
          String other = names.putIfAbsent(named.name(), file.path());
          if (other == null) {
            Section section = Section.of(named.tree(), named.tree().line(), here);
            Parameter parameter = ParameterReader.read(id, named.name(), section);
            lines.put(file.path(), "clause", parameter.clause(), section.line("clause"));
            parameters.add(parameter);
          } else {
            written.parameterTwice(named, other);
          }
        }
      }
    }
    return parameters;
  }

  /** Where each clause names its schemes. */
  private void schemeLines(Section clauses) {
    if (!(clauses.tree("clauses") instanceof Tree.Mapping list)) {
      return;
    }
    for (Tree.Entry clause : list.entries().values()) {
      if (clause.value() instanceof Tree.Mapping words
          && words.get("schemes") instanceof Tree.Sequence schemes) {
        for (Tree item : schemes.items()) {
          if (item instanceof Tree.Scalar scheme) {
            String file = folder + "clauses.yaml";
            lines.put(file, clause.key(), scheme.text().strip(), scheme.line());
          }
        }
      }
    }
  }

  /** Whether a file belongs into a pack. */
  private void expected(SourceFile file) {
    String path = file.path().substring(folder.length());
    boolean parameter = path.matches("parameters/[^/]+\\.(yaml|xlsx|csv)");
    if (!FILES.contains(path) && !parameter && !path.matches("[^/]+\\.txt")) {
      problems
          .in(file.path())
          .add(
              0,
              say("政策包里不放「%s」", "a pack holds no \"%s\"", shown(path)),
              path.endsWith(".yml")
                  ? Text.of("请改名为 .yaml", "rename it to .yaml")
                  : Words.nearest(path, FILES).isPresent()
                      ? Words.instead(path, FILES)
                      : say(
                          "可以放：%s、parameters/*.yaml（.xlsx、.csv）、source.txt",
                          "expected: %s, parameters/*.yaml (.xlsx, .csv), source.txt",
                          String.join("、", FILES)));
    }
  }

  private void missing(String name) {
    if (file(name).isEmpty()) {
      problems
          .in(folder + name)
          .add(0, say("没有 %s", "there is no %s", name), say("请写 %s", "write %s", folder + name));
    }
  }

  private Optional<SourceFile> file(String name) {
    return files.stream().filter(f -> f.path().equals(folder + name)).findFirst();
  }

  private @Nullable Section section(String name) {
    return file(name).map(this::section).orElse(null);
  }

  private @Nullable Section section(SourceFile file) {
    Problems here = problems.in(file.path());
    Tree tree = new OfficerFile(file, id, here).yaml();
    return tree == null ? null : Section.of(tree, 1, here);
  }
}
