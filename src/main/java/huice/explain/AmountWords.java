package huice.explain;

import huice.model.Amount;
import huice.model.ConditionResult.ParameterSeen;
import huice.model.Dictionary;
import huice.model.Due;
import huice.model.Entity;
import huice.model.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** An amount or a due date with its arithmetic. What is not set is said so, never 0. */
final class AmountWords {
  private final Dictionary dictionary;
  private final Language language;

  AmountWords(Dictionary dictionary, Language language) {
    this.dictionary = dictionary;
    this.language = language;
  }

  /** The sum alone, on one line. */
  static Text brief(Amount amount) {
    if (amount.value() != null) {
      return Words.money(amount.value());
    }
    if (!amount.notSet().isEmpty()) {
      return Text.of("未设定", "not set");
    }
    return range(amount);
  }

  private static Text range(Amount amount) {
    BigDecimal low = amount.low();
    BigDecimal high = amount.high();
    if (low == null) {
      if (high == null) {
        return Text.of("取决于尚缺的信息", "depends on what is missing");
      }
      return Text.of("不超过 " + Words.money(high).zh(), "at most " + Words.money(high).en());
    }
    if (high == null) {
      return Text.of("不少于 " + Words.money(low).zh(), "at least " + Words.money(low).en());
    }
    Text from = Words.money(low);
    Text to = Words.money(high);
    return Text.of(
        from.zh() + " 至 " + to.zh() + "，取决于尚缺的信息",
        from.en() + " to " + to.en() + ", depending on what is missing");
  }

  void amount(Page page, int indent, Amount amount) {
    page.line(indent, language.say("金额：", "Amount: ") + language.say(brief(amount)));
    notSet(page, indent + 2, amount.notSet());
    steps(page, indent + 2, amount.steps());
    if (amount.cap() != null) {
      page.line(
          indent + 2, language.say("受上限约束：" + amount.cap(), "Limited by the cap: " + amount.cap()));
    }
    for (Amount.Share share : amount.shares()) {
      Text who = person(share.to());
      Text sum = Words.money(share.value());
      page.line(
          indent + 2,
          language.say("其中" + who.zh() + "：" + sum.zh(), who.en() + " receives " + sum.en()));
    }
  }

  /** {@code parameters}: those whose values are told where the rhythm names them. */
  void due(Page page, Due due, List<ParameterSeen> parameters) {
    if (due.by() != null) {
      page.line(
          0,
          language.say(
              "应于 " + due.by() + " 之前（含当日）办理", "Due by " + due.by() + ", that day included"));
    }
    if (!due.rhythm().zh().isEmpty()) {
      page.line(0, language.say("安排：" + due.rhythm().zh(), "Rhythm: " + due.rhythm().en()));
    }
    parameters.stream()
        .filter(p -> due.rhythm().zh().contains("〔" + p.name() + "〕"))
        .forEach(p -> page.line(2, language.say(ParametersUsed.brief(p))));
    notSet(page, 2, due.notSet());
    for (Due.Item item : due.items()) {
      String target = item.target().toPlainString();
      String done = item.done().toPlainString();
      page.line(
          2,
          language.say(
              item.name() + "：应提供 " + target + " 次，已提供 " + done + " 次",
              item.name() + ": " + done + " of " + target + " offered"));
    }
    steps(page, 2, due.steps());
  }

  private void notSet(Page page, int indent, List<String> names) {
    if (!names.isEmpty()) {
      String all = names.stream().map(n -> "〔" + n + "〕").collect(Collectors.joining("、"));
      page.line(indent, language.say("尚未公布：" + all, "Not published: " + all));
    }
  }

  private void steps(Page page, int indent, List<Amount.Step> steps) {
    for (Amount.Step step : steps) {
      Text value = Words.arithmetic(step.value());
      String equals = step.value().startsWith("≈") ? " " : " = ";
      page.item(indent, "· ", language.say(step.text()) + equals + language.say(value));
    }
  }

  /** A root of the case by its label; roots of one entity by their own name in the subjects. */
  private Text person(String root) {
    return dictionary
        .subject(root)
        .map(s -> s.label())
        .or(() -> dictionary.root(root).map(Entity::label))
        .orElseGet(() -> Text.of(root, root));
  }
}
