package huice.policy;

import static huice.policy.Words.say;

import huice.model.Choice;
import huice.model.Dictionary;
import huice.model.Entity;
import huice.model.Fact;
import huice.model.Relation;
import huice.model.Text;
import huice.model.Unit;
import huice.model.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a column of each fact that can stand in a row about one thing, as the dictionary has it.
 */
final class FactColumns {
  private static final Text NONE =
      Text.of("不知道就留空，确知没有写「无」", "leave it empty if unknown, write none if it is known to be none");

  private final Dictionary dictionary;
  private final Set<String> heads = new HashSet<>();
  private final List<ImportColumn> columns = new ArrayList<>();

  private FactColumns(Dictionary dictionary, List<ImportColumn> before) {
    this.dictionary = dictionary;
    for (ImportColumn column : before) {
      heads.add(Words.normal(column.id()));
      heads.add(Words.normal(column.label().zh()));
    }
  }

  /** {@code before}: columns whose heads are taken. */
  static List<ImportColumn> of(Dictionary dictionary, Entity entity, List<ImportColumn> before) {
    FactColumns made = new FactColumns(dictionary, before);
    made.facts(entity, "", "", "");
    return made.columns;
  }

  private void facts(Entity entity, String path, String zh, String en) {
    for (Fact fact : entity.facts()) {
      Text label = Text.of(zh + fact.label().zh(), en + fact.label().en());
      columns.add(column(path + fact.id(), label, fact));
    }
    for (Relation relation : entity.relations()) {
      Entity other = dictionary.entities().get(relation.entity());
      if (!relation.many() && other != null && path.isEmpty()) {
        Text label = relation.label();
        facts(other, relation.id() + ".", label.zh() + "：", label.en() + ": ");
      }
    }
  }

  private ImportColumn column(String path, Text label, Fact fact) {
    // a head that another column has already is told apart by what facts have in the files
    String id = heads.add(Words.normal(path)) ? path : fact.entity() + "." + path;
    Text head =
        heads.add(Words.normal(label.zh()))
            ? label
            : Text.of(label.zh() + "（" + id + "）", label.en() + " (" + id + ")");
    return new ImportColumn(id, head, help(fact), words(fact), example(fact), false, fact, path);
  }

  private static List<String> words(Fact fact) {
    return switch (fact.type()) {
      case YES_NO -> List.of("是", "否");
      case CHOICE ->
          fact.choices().stream().map(Choice::label).map(Text::zh).collect(Collectors.toList());
      default -> List.of();
    };
  }

  private static String example(Fact fact) {
    return switch (fact.type()) {
      case DATE -> fact.month() ? "2024-03" : "2024-03-01";
      case MONEY -> "1890.50";
      case COUNT -> "12";
      case YES_NO -> "是";
      case CHOICE -> fact.choices().isEmpty() ? "无" : fact.choices().get(0).label().zh();
    };
  }

  private static Text help(Fact fact) {
    Text form = fact.month() ? Text.of("月份，年-月", "a month, yyyy-MM") : form(fact);
    String sources = String.join("、", fact.sources());
    Text none =
        fact.type() == ValueType.YES_NO ? Text.of("不知道就留空", "leave it empty if unknown") : NONE;
    return say(
        "%s（%s；来源可以是 %s；%s）",
        "%5$s (%6$s; sources: %3$s; %8$s)",
        fact.question().zh(),
        form.zh(),
        sources,
        none.zh(),
        fact.question().en(),
        form.en(),
        sources,
        none.en());
  }

  private static Text form(Fact fact) {
    return switch (fact.type()) {
      case DATE -> Text.of("日期，年-月-日", "a date, yyyy-MM-dd");
      case YES_NO -> Text.of("是或否", "yes or no");
      case CHOICE -> Text.of("选一项", "one of the words");
      default ->
          fact.unit() == Unit.NONE
              ? Text.of("数字", "a number")
              : say(
                  "数字，单位：%s", "a number in %2$s", fact.unit().text().zh(), fact.unit().text().en());
    };
  }
}
