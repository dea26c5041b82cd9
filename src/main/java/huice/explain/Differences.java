package huice.explain;

import huice.model.Amount;
import huice.model.ConditionResult;
import huice.model.Due;
import huice.model.Missing;
import huice.model.MonthLine;
import huice.model.Outcome;
import huice.model.Text;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is different between two outcomes of one scheme, most telling first; empty when nothing. */
public final class Differences {
  private final List<Text> found = new ArrayList<>();

  private Differences() {}

  public static List<Text> between(Outcome before, Outcome after) {
    Differences differences = new Differences();
    differences.results(before, after);
    differences.change("金额", "Amount", brief(before.amount()), brief(after.amount()));
    differences.change("办理日期", "Due", by(before.due()), by(after.due()));
    differences.months(before, after);
    differences.conditions(before.conditions(), after.conditions());
    differences.change("还缺的信息", "Missing", missing(before.missing()), missing(after.missing()));
    differences.change(
        "最早符合日期", "Possible from", date(before.possibleFrom()), date(after.possibleFrom()));
    differences.change(
        "重新测算日期", "To be reassessed on", date(before.recheckOn()), date(after.recheckOn()));
    return List.copyOf(differences.found);
  }

  private void results(Outcome before, Outcome after) {
    change(
        "结果",
        "Result",
        Words.result(before.kind(), before.outcome()),
        Words.result(after.kind(), after.outcome()));
    if (before.indicative() != after.indicative()) {
      found.add(
          after.indicative()
              ? Text.of("现在只是试算，不能发放", "It is now indicative only")
              : Text.of("不再只是试算", "It is no longer indicative only"));
    }
  }

  private void months(Outcome before, Outcome after) {
    Map<YearMonth, MonthLine> old = byMonth(before.months());
    Map<YearMonth, MonthLine> now = byMonth(after.months());
    Map<YearMonth, MonthLine> all = new LinkedHashMap<>(old);
    now.forEach(all::putIfAbsent);
    for (YearMonth month : all.keySet()) {
      change(
          month.toString(),
          month.toString(),
          line(before, old.get(month)),
          line(after, now.get(month)));
    }
  }

  private static Map<YearMonth, MonthLine> byMonth(List<MonthLine> lines) {
    Map<YearMonth, MonthLine> months = new LinkedHashMap<>();
    for (MonthLine line : lines) {
      for (YearMonth m = line.month(); !m.isAfter(line.to()); m = m.plusMonths(1)) {
        months.put(m, line);
      }
    }
    return months;
  }

  private static Text line(Outcome outcome, @Nullable MonthLine line) {
    if (line == null) {
      return nothing();
    }
    Text result = Words.result(outcome.kind(), line.outcome());
    if (line.amount() == null) {
      return result;
    }
    Text amount = AmountWords.brief(line.amount());
    return Text.of(result.zh() + " " + amount.zh(), result.en() + " " + amount.en());
  }

  private void conditions(List<ConditionResult> before, List<ConditionResult> after) {
    Map<String, ConditionResult> old = new LinkedHashMap<>();
    before.forEach(c -> old.put(c.id(), c));
    for (ConditionResult now : after) {
      ConditionResult was = old.remove(now.id());
      if (was == null) {
        found.add(Text.of("新条件：" + now.text(), "New condition: " + now.text()));
      } else {
        condition(was, now);
      }
    }
    for (ConditionResult gone : old.values()) {
      found.add(Text.of("不再有条件：" + gone.text(), "Condition gone: " + gone.text()));
    }
  }

  private void condition(ConditionResult was, ConditionResult now) {
    if (was.result() != now.result()) {
      change(now.text(), now.text(), Words.truth(was.result()), Words.truth(now.result()));
    }
    Map<String, ConditionResult.Seen> seen = index(was.values(), ConditionResult.Seen::of);
    for (ConditionResult.Seen value : now.values()) {
      ConditionResult.Seen old = seen.get(value.of());
      if (old != null && !Words.repeatsTheMark(value)) {
        change(value.label().zh(), value.label().en(), same(old.value()), same(value.value()));
      }
    }
    Map<String, ConditionResult.ParameterSeen> used =
        index(was.parameters(), ConditionResult.ParameterSeen::name);
    for (ConditionResult.ParameterSeen parameter : now.parameters()) {
      ConditionResult.ParameterSeen old = used.get(parameter.name());
      if (old != null) {
        String name = "〔" + parameter.name() + "〕";
        change(name, name, value(old), value(parameter));
      }
    }
  }

  private static <T> Map<String, T> index(List<T> list, Function<T, String> key) {
    Map<String, T> map = new LinkedHashMap<>();
    list.forEach(one -> map.putIfAbsent(key.apply(one), one));
    return map;
  }

  private void change(String zh, String en, Text before, Text after) {
    if (!before.equals(after)) {
      Text line =
          Text.of(
              zh + "：" + before.zh() + " → " + after.zh(),
              en + ": " + before.en() + " → " + after.en());
      if (!found.contains(line)) {
        found.add(line);
      }
    }
  }

  private static Text value(ConditionResult.ParameterSeen parameter) {
    return parameter.value() == null ? Text.of("未公布", "not published") : same(parameter.value());
  }

  private static Text brief(@Nullable Amount amount) {
    return amount == null ? nothing() : AmountWords.brief(amount);
  }

  private static Text by(@Nullable Due due) {
    return due == null ? nothing() : date(due.by());
  }

  private static Text date(java.time.@Nullable LocalDate date) {
    return date == null ? nothing() : same(date.toString());
  }

  private static Text missing(List<Missing> missing) {
    if (missing.isEmpty()) {
      return nothing();
    }
    return Text.of(
        String.join("、", missing.stream().map(m -> m.label().zh()).toList()),
        String.join(", ", missing.stream().map(m -> m.label().en()).toList()));
  }

  private static Text nothing() {
    return Text.of("无", "none");
  }

  private static Text same(@Nullable String text) {
    String word = Objects.requireNonNullElse(text, "");
    return Text.of(word, word);
  }
}
