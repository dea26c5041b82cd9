package huice.model;

import java.util.Arrays;
import java.util.Optional;

/** What kind of thing a scheme settles. */
public enum SchemeKind {
  ENTITLEMENT("待遇"),
  OBLIGATION("义务"),
  FREQUENCY("频次"),
  SERVICE("服务");

  private final String zh;

  SchemeKind(String zh) {
    this.zh = zh;
  }

  public String zh() {
    return zh;
  }

  public static Optional<SchemeKind> parse(String word) {
    return Arrays.stream(values()).filter(k -> k.zh.equals(word)).findFirst();
  }
}
