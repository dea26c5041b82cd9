package huice.engine;

import huice.engine.measure.Measures;
import huice.model.Pack;
import huice.model.Parameter;
import huice.model.Problem;
import huice.model.Release;
import huice.model.RuleText;
import huice.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Compiles a release. The only door to the rules engine. */
public final class Engine {
  private Engine() {}

  /**
   * Compiles all rule files. What has problems is left out of the compiled release and reported;
   * nothing in a file can make this throw or run code of its author's.
   */
  public static Compilation compile(Release release) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Engine.class.getClassLoader());
    try {
      return new Compiler(release).compile();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The sentences that rules may use, in the order of the file, each with a line that uses it. */
  public static List<Sentence> sentences(Release release) {
    return SentenceList.of(release);
  }

  private static final class Compiler {
    private final Release release;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, Parameter> parametersByPlainName = new HashMap<>();
    private final Set<String> ids = new TreeSet<>();
    private final Map<String, Scheme> schemes = new LinkedHashMap<>();
    private final Map<String, String> drl = new HashMap<>();
    private final AtomicInteger indexes = new AtomicInteger();
    private final Vocabulary vocabulary;
    private final Meanings meanings;

    Compiler(Release release) {
      this.release = release;
      this.vocabulary = Vocabulary.read(release.vocabulary(), problems);
      for (Pack pack : release.packs()) {
        for (Parameter parameter : pack.parameters()) {
          parameters.put(parameter.name(), parameter);
          parametersByPlainName.put(Words.plain(parameter.name()), parameter);
        }
      }
      release.rules().forEach(r -> ids.add(r.scheme()));
      release.tables().forEach(t -> ids.add(t.scheme()));
      // A scheme with cases whose rule file cannot be read: who reads its outcome is not to blame.
      release.cases().forEach(c -> ids.add(c.scheme()));
      this.meanings = new Meanings(release, binder(new Faults("", new ArrayList<>())));
    }

    private CallBinder binder(Faults faults) {
      return new CallBinder(release.dictionary(), parametersByPlainName, parameters, ids, faults);
    }

    Compilation compile() {
      for (RuleText rule : release.rules()) {
        guarded(rule.file(), faults -> rule(rule, faults));
      }
      for (Table table : release.tables()) {
        guarded(table.file(), faults -> table(table, faults));
      }
      problems.addAll(meanings.problems(release.vocabulary().file()));
      titles();
      List<List<Scheme>> layers = new Layers(problems).order(schemes.values());
      ParametersInForce inForce = new ParametersInForce(parameters);
      Map<String, String> digests = new Digests(release, parameters).of(layers);
      Seating.Seated seated = Seating.of(layers, digests);
      List<Version> versions = new ArrayList<>();
      seated.layers().forEach(l -> l.forEach(s -> versions.addAll(s.versions())));
      Map<String, SchemeInfo> infos = new HashMap<>();
      seated.layers().forEach(l -> l.forEach(s -> infos.put(s.id(), s.info())));
      List<SchemeInfo> inOrder =
          schemes.keySet().stream().filter(infos::containsKey).map(infos::get).toList();
      return new Compilation(
          new CompiledRelease(release, seated, inOrder, drl, Probes.build(versions), inForce),
          problems);
    }

    private interface FileWork {
      void run(Faults faults);
    }

    /** One file's trouble is that file's problem, whatever it is. */
    private void guarded(String file, FileWork work) {
      Faults faults = new Faults(file, problems);
      try {
        work.run(faults);
      } catch (RuntimeException | StackOverflowError e) {
        faults.add(
            1,
            "这个文件无法编译（" + e.getClass().getSimpleName() + "）",
            "this file cannot be compiled (" + e.getClass().getSimpleName() + ")",
            "撤回最近的改动，逐步再试",
            "take the last change back and try step by step");
      }
    }

    private void rule(RuleText rule, Faults faults) {
      Expansion expansion =
          rule.form() == RuleText.Form.SENTENCES
              ? Sentences.expand(vocabulary, rule, faults)
              : new Expansion(
                  String.join("\n", rule.lines()) + "\n",
                  java.util.stream.IntStream.rangeClosed(1, rule.lines().size())
                      .mapToObj(
                          i ->
                              new Expansion.Origin(
                                  i, rule.lines().get(i - 1).strip(), null, List.of()))
                      .toList());
      put(rule.pack(), rule.scheme(), rule.file(), expansion, false, false, faults);
    }

    private void table(Table table, Faults faults) {
      TableExpander.Rows rows = TableExpander.expand(vocabulary, table, faults);
      put(
          table.pack(),
          table.scheme(),
          table.file(),
          rows.expansion(),
          true,
          rows.unique(),
          faults);
    }

    private void put(
        String packId,
        String id,
        String file,
        Expansion expansion,
        boolean table,
        boolean unique,
        Faults faults) {
      Pack pack = release.pack(packId).orElse(null);
      if (faults.any() || pack == null || !meanings.readable(file, expansion)) {
        return;
      }
      int before = problems.size();
      List<RuleTree> trees = DrlReader.read(expansion, faults);
      CallBinder binder = binder(faults);
      Scheme scheme =
          faults.any()
              ? null
              : new SchemeCompiler(
                      release, pack, id, table, unique, binder, indexes::getAndIncrement)
                  .compile(trees, file);
      if (scheme != null && !faults.any()) {
        if (schemes.putIfAbsent(id, scheme) != null) {
          faults.add(
              1,
              "项目「" + id + "」已有另一个规则文件",
              "the scheme " + id + " has another rule file",
              "一个项目一个文件",
              "keep one file a scheme");
        }
        drl.put(id, expansion.drl());
      }
      meanings.sort(file, expansion, problems, before);
    }

    private void titles() {
      Map<String, Scheme> seen = new HashMap<>();
      for (Scheme scheme : schemes.values()) {
        Scheme first = seen.putIfAbsent(scheme.title(), scheme);
        if (first != null) {
          problems.add(
              Problem.at(
                  scheme.info().file(),
                  scheme.versions().get(0).line(),
                  huice.model.Text.of(
                      "名称「" + scheme.title() + "」已用于 " + first.info().file(),
                      "the name is taken by " + first.info().file()),
                  huice.model.Text.of("换一个名称", "choose another name")));
        }
      }
    }
  }

  /** A digest of the library of measures: what holds for all forms and the version of each. */
  public static String measureLibrary() {
    return Digests.sha256(Measures.VERSION + Measures.versions());
  }

  /** The version of Drools that decides. */
  public static String drools() {
    return org.drools.base.util.Drools.getFullVersion();
  }
}
