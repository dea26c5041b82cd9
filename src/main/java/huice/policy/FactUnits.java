package huice.policy;

import static huice.policy.Words.say;
import static huice.policy.Words.shown;

import huice.model.Text;
import huice.model.Unit;
import huice.model.ValueType;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the unit of a fact, which must fit its type. */
record FactUnits(Problems problems) {
  private static final Set<Unit> MONEY =
      EnumSet.of(Unit.YUAN, Unit.YUAN_PER_MONTH, Unit.YUAN_PER_HOUR);

  Unit read(Section section, ValueType type) {
    String word = section.text("unit");
    if (type == ValueType.DATE && word != null && !word.equals("month") && !word.equals("月")) {
      wrongUnit(section, word, "month");
      return Unit.NONE;
    }
    if (!type.scaled()) {
      if (word != null && type != ValueType.DATE) {
        problems.add(
            section.line("unit"),
            say("类型 %s 没有单位", "the type %s has no unit", type.word()),
            Text.of("请删去 unit", "delete unit"));
      }
      return Unit.NONE;
    }
    Set<Unit> allowed = type == ValueType.MONEY ? MONEY : counts();
    String list = allowed.stream().map(u -> u.text().zh()).collect(Collectors.joining("、"));
    if (word == null) {
      if (type == ValueType.COUNT && !section.has("unit")) {
        problems.add(
            section.line(),
            Text.of("数量没有单位 unit", "a count has no unit"),
            say("可以写：%s", "one of: %s", list));
      }
      return type == ValueType.MONEY ? Unit.YUAN : Unit.TIMES;
    }
    Unit unit = Unit.parse(word).filter(allowed::contains).orElse(null);
    if (unit == null) {
      wrongUnit(section, word, list);
      return type == ValueType.MONEY ? Unit.YUAN : Unit.TIMES;
    }
    return unit;
  }

  private static Set<Unit> counts() {
    Set<Unit> counts = EnumSet.complementOf(EnumSet.copyOf(MONEY));
    counts.remove(Unit.NONE);
    return counts;
  }

  private void wrongUnit(Section section, String word, String list) {
    problems.add(
        section.line("unit"),
        say("单位不能写「%s」", "the unit cannot be \"%s\"", shown(word)),
        say("可以写：%s", "one of: %s", list));
  }
}
