package huice.model;

import java.util.Arrays;
import java.util.Optional;

/** The unit of a number. Closed list; {@code zh} is what officers write in files. */
public enum Unit {
  YUAN("元", "yuan"),
  YUAN_PER_MONTH("元/月", "yuan a month"),
  YUAN_PER_HOUR("元/小时", "yuan an hour"),
  YEAR("年", "years"),
  MONTH("月", "months"),
  DAY("日", "days"),
  HOUR("小时", "hours"),
  TIMES("次", "times"),
  PERSONS("人", "persons"),
  PERCENT("%", "percent"),
  BASIS_POINTS("基点", "basis points"),
  SHARE("比例", "share"),
  NONE("无", "none");

  private final String zh;
  private final String en;

  Unit(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public Text text() {
    return Text.of(zh, en);
  }

  public static Optional<Unit> parse(String word) {
    return Arrays.stream(values()).filter(u -> u.zh.equals(word)).findFirst();
  }
}
