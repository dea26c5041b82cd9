package huice.explain;

import huice.model.ConditionResult;
import huice.model.Dictionary;
import huice.model.Outcome;
import huice.model.Text;
import huice.model.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One condition whole: mark, officer's sentence, values with sources, parameters, place (R8). */
final class ConditionWords {
  /** What the measures of time stand for. */
  private static final Map<String, Text> DAYS =
      Map.of(
          "on()", Text.of("测算日期", "day of assessment"),
          "monthStart()", Text.of("当月首日", "first day of the month"),
          "monthEnd()", Text.of("当月末日", "last day of the month"));

  private final Language language;
  private final Places places;
  private final boolean oneClause;

  ConditionWords(Dictionary dictionary, Language language, Outcome outcome) {
    this.language = language;
    this.places = new Places(dictionary, outcome);
    this.oneClause =
        outcome.conditions().stream().map(ConditionResult::clause).distinct().count() == 1;
  }

  void conditions(Page page, Outcome outcome) {
    if (outcome.conditions().isEmpty()) {
      return;
    }
    page.heading(language.say("条件", "Conditions"));
    if (oneClause) {
      String clause = outcome.conditions().get(0).clause();
      page.line(2, language.say("依据条款：" + clause, "Clauses: " + clause));
    }
    outcome.conditions().forEach(condition -> condition(page, condition));
  }

  private void condition(Page page, ConditionResult condition) {
    page.item(2, Words.mark(condition), language.say(Words.sentence(condition)));
    values(page, condition);
    if (condition.values().isEmpty() && condition.result() == Truth.UNKNOWN) {
      page.line(6, language.say("没有相关记录", "Nothing is recorded"));
    }
    if (!condition.parameters().isEmpty()) {
      page.line(
          6,
          condition.parameters().stream()
              .map(p -> language.say(ParametersUsed.brief(p)))
              .collect(Collectors.joining("；")));
    }
    if (condition.changesOn() != null && condition.result() != Truth.MET) {
      page.line(
          6,
          language.say(
              "最早 " + condition.changesOn() + " 可能变化", "May change on " + condition.changesOn()));
    }
    String clause = oneClause ? "" : condition.clause() + " · ";
    page.raw(6, clause + condition.file() + ":" + condition.line());
  }

  /** A line for each value; the values of one row share a line. */
  private void values(Page page, ConditionResult condition) {
    Map<String, Text> lines = new LinkedHashMap<>();
    int single = 0;
    for (ConditionResult.Seen seen : new LinkedHashSet<>(condition.values())) {
      if (Words.repeatsTheMark(seen)) {
        continue;
      }
      int row = seen.of().indexOf('(') >= 0 ? -1 : seen.of().lastIndexOf(']');
      String key = row < 0 ? "value " + single++ : seen.of().substring(0, row + 1);
      Text place = places.of(seen.of());
      Text value = seen(seen);
      lines.merge(
          key,
          Text.of(place.zh() + value.zh(), place.en() + value.en()),
          (before, now) ->
              Text.of(before.zh() + "；" + value.zh(), before.en() + "; " + value.en()));
    }
    lines.values().forEach(line -> page.line(6, language.say(line)));
  }

  /** What was seen, as a reader calls it. */
  static Text label(ConditionResult.Seen seen) {
    return DAYS.getOrDefault(seen.of(), seen.label());
  }

  private Text seen(ConditionResult.Seen seen) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    if (seen.source() != null) {
      zh.add(Words.source(seen.source()).zh());
      en.add(Words.source(seen.source()).en());
    }
    if (seen.obtained() != null) {
      zh.add(seen.obtained() + " 取得");
      en.add("obtained " + seen.obtained());
    }
    for (String flag : seen.flags()) {
      zh.add(Words.flag(flag).zh());
      en.add(Words.flag(flag).en());
    }
    Text label = label(seen);
    String how = zh.isEmpty() ? "" : "（" + String.join("，", zh) + "）";
    String howEn = en.isEmpty() ? "" : " (" + String.join(", ", en) + ")";
    return Text.of(label.zh() + "：" + seen.value() + how, label.en() + ": " + seen.value() + howEn);
  }
}
