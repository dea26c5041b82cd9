package huice.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * The closed list of types a fact, parameter or measure may have (R24). Every value is carried as
 * one {@code long}: see {@link Raw}.
 */
public enum ValueType {
  DATE("date", "日期"),
  MONEY("money", "金额"),
  COUNT("count", "数量"),
  YES_NO("yes/no", "是否"),
  CHOICE("choice", "选项");

  private final String word;
  private final String zh;

  ValueType(String word, String zh) {
    this.word = word;
    this.zh = zh;
  }

  /** The word officers write in the dictionary of facts. */
  public String word() {
    return word;
  }

  public Text text() {
    return Text.of(zh, word);
  }

  /** Whether values are numbers in millionths. */
  public boolean scaled() {
    return this == MONEY || this == COUNT;
  }

  public static Optional<ValueType> parse(String word) {
    return Arrays.stream(values()).filter(t -> t.word.equals(word)).findFirst();
  }
}
