package huice.simulation;

import huice.engine.SchemeInfo;
import huice.model.Clause;
import huice.model.Dictionary;
import huice.model.Pack;
import huice.model.Parameter;
import huice.model.ParameterValue;
import huice.model.Problem;
import huice.model.Release;
import huice.model.SubjectKind;
import huice.model.TestCase;
import huice.model.Text;
import huice.model.Truth;
import huice.policy.DictionaryCheck;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What can only be checked where packs and compiled rules meet: that clauses and rules name each
 * other, that protected attributes are read only as registered (R21), that cases see every
 * condition met, not met and unknown (R12), and that nothing stands about unused (R24). A scheme
 * that did not compile has its own problems and causes none here.
 */
final class PackChecks {
  private final Release release;
  private final Map<String, SchemeInfo> schemes = new LinkedHashMap<>();
  private final Set<String> files = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  PackChecks(Release release, List<SchemeInfo> compiled) {
    this.release = release;
    compiled.forEach(s -> schemes.put(s.id(), s));
    release.rules().forEach(r -> files.add(r.scheme()));
    release.tables().forEach(t -> files.add(t.scheme()));
  }

  List<Problem> problems() {
    for (Pack pack : release.packs()) {
      pack.clauses().forEach(this::clause);
    }
    Dictionary dictionary = release.dictionary();
    List<Problem> protectedReads = DictionaryCheck.protectedReads(dictionary, reads());
    if (complete()) {
      problems.addAll(protectedReads);
      problems.addAll(DictionaryCheck.unread(dictionary, factsRead()));
      release.packs().forEach(pack -> pack.parameters().forEach(this::parameter));
      schemes.values().forEach(s -> problems.addAll(TimeGaps.of(s, used(s))));
    } else {
      // What is unused may be used by what did not compile.
      protectedReads.stream().filter(p -> !p.notice()).forEach(problems::add);
    }
    return problems;
  }

  /** Facts that schemes read, as entity.fact and owner.list; null-free. */
  private Set<String> factsRead() {
    Set<String> read = new TreeSet<>();
    schemes.values().forEach(s -> read.addAll(s.facts()));
    schemes.values().forEach(s -> read.addAll(rows(s.subject())));
    for (Pack pack : release.packs()) {
      for (Parameter parameter : pack.parameters()) {
        if (parameter.by() != null) {
          for (String path : parameter.by().split("\\|")) {
            read.add(path.strip());
          }
        }
      }
    }
    return read;
  }

  /** The lists whose rows a kind of subject is, as owner.list. */
  private List<String> rows(String subject) {
    SubjectKind kind = release.dictionary().subjects().get(subject);
    return kind == null
        ? List.of()
        : release.dictionary().lists(kind).stream().map(r -> r.owner() + "." + r.id()).toList();
  }

  /** Whether every scheme that any file speaks of compiled. */
  private boolean complete() {
    Set<String> named = new TreeSet<>(files);
    release.packs().forEach(p -> p.clauses().forEach(c -> named.addAll(c.schemes())));
    release.cases().forEach(c -> named.add(c.scheme()));
    return schemes.keySet().containsAll(named);
  }

  /**
   * A clause names schemes of its own pack, which cite it, and schemes of the packs it refers to,
   * which cite their own. A scheme that does not exist or did not compile is another check's.
   */
  private void clause(Clause clause) {
    for (String id : clause.schemes()) {
      SchemeInfo scheme = schemes.get(id);
      if (scheme != null && scheme.pack().equals(clause.pack()) && !cites(scheme, clause)) {
        problems.add(
            Problem.at(
                clause.file(),
                clause.line(),
                Text.of(
                    "条款 " + clause.id() + " 写着由项目「" + id + "」编码，但该项目没有引用它",
                    "clause "
                        + clause.id()
                        + " is said to be encoded by \""
                        + id
                        + "\", which does not cite it"),
                Text.of(
                    "请在 " + scheme.file() + " 的「条款」一行加上 " + clause.id() + "，或者从这里删去该项目",
                    "cite it in " + scheme.file() + ", or take the scheme off this list")));
      }
    }
  }

  private static boolean cites(SchemeInfo scheme, Clause clause) {
    String id = Findings.plain(clause.id());
    return scheme.versions().stream()
        .flatMap(v -> v.clauses().stream())
        .anyMatch(c -> Findings.plain(c).equals(id));
  }

  private List<Parameter> used(SchemeInfo scheme) {
    return release.packs().stream()
        .flatMap(p -> p.parameters().stream())
        .filter(p -> scheme.parameters().contains(p.name()))
        .toList();
  }

  private void parameter(Parameter parameter) {
    boolean used =
        schemes.values().stream().anyMatch(s -> s.parameters().contains(parameter.name()));
    if (!used) {
      problems.add(
          Problem.notice(
              parameter.file(),
              parameter.line(),
              Text.of(
                  "没有规则使用参数〔" + parameter.name() + "〕",
                  "no rule uses the parameter 〔" + parameter.name() + "〕"),
              Text.of("请在规则中使用，或者删去这个文件", "use it in a rule or delete the file")));
    }
  }

  /** What each scheme reads by any route, so also through the outcomes of other schemes (R21). */
  private List<DictionaryCheck.Reads> reads() {
    List<DictionaryCheck.Reads> reads = new ArrayList<>();
    for (SchemeInfo scheme : schemes.values()) {
      Set<String> facts = new TreeSet<>();
      route(scheme, facts, new LinkedHashSet<>());
      int line = scheme.versions().isEmpty() ? 1 : scheme.versions().get(0).line();
      reads.add(new DictionaryCheck.Reads(scheme.id(), facts, scheme.file(), line));
    }
    return reads;
  }

  private void route(SchemeInfo scheme, Set<String> facts, Set<String> seen) {
    if (seen.add(scheme.id())) {
      facts.addAll(scheme.facts());
      for (String other : scheme.schemes()) {
        SchemeInfo next = schemes.get(other);
        if (next != null) {
          route(next, facts, seen);
        }
      }
    }
  }

  private static String casesOf(String rule) {
    return rule.replaceFirst("^rules/", "test-cases/").replaceFirst("\\.[^./]*$", ".yaml");
  }

  /**
   * Conditions that no case sees met, not met or unknown. One that reads a parameter nobody
   * published cannot be: that is only told. A scheme without any case is told as such, and one
   * whose files have {@code known} problems may well be seen once they are gone.
   */
  List<Problem> unseen(Coverage coverage, List<Problem> known) {
    Set<String> troubled =
        known.stream().filter(p -> !p.notice()).map(Problem::file).collect(Collectors.toSet());
    Set<String> unpublished =
        release.packs().stream()
            .flatMap(p -> p.parameters().stream())
            .filter(p -> p.versions().stream().noneMatch(ParameterValue::published))
            .map(Parameter::name)
            .collect(Collectors.toSet());
    Set<String> tested = release.cases().stream().map(TestCase::scheme).collect(Collectors.toSet());
    List<Problem> unseen = new ArrayList<>();
    for (Coverage.Seen condition : coverage.conditions()) {
      List<Truth> wanted = condition.unseen();
      SchemeInfo scheme = schemes.get(condition.scheme());
      if (wanted.isEmpty() || !tested.contains(condition.scheme()) || scheme == null) {
        continue;
      }
      if (Collections.disjoint(troubled, sources(scheme, new LinkedHashSet<>()))) {
        List<String> waits = condition.parameters().stream().filter(unpublished::contains).toList();
        unseen.add(unseen(condition, wanted, waits));
      }
    }
    return unseen;
  }

  /** The files on which a scheme's cases depend. */
  private Set<String> sources(SchemeInfo scheme, Set<String> sources) {
    if (sources.add(scheme.file())) {
      sources.add(casesOf(scheme.file()));
      release.packs().stream()
          .flatMap(p -> p.parameters().stream())
          .filter(p -> scheme.parameters().contains(p.name()))
          .forEach(p -> sources.add(p.file()));
      for (String other : scheme.schemes()) {
        SchemeInfo next = schemes.get(other);
        if (next != null) {
          sources(next, sources);
        }
      }
    }
    return sources;
  }

  /** {@code waits}: the parameters it reads that nobody has published. */
  private static Problem unseen(Coverage.Seen condition, List<Truth> wanted, List<String> waits) {
    String zh = wanted.stream().map(PackChecks::zh).collect(Collectors.joining("或"));
    String en = wanted.stream().map(Expectation::truth).collect(Collectors.joining(" or "));
    String file = casesOf(condition.file());
    return new Problem(
        condition.file(),
        condition.line(),
        Text.of(
            "没有个案使条件「" + condition.text() + "」" + zh,
            "no case sees the condition \"" + condition.text() + "\" " + en),
        waits.isEmpty()
            ? Text.of("请在 " + file + " 加一个这样的个案", "add such a case to " + file)
            : Text.of(
                "它用到尚未公布的参数〔" + String.join("〕〔", waits) + "〕，公布后再在 " + file + " 加个案",
                "it reads 〔"
                    + String.join("〕〔", waits)
                    + "〕, which nobody has published: once it is, add cases to "
                    + file),
        !waits.isEmpty());
  }

  private static String zh(Truth truth) {
    return switch (truth) {
      case MET -> "满足";
      case NOT_MET -> "不满足";
      case UNKNOWN -> "未知";
    };
  }
}
