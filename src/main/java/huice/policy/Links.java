package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Clause;
import huice.model.Dictionary;
import huice.model.Dictionary.ProtectedUse;
import huice.model.Interaction;
import huice.model.Pack;
import huice.model.Parameter;
import huice.model.Question;
import huice.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what files say of each other: schemes, clauses, parameters and cases that must exist. */
final class Links {
  private final List<Pack> packs;
  private final List<SmallFiles.Mention> adopted;
  private final RuleFiles rules;
  private final CaseFiles cases;
  private final FactsFolder.Read facts;
  private final Lines lines;
  private final Problems problems;

  Links(
      List<Pack> packs,
      List<SmallFiles.Mention> adopted,
      RuleFiles rules,
      CaseFiles cases,
      FactsFolder.Read facts,
      Lines lines,
      Problems problems) {
    this.packs = packs;
    this.adopted = adopted;
    this.rules = rules;
    this.cases = cases;
    this.facts = facts;
    this.lines = lines;
    this.problems = problems;
  }

  void check() {
    folders();
    Map<String, Parameter> names = new HashMap<>();
    for (Pack pack : packs) {
      List<String> clauses = pack.clauses().stream().map(Clause::id).toList();
      pack.parameters().forEach(p -> parameter(p, clauses, names));
      for (Clause clause : pack.clauses()) {
        for (String named : clause.schemes()) {
          int line = lines.line(clause.file(), clause.id(), named, clause.line());
          scheme(named, clause.file(), line);
        }
      }
      pack.interactions().forEach(i -> interaction(i, clauses));
    }
    adopted.forEach(mention -> scheme(mention.scheme(), mention.file(), mention.line()));
    packs.forEach(this::questions);
    cases.stories().forEach(c -> scheme(c.scheme(), c.file(), c.line()));
    pairs();
    Dictionary dictionary = facts.dictionary();
    if (dictionary != null) {
      for (ProtectedUse use : dictionary.protectedUses()) {
        use.schemes().forEach(s -> scheme(s, use.file(), use.line()));
      }
    }
  }

  /** Folders of rules and cases that belong to no pack. */
  private void folders() {
    Set<String> known = new LinkedHashSet<>(packs.stream().map(Pack::id).toList());
    Set<String> used = new LinkedHashSet<>();
    rules.schemes().values().forEach(f -> used.add("rules/" + f.parts().get(1)));
    cases.files().values().forEach(f -> used.add("test-cases/" + f.parts().get(1)));
    for (String folder : used) {
      String pack = folder.substring(folder.indexOf('/') + 1);
      if (!known.contains(pack)) {
        problems
            .in(folder)
            .add(
                0,
                say("没有政策包「%s」", "there is no pack \"%s\"", shown(pack)),
                Words.nearest(pack, known).isPresent()
                    ? Words.instead(pack, known)
                    : say("请写 %s", "write %s", "policies/" + pack + "/policy.yaml"));
      }
    }
  }

  private void parameter(Parameter parameter, List<String> clauses, Map<String, Parameter> names) {
    Problems here = problems.in(parameter.file());
    if (!parameter.name().isEmpty()) {
      Parameter other = names.putIfAbsent(Words.normal(parameter.name()), parameter);
      if (other != null) {
        here.add(
            parameter.line(),
            say(
                "参数「%s」已在 %s 里写过",
                "the parameter \"%s\" is written in %s already",
                shown(parameter.name()),
                other.file()),
            Text.of("请合并或另取名称", "merge them or choose another name"));
      }
    }
    int line = lines.line(parameter.file(), "clause", parameter.clause(), parameter.line());
    clause(parameter.clause(), clauses, here, line);
    Dictionary dictionary = facts.dictionary();
    if (dictionary != null) {
      new ByChoice(dictionary, facts.broken(), here).check(parameter);
    }
  }

  private void clause(String clause, List<String> clauses, Problems here, int line) {
    if (!clause.isEmpty() && !clauses.contains(clause) && !clauses.isEmpty()) {
      here.add(
          line,
          say("没有条款「%s」", "there is no clause \"%s\"", shown(clause)),
          Words.instead(clause, clauses));
    }
  }

  private void interaction(Interaction interaction, List<String> clauses) {
    interaction.schemes().forEach(s -> scheme(s, interaction.file(), interaction.line()));
    clause(interaction.clause(), clauses, problems.in(interaction.file()), interaction.line());
  }

  private void scheme(String scheme, String file, int line) {
    if (!scheme.isEmpty() && !rules.schemes().containsKey(scheme)) {
      problems
          .in(file)
          .add(
              line,
              say("没有项目「%s」的规则文件", "there is no rule file of the scheme \"%s\"", shown(scheme)),
              Words.nearest(scheme, rules.schemes().keySet()).isPresent()
                  ? Words.instead(scheme, rules.schemes().keySet())
                  : say("请写 rules/政策包/%s.dslr", "write rules/PACK/%s.dslr", shown(scheme)));
    }
  }

  /** A question is about a parameter of any pack or a clause of its own. */
  private void questions(Pack pack) {
    List<String> subjects = new ArrayList<>();
    packs.forEach(p -> p.parameters().forEach(q -> subjects.add(q.name())));
    pack.clauses().forEach(c -> subjects.add(c.id()));
    Set<String> normal = new LinkedHashSet<>(subjects.stream().map(Words::normal).toList());
    for (Question question : pack.questions()) {
      if (!question.about().isEmpty() && !normal.contains(Words.normal(question.about()))) {
        problems
            .in(question.file())
            .add(
                question.line(),
                say(
                    "没有叫「%s」的参数或条款",
                    "no parameter or clause is called \"%s\"", shown(question.about())),
                Words.instead(question.about(), subjects));
      }
    }
  }

  /** A scheme without cases, and cases without a scheme. */
  private void pairs() {
    rules
        .schemes()
        .forEach(
            (scheme, file) -> {
              if (!cases.files().containsKey(file.parts().get(1) + "/" + scheme)) {
                problems
                    .in(file.path())
                    .add(
                        0,
                        say("项目「%s」没有测试个案", "the scheme \"%s\" has no test cases", scheme),
                        say(
                            "请写 %s",
                            "write %s",
                            "test-cases/" + file.parts().get(1) + "/" + scheme + ".yaml"));
              }
            });
    cases
        .files()
        .forEach(
            (key, file) -> {
              SourceFile rule = rules.schemes().get(file.baseName());
              if (rule == null || !rule.parts().get(1).equals(file.parts().get(1))) {
                problems
                    .in(file.path())
                    .add(
                        0,
                        say("没有项目「%s」的规则文件", "there is no rule file of the scheme \"%s\"", key),
                        Words.nearest(file.baseName(), rules.schemes().keySet()).isPresent()
                            ? Words.instead(file.baseName(), rules.schemes().keySet())
                            : say("请写 rules/%s.dslr", "write rules/%s.dslr", key));
              }
            });
  }
}
