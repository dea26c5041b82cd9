package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Dictionary;
import huice.model.Dictionary.ProtectedUse;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.SubjectKind;
import huice.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code policies/facts/}: entities and their facts, subjects, registers, protected words.
 * What is beyond reading is named in {@code broken}, so that nothing that mentions it is blamed.
 */
final class FactsFolder {
  static final String FOLDER = "policies/facts/";

  private final Problems problems;
  private final Set<String> broken = new LinkedHashSet<>();
  private final Map<String, Tree> special = new LinkedHashMap<>();
  private final Map<String, Section> entitySections = new LinkedHashMap<>();
  private boolean unreadable;

  private FactsFolder(Problems problems) {
    this.problems = problems;
  }

  /**
   * The dictionary, null when a file of it is beyond reading; and the facts and relations ({@code
   * entity.id}) that were reported as faulty.
   */
  record Read(@Nullable Dictionary dictionary, Set<String> broken) {}

  static Read read(List<SourceFile> files, Problems problems) {
    return new FactsFolder(problems).read(files);
  }

  private Read read(List<SourceFile> files) {
    if (files.isEmpty()) {
      problems
          .in(FOLDER.substring(0, FOLDER.length() - 1))
          .add(
              0,
              Text.of("没有事实字典", "there is no dictionary of facts"),
              Text.of("请写 policies/facts/*.yaml", "write policies/facts/*.yaml"));
      return new Read(null, broken);
    }
    files.forEach(this::sort);
    NeverBuilt never = new NeverBuilt(addedWords());
    List<String> registers = registers(never);
    Map<String, Entity> entities = new LinkedHashMap<>();
    entitySections.forEach(
        (id, section) ->
            entities.put(
                id,
                EntityReader.read(id, section, entitySections.keySet(), registers, never, broken)));
    Map<String, String> roots = new LinkedHashMap<>();
    Map<String, SubjectKind> subjects = new LinkedHashMap<>();
    Section subjectSection = section("subjects.yaml");
    if (subjectSection != null) {
      SubjectReader reader = new SubjectReader(entities, never, broken, unreadable);
      reader.read(subjectSection, roots, subjects);
    }
    Dictionary dictionary = new Dictionary(entities, roots, subjects, uses(entities, roots));
    return new Read(unreadable ? null : dictionary, broken);
  }

  /** Parses a file and puts it with the entities or the special files. */
  private void sort(SourceFile file) {
    Problems here = problems.in(file.path());
    if (file.parts().size() != 3 || !file.ending().equals(".yaml")) {
      here.add(
          0,
          Text.of("字典文件夹里只放 .yaml 文件", "the dictionary's folder holds .yaml files only"),
          Text.of("请改名或移走", "rename or move it"));
      return;
    }
    if (!file.read()) {
      unreadable = true;
      return;
    }
    Trees.Parsed parsed = Trees.yaml(file.bytes());
    here.addAll(parsed.faults());
    here.noticeAll(parsed.notices());
    Tree tree = parsed.tree();
    if (tree == null) {
      unreadable = true;
    } else if (Set.of("subjects.yaml", "protected.yaml", "registers.yaml").contains(file.name())) {
      special.put(file.name(), tree);
    } else {
      entity(tree, here);
    }
  }

  private void entity(Tree tree, Problems here) {
    Section section = Section.of(tree, 1, here);
    if (section == null) {
      unreadable = true;
      return;
    }
    String id = section.required("entity");
    if (id.isEmpty()) {
      unreadable = true;
    } else if (!EntityReader.goodId(id)) {
      here.add(section.line("entity"), EntityReader.badId(id), EntityReader.WRITE_ID);
      unreadable = true;
    } else if (entitySections.putIfAbsent(id, section) != null) {
      here.add(
          section.line("entity"),
          say("实体「%s」已在别的文件里写过", "the entity \"%s\" is written in another file already", id),
          Text.of("请合并或改名", "merge them or rename one"));
    }
  }

  private @Nullable Section section(String name) {
    Tree tree = special.get(name);
    if (tree == null) {
      if (name.equals("subjects.yaml") && !unreadable) {
        problems
            .in(FOLDER + name)
            .add(
                0,
                Text.of("没有 subjects.yaml", "there is no subjects.yaml"),
                Text.of("请写明 roots 和 subjects", "write roots and subjects"));
      }
      return null;
    }
    return Section.of(tree, 1, problems.in(FOLDER + name));
  }

  private List<String> registers(NeverBuilt never) {
    List<String> names = new ArrayList<>();
    Section section = section("registers.yaml");
    Section registers = section == null ? null : section.known("registers").section("registers");
    if (registers != null) {
      for (Tree.Entry entry : registers.entries()) {
        Text label = Section.bilingual(entry.value(), entry.line(), registers.problems());
        new Refusals(never, registers.problems()).check(entry.line(), entry.key(), label);
        names.add("register:" + entry.key());
      }
    }
    return names;
  }

  /** {@code words:} of protected.yaml: attribute → list, or attribute → {zh: list, en: list}. */
  private Map<String, List<String>> addedWords() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    Section section = section("protected.yaml");
    Section lists = section == null ? null : section.known("words", "uses").section("words");
    if (lists == null) {
      return words;
    }
    for (Tree.Entry entry : lists.entries()) {
      List<String> all = words.computeIfAbsent(entry.key(), k -> new ArrayList<>());
      if (entry.value() instanceof Tree.Mapping mapping) {
        Section byLanguage = Section.of(mapping, entry.line(), lists.problems());
        if (byLanguage != null) {
          byLanguage.known("zh", "en");
          all.addAll(byLanguage.words("zh"));
          all.addAll(byLanguage.words("en"));
        }
      } else {
        all.addAll(lists.words(entry.key()));
      }
    }
    return words;
  }

  private List<ProtectedUse> uses(Map<String, Entity> entities, Map<String, String> roots) {
    List<ProtectedUse> uses = new ArrayList<>();
    Section section = special.containsKey("protected.yaml") ? section("protected.yaml") : null;
    if (section == null) {
      return uses;
    }
    for (Section use : section.sections("uses")) {
      use.known("fact", "schemes", "ground");
      String name = use.required("fact");
      String ground =
          use.required(
              "ground",
              Text.of("没有写明法律依据 ground", "no legal ground"),
              Text.of("请写明法律、条款", "name the law and its article"));
      Fact fact = FactPaths.fact(name, entities, roots);
      if (fact == null && !name.isEmpty() && !unreadable && !broken.contains(name)) {
        use.problems()
            .add(
                use.line("fact"),
                say("没有「%s」这个事实", "there is no fact \"%s\"", shown(name)),
                Words.instead(name, FactPaths.all(entities)));
      } else if (fact != null && fact.protectedAttribute() == null) {
        use.problems()
            .add(
                use.line("fact"),
                say("「%s」没有标明 protected", "\"%s\" is not marked protected", shown(name)),
                Text.of("请在字典里标明，或删去这一条", "mark it in the dictionary or delete this entry"));
      }
      uses.add(
          new ProtectedUse(name, use.words("schemes"), ground, use.problems().file(), use.line()));
    }
    return uses;
  }
}
