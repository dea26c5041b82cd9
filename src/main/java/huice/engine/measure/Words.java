package huice.engine.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The arguments of a call sorted: operands, filters, settings, and how members are taken. */
final class Words {
  private static final Pattern SETTING = Pattern.compile("([a-z]+)\\s*=\\s*(.+)");

  final List<Call.Arg> operands = new ArrayList<>();
  final List<String> filters = new ArrayList<>();
  final Map<String, String> settings = new LinkedHashMap<>();
  boolean each;
  boolean either;
  boolean alone;

  Words(Call call) {
    for (Call.Arg arg : call.args()) {
      if (arg instanceof Call.Word word) {
        sort(word.text().strip());
      } else {
        operands.add(arg);
      }
    }
  }

  private void sort(String text) {
    Matcher setting = SETTING.matcher(text);
    if (text.startsWith("where ")) {
      filters.add(text.substring("where ".length()).strip());
    } else if (text.equals("each")) {
      each = true;
    } else if (text.equals("either")) {
      either = true;
    } else if (text.equals("alone")) {
      alone = true;
    } else if (setting.matches()) {
      settings.put(setting.group(1), setting.group(2).strip());
    } else {
      operands.add(new Call.Word(text));
    }
  }

  /** The text of an operand; null when it is a nested call. */
  @Nullable String word(int i) {
    return operands.get(i) instanceof Call.Word word ? word.text() : null;
  }

  /** Checks numbers and names against what the form takes; false with faults otherwise. */
  boolean fits(String form, Shape shape, Context context) {
    int before = context.binding.faults().size();
    if (operands.size() < shape.least() || operands.size() > shape.most()) {
      context.fault(
          "「" + form + "」写了 " + operands.size() + " 项内容",
          "“" + form + "” has " + operands.size() + " operands",
          "应写成：" + shape.usage(),
          "write: " + shape.usage());
    }
    if (!filters.isEmpty() && !shape.filters()) {
      context.fault(
          "「" + form + "」不能带 where 筛选",
          "“" + form + "” takes no where filter",
          "筛选只用于 exists、count、sum、latest、earliest、months、overlap",
          "filters belong to exists, count, sum, latest, earliest, months, overlap");
    }
    for (String name : settings.keySet()) {
      if (!shape.settings().contains(name)) {
        context.unknown("「" + form + "」的设置", "setting of " + form, name, shape.settings());
      }
    }
    if (each || either || alone) {
      checkMembers(form, context);
    }
    return context.binding.faults().size() == before;
  }

  private void checkMembers(String form, Context context) {
    if (each && either || alone && (each || either)) {
      context.fault(
          "「" + form + "」同时写了 each、either、alone 中的两个",
          "“" + form + "” has two of each, either and alone",
          "只留一个：each 双方都，either 任一方，alone 只这一方",
          "keep one: each for all members, either for any, alone for this one");
    }
    if (context.members().isEmpty()) {
      context.fault(
          "「"
              + form
              + "」写了 each、either 或 alone，但对象「"
              + context.binding.subject().label().zh()
              + "」没有成员",
          "“"
              + form
              + "” has each, either or alone, but the subject "
              + context.binding.subject().label().en()
              + " has no members",
          "删去它",
          "leave it out");
    }
  }

  /** The value of a setting; null with a fault when the word is none of those allowed. */
  <T> @Nullable T setting(String name, String fallback, Map<String, T> values, Context context) {
    String word = settings.getOrDefault(name, fallback);
    T value = values.get(word);
    List<String> allowed = values.keySet().stream().sorted().toList();
    if (word.isEmpty()) {
      context.fault(
          "缺少设置 " + name + "=",
          "the setting " + name + "= is missing",
          "可用的有：" + String.join("、", allowed),
          "known are: " + String.join(", ", allowed));
    } else if (value == null) {
      context.unknown("设置 " + name + " 的值", "value of " + name, word, allowed);
    }
    return value;
  }
}
