package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Choice;
import huice.model.Dictionary;
import huice.model.Fact;
import huice.model.Parameter;
import huice.model.ParameterValue;
import huice.model.Text;
import huice.model.ValueType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks a parameter whose value depends on a choice against the dictionary. */
record ByChoice(Dictionary dictionary, Set<String> broken, Problems problems) {

  void check(Parameter parameter) {
    if (parameter.by() != null) {
      for (String path : parameter.by().split("\\|")) {
        check(path, parameter);
      }
    }
  }

  private void check(String by, Parameter parameter) {
    Fact fact = FactPaths.fact(by, dictionary.entities(), dictionary.roots());
    if (fact == null) {
      if (!broken.contains(by)) {
        problems.add(
            parameter.line(),
            say("没有「%s」这个事实（by）", "there is no fact \"%s\" (by)", shown(by)),
            Words.instead(by, FactPaths.all(dictionary.entities())));
      }
    } else if (fact.type() != ValueType.CHOICE) {
      problems.add(
          parameter.line(),
          say("「%s」不是选项（by）", "\"%s\" is not a choice (by)", shown(by)),
          Text.of("请写一个选项事实", "name a fact that is a choice"));
    } else {
      parameter.versions().forEach(v -> values(v, fact));
    }
  }

  private void values(ParameterValue version, Fact fact) {
    List<String> ids = fact.choices().stream().map(Choice::id).toList();
    for (String key : version.values().keySet()) {
      if (!ids.contains(key)) {
        problems.add(
            version.line(),
            say("「%s」没有「%s」这个选项", "\"%s\" has no choice \"%s\"", fact.id(), shown(key)),
            Words.instead(key, ids));
      }
    }
    String without =
        ids.stream()
            .filter(id -> !version.values().containsKey(id))
            .collect(Collectors.joining("、"));
    if (version.published() && !version.values().isEmpty() && !without.isEmpty()) {
      problems.notice(
          version.line(),
          say("%s 没有值，其结果为「未定」", "no value for %s: UNSETTLED", without),
          Text.of("有值就请补上", "add it if there is one"));
    }
  }
}
